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

    /// <summary>True when a confirmed order can be cancelled through the wire at all.</summary>
    public bool CanCancel { get; init; }

    /// <summary>True when the offers of a session may be read at will; false where reads are rationed and the stored answer is shown with its age.</summary>
    public bool ReadsAreFree { get; init; } = true;
}
