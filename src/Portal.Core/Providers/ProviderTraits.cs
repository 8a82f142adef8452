namespace Portal.Core.Providers;

/// <summary>How the clock of a hold runs (design rule 4).</summary>
public enum HoldClock
{
    /// <summary>Runs out a set time after it was placed, whatever happens (XS2Event 10 min, e-guma 60 min).</summary>
    Fixed,
    /// <summary>A further call moves it to a longer stage and freezes it (Onebox cart 10 min, order 45 min).</summary>
    Stepped,
    /// <summary>Restarts with each addition up to a cap (SecuTix).</summary>
    Sliding,
}

/// <summary>How a hold takes a change.</summary>
public enum HoldChange
{
    /// <summary>The provider changes it; a refusal leaves it as it was.</summary>
    InPlace,
    /// <summary>Places are added and taken out one by one: those that stay are safe, a step in between may fail.</summary>
    ByDelta,
    /// <summary>A new hold is made, then the old one is let go (e-guma): for a moment both are kept, so the last places may not suffice.</summary>
    ByReplacing,
}

/// <summary>What the phase before the commit does to a hold (design rule 5b).</summary>
public enum Preparing
{
    /// <summary>There is none; a commit is asked for directly.</summary>
    None,
    /// <summary>Freezes it and can be undone by releasing everything (SecuTix validateOrder, Distribution pre-confirm).</summary>
    Releasable,
    /// <summary>Freezes it for a longer time and cannot be let go: locked until it lapses (Onebox createOrder).</summary>
    LockedUntilItLapses,
}

/// <summary>How a provider's wire behaves, as data. Nothing here differs between two connections to the same provider.</summary>
/// <param name="DisplayName">The provider's name for people.</param>
public sealed record ProviderTraits(string DisplayName)
{
    public HoldClock HoldClock { get; init; } = HoldClock.Fixed;

    /// <summary>Assumed length of a hold where an answer does not say.</summary>
    public TimeSpan HoldLength { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long before the provider's own expiry we stop committing, unless the connection says otherwise (providers/README).</summary>
    public TimeSpan DefaultMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest one logical call may take, all its requests and time-outs together, unless the connection says otherwise
    /// (<see cref="ConnectionFacts.CallBudget"/>). Claims outlive it.
    /// </summary>
    public TimeSpan CallBudget { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>After silence, 'not found' means 'not done' only once this much time has passed since the question (design rule 2).</summary>
    public TimeSpan SettlesAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True when the wire has a call that gives a hold back before its time.</summary>
    public bool CanRelease { get; init; } = true;

    /// <summary>True when a commit can be undone through the wire without cost; such commits go before the pivot (design rule 5).</summary>
    public bool CommitCanBeUndone { get; init; }

    /// <summary>True when what is wanted of a guest depends on the country they come from.</summary>
    public bool AsksGuestsByCountry { get; init; }

    /// <summary>True when a confirmed order can be cancelled through the wire at all.</summary>
    public bool CanCancel { get; init; }

    /// <summary>How long the offers once read of a session are used again, with their age shown; zero reads each time. For wires that ration reads (SecuTix: a minute). A hold always asks.</summary>
    public TimeSpan OffersKeptFor { get; init; }

    /// <summary>The shortest time between two reads of the catalogue.</summary>
    public TimeSpan CatalogEvery { get; init; }

    /// <summary>True when places can be booked without paying and purchased later (<see cref="IPurchasesBookings"/>).</summary>
    public bool CanBook { get; init; }

    /// <summary>How an existing hold takes a change.</summary>
    public HoldChange HoldChange { get; init; } = HoldChange.InPlace;

    /// <summary>What preparing means where the adapter is <see cref="IPrepares"/>.</summary>
    public Preparing Preparing { get; init; } = Preparing.None;

    /// <summary>
    /// False when the wire takes no price: the adapter then re-reads it just before the commit and the portal compares it afterwards
    /// (design rule 7).
    /// </summary>
    public bool LocksPrice { get; init; } = true;
}
