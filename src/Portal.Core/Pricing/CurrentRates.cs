namespace Portal.Core.Pricing;

/// <summary>Which rows of the table of rates count.</summary>
internal static class CurrentRates
{
    /// <summary>Of each pair and direction the rows of the latest day that has begun; <see cref="Rates"/> takes the one entered last.</summary>
    public static IQueryable<ExchangeRate> CurrentOn(this IQueryable<ExchangeRate> rates, DateOnly day)
    {
        var newest = rates.Where(r => r.ValidFrom <= day).GroupBy(r => new { r.From, r.To }).Select(g => new { g.Key.From, g.Key.To, ValidFrom = g.Max(r => r.ValidFrom) });
        return rates.Join(newest, r => new { r.From, r.To, r.ValidFrom }, n => new { n.From, n.To, n.ValidFrom }, (r, _) => r);
    }
}
