namespace Portal.Sandbox;

/// <summary>What can be made to happen to a call.</summary>
public enum ScenarioKind
{
    /// <summary>Another buyer was faster: <see cref="Scenario.Left"/> are left of what the call asks for.</summary>
    SoldOut,

    /// <summary>The price of what the call asks for becomes <see cref="Scenario.NewRate"/> (provider's own unit) just before.</summary>
    PriceUp,

    /// <summary>The hold that the call names has lapsed just before.</summary>
    HoldLapsed,

    /// <summary>The provider's own answer for too many calls (XS2Event: 503 with Retry-After).</summary>
    Throttled,

    /// <summary>The answer comes after <see cref="Scenario.Milliseconds"/> of real time.</summary>
    Slow,

    /// <summary>No effect and no answer.</summary>
    SilentBefore,

    /// <summary>The effect, then no answer.</summary>
    SilentAfter,

    /// <summary>The effect, then only half of the answer's body, with status and length as if it were whole.</summary>
    Malformed,

    /// <summary>No effect, status 500.</summary>
    ServerErrorBefore,

    /// <summary>The effect, then status 500.</summary>
    ServerErrorAfter,

    /// <summary>The provider's own answer for a key it does not accept.</summary>
    Unauthorized,
}

/// <summary>How a call is left without an answer.</summary>
public enum Silence
{
    /// <summary>The connection is closed at once.</summary>
    Drop,

    /// <summary>The connection stays open and nothing comes until the caller gives up.</summary>
    Hang,
}

/// <summary>
/// One scenario: on an operation (<c>xs2event/booking.create</c>, or <c>xs2event/*</c>), optionally only for calls that
/// name a certain id in path, query or body, a number of times or until switched off.
/// </summary>
public sealed record Scenario(string Operation, ScenarioKind Kind)
{
    /// <summary>Set by <see cref="Scenarios.Add"/>.</summary>
    public int Id { get; init; }

    /// <summary>Only calls that mention this id; null means every call of the operation.</summary>
    public string? Match { get; init; }

    /// <summary>How often it still happens; null means until it is switched off.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>For the silent kinds: closed at once, or held open.</summary>
    public Silence Silence { get; init; }

    /// <summary>For <see cref="ScenarioKind.SoldOut"/>: what is left.</summary>
    public int Left { get; init; }

    /// <summary>For <see cref="ScenarioKind.PriceUp"/>: the new price in the provider's own unit (XS2Event: minor units).</summary>
    public long NewRate { get; init; }

    /// <summary>For <see cref="ScenarioKind.Slow"/>: the wait in milliseconds of real time.</summary>
    public int Milliseconds { get; init; }

    internal bool IsFor(string operation, Func<string> said) =>
        (Operation == operation || (Operation.EndsWith("/*", StringComparison.Ordinal)
            && operation.StartsWith(Operation[..^1], StringComparison.Ordinal)))
        && (Match is null || said().Contains(Match, StringComparison.Ordinal));
}
