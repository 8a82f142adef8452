using Portal.Core.Bookings;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>One cart with places of every provider, checked out at once, while one of them fails at its commit.</summary>
public sealed class AllInOneCartTests
{
    public static TheoryData<string, Fault, OnRefusal> Cells()
    {
        var cells = new TheoryData<string, Fault, OnRefusal>();
        foreach (var wire in Wires.All)
            foreach (var fault in Enum.GetValues<Fault>().Where(f => !wire.WhyNot.ContainsKey((f, Step.Commit))))
            {
                cells.Add(wire.Kind, fault, OnRefusal.KeepWhatGoes);
                // What is no refusal, or comes after the pivot in any case, is the same with either choice.
                if (fault is Fault.Refused or Fault.HoldLapsed or Fault.Throttled)
                    cells.Add(wire.Kind, fault, OnRefusal.UndoTheRest);
            }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_ledger_agrees_with_the_portal_whoever_fails(string kind, Fault fault, OnRefusal onRefusal)
    {
        var failing = Wires.Named(kind);
        await using var world = await SandboxWorld.StartAsync(Wires.All);
        var ends = await CheckedOutAsync(world, failing, fault, Step.Commit, onRefusal);

        Assert.All(ends, e => Assert.Equal((e.Wire, Expected(e.Wire, failing, fault, onRefusal)), e));
    }

    public static TheoryData<string, Fault> Preparations()
    {
        var cells = new TheoryData<string, Fault>();
        foreach (var wire in Wires.All)
            foreach (var fault in ((Fault[])[Fault.Refused, Fault.PriceChanged, Fault.HoldLapsed]).Where(f => !wire.WhyNot.ContainsKey((f, Step.Prepare))))
                cells.Add(wire.Kind, fault);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Preparations))]
    public async Task With_all_or_nothing_a_preparation_that_fails_leaves_nothing_sold_anywhere(string kind, Fault fault)
    {
        await using var world = await SandboxWorld.StartAsync(Wires.All);
        var ends = await CheckedOutAsync(world, Wires.Named(kind), fault, Step.Prepare, OnRefusal.UndoTheRest);

        Assert.All(ends, e => Assert.True(e.End is End.Kept or End.Nothing, $"{e}"));
    }

    /// <returns>How each wire ended, once all was settled; in the end no place is kept that is not sold.</returns>
    private static async Task<IReadOnlyList<(Wire Wire, End End)>> CheckedOutAsync(SandboxWorld world, Wire failing, Fault fault, Step step, OnRefusal onRefusal)
    {
        var stocks = Wires.All.ToDictionary(w => w, w => w.Left(world.Sandbox));
        var cart = Guid.Empty;
        foreach (var wire in Wires.All)
            cart = (await world.FillsAsync(wire)).CartId;
        await world.TypesAsync(cart);

        var operation = failing.Befall(world.Sandbox, fault, step);
        var made = await world.ChecksOutAsync(cart, onRefusal);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        Assert.NotEmpty(world.Sandbox.Ledger.CallsOf(operation));
        world.Sandbox.Scenarios.Clear();
        await world.SettlesAsync();

        var ends = new List<(Wire, End)>();
        foreach (var wire in Wires.All)
            ends.Add((wire, await LedgerAgreement.AgreesAsync(world, wire, stocks[wire])));
        await world.PassAsync(Desk.LongerThanAnyHold, TimeSpan.FromMinutes(10));
        foreach (var wire in Wires.All)
            Assert.NotEqual(End.Kept, await LedgerAgreement.AgreesAsync(world, wire, stocks[wire]));
        return ends;
    }

    /// <summary>With all or nothing a refusal before the pivot (XS2Event) undoes the rest, each as its wire can.</summary>
    private static End Expected(Wire wire, Wire failing, Fault fault, OnRefusal onRefusal)
    {
        var undoes = onRefusal == OnRefusal.UndoTheRest && fault is (Fault.Refused or Fault.HoldLapsed) && (failing == Wires.EGuma || failing == Wires.Xs2Event);
        return wire == failing ? Ends.Of(wire, fault, Step.Commit)
            : !undoes ? End.Sold
            // Its live hold goes back to the cart, or its order is locked until it lapses; the others are let go, or taken back.
            : wire == Wires.Xs2Event || wire == Wires.OneboxChannels ? End.Kept : End.Nothing;
    }
}
