namespace Portal.Core.Pricing;

/// <summary>What came of a decision about prices: done when there is no problem; else nothing was changed.</summary>
public sealed record PriceOutcome(string? Problem)
{
    public static readonly PriceOutcome Done = new((string?)null);

    internal static readonly PriceOutcome OnlyAdmins = new("Only an administrator decides on prices. Nothing was changed.");

    internal static readonly PriceOutcome Overtaken = new("Somebody else changed or removed this rule meanwhile. Nothing of yours was changed. Look at how it stands now, then decide again.");

    public bool IsDone => Problem is null;
}
