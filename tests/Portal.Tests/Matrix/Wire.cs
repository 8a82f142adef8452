using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Matrix;

/// <summary>All that the matrix must know of one provider: a sixth one is one more of these in <see cref="Wires.All"/>.</summary>
internal sealed record Wire
{
    /// <summary>The adapter's name.</summary>
    public required string Kind { get; init; }

    /// <summary>The sandbox's name, in operations and in the ledger.</summary>
    public required string Sandbox { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Two places with plenty in stock; with guest data where the wire takes them before the sale.</summary>
    public required Func<SandboxServer, HoldLine> Line { get; init; }

    /// <summary>The operation of each step; a step that is not there is none of this wire.</summary>
    public required IReadOnlyDictionary<Step, string> Operations { get; init; }

    /// <summary>The operation that gives a hold back.</summary>
    public required string Release { get; init; }

    /// <summary>How many of <see cref="Line"/> are free.</summary>
    public required Func<SandboxServer, int> Left { get; init; }

    /// <summary>Another price than the line's, in the unit of the sandbox's scenario.</summary>
    public required Func<HoldLine, long> OtherPrice { get; init; }

    /// <summary>Whether a thing in the ledger keeps places that are not sold.</summary>
    public required Func<LedgerThing, bool> Keeps { get; init; }

    /// <summary>Whether places can be kept without being paid.</summary>
    public bool Books { get; init; }

    /// <summary>Whether a thing in the ledger is a sale that stands, or a booking that is kept.</summary>
    public required Func<LedgerThing, bool> IsSale { get; init; }

    /// <summary>Whether such a thing is a booking that nobody has paid.</summary>
    public Func<LedgerThing, bool> IsUnpaid { get; init; } = _ => false;

    /// <summary>Why a cell cannot be had over this wire, in a sentence.</summary>
    public IReadOnlyDictionary<(Fault Fault, Step Step), string> WhyNot { get; init; } = new Dictionary<(Fault, Step), string>();

    /// <summary>Where a cell ends otherwise than <see cref="Ends.Usual"/>, with the reason.</summary>
    public IReadOnlyDictionary<(Fault Fault, Step Step), (End End, string Because)> Otherwise { get; init; } = new Dictionary<(Fault, Step), (End, string)>();

    public IReadOnlyList<LedgerThing> Kept(SandboxServer sandbox) => [.. sandbox.Ledger.Things.Where(t => t.Provider == Sandbox && Keeps(t))];

    public IReadOnlyList<LedgerThing> Sales(SandboxServer sandbox) => [.. sandbox.Ledger.Things.Where(t => t.Provider == Sandbox && IsSale(t))];

    /// <summary>Lets something go wrong with the next call of a step.</summary>
    /// <returns>The operation that it happens to.</returns>
    public string Befall(SandboxServer sandbox, Fault fault, Step step, Silence how = Silence.Drop) => sandbox.Scenarios.Add(new Scenario($"{Sandbox}/{Operations[step]}", fault switch
    {
        Fault.Refused => step == Step.Hold ? ScenarioKind.SoldOut : ScenarioKind.Unauthorized,
        Fault.SilentBefore => ScenarioKind.SilentBefore,
        Fault.SilentAfter => ScenarioKind.SilentAfter,
        Fault.Throttled => ScenarioKind.Throttled,
        Fault.PriceChanged => ScenarioKind.PriceUp,
        _ => ScenarioKind.HoldLapsed,
    })
    {
        // A refused account may fetch a new token and try once more: it is refused as long as it takes.
        Times = fault == Fault.Refused ? null : 1, Silence = how, NewRate = OtherPrice(Line(sandbox)),
    }).Operation;

    public override string ToString() => Kind;
}
