namespace Portal.Core.Pricing;

/// <summary>A rate as somebody wants it entered.</summary>
/// <param name="From">ISO 4217; what one unit of…</param>
/// <param name="To">…costs in this one.</param>
/// <param name="ValidFrom">The first day it holds, UTC.</param>
public sealed record RateWish(string From, string To, decimal Rate, DateOnly ValidFrom)
{
    /// <summary>Why it cannot be taken, in words; null when it can.</summary>
    /// <param name="today">UTC.</param>
    public string? FaultOn(DateOnly today) =>
        !Currencies.IsKnown(From) ? $"'{From}' is no currency."
        : !Currencies.IsKnown(To) ? $"'{To}' is no currency."
        : From == To ? "A currency has no rate to itself."
        : Rate <= 0 ? "A rate is greater than nothing."
        : Rate is > 1_000_000m or < 0.000001m ? "A rate lies between 0.000001 and 1,000,000."
        : decimal.Round(Rate, Rates.Digits) != Rate ? $"A rate has at most {Rates.Digits} decimals."
        : ValidFrom > today.AddYears(1) ? "It would count from more than a year ahead."
        : ValidFrom < today.AddYears(-1) ? "It would count from more than a year ago."
        : null;
}

/// <summary>How a wish stands beside what counts already.</summary>
/// <param name="Was">What counted on that day so far, in the same direction; null where nothing did.</param>
/// <param name="Fault">Why it cannot be taken; null when it can.</param>
public sealed record RateFinding(RateWish Wish, decimal? Was, string? Fault)
{
    /// <summary>More than this, up or down, is taken for a slip until somebody has looked at it.</summary>
    public const decimal MostPercent = 20m;

    /// <summary>By how many per cent it moves; null where there is nothing to compare with.</summary>
    public decimal? MovesPercent => Was is > 0 and { } was && Fault is null ? Math.Round((Wish.Rate - was) / was * 100m, 2, MidpointRounding.AwayFromZero) : null;

    public bool LooksLikeASlip => MovesPercent is { } moves && Math.Abs(moves) > MostPercent;
}
