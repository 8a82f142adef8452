using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>
/// The exchange rates of one day. A pair may be entered in either direction: the row that is valid latest counts, of
/// two of one day the one entered later; the other direction is its inverse.
/// </summary>
/// <param name="Current">The rows that are valid on the day, of each pair and direction at least the newest.</param>
public sealed record Rates(IReadOnlyList<ExchangeRate> Current)
{
    /// <summary>As many digits as a frozen rate is kept with.</summary>
    internal const int Digits = 8;

    public static readonly Rates None = new([]);

    public static async Task<Rates> ReadAsync(PortalDb db, DateOnly day, CancellationToken cancellation) =>
        new(await db.ExchangeRates.AsNoTracking().CurrentOn(day).ToListAsync(cancellation));

    /// <summary>One row per pair and direction: of those of one day the one entered last.</summary>
    public IEnumerable<ExchangeRate> Newest() => Current.GroupBy(r => (r.From, r.To)).Select(g => g.OrderByDescending(r => r.ValidFrom).ThenByDescending(r => r.EnteredAt).ThenByDescending(r => r.Id).First());

    /// <summary>The row that tells a pair, in whichever direction it was entered; null when none does.</summary>
    public ExchangeRate? Row(string from, string to) => Current.Where(r => (r.From == from && r.To == to) || (r.From == to && r.To == from))
        .OrderByDescending(r => r.ValidFrom).ThenByDescending(r => r.EnteredAt).ThenByDescending(r => r.From == from).ThenByDescending(r => r.Id).FirstOrDefault();

    /// <returns>How many units of the second currency one unit of the first costs; null when no rate was entered.</returns>
    public decimal? Between(string from, string to)
    {
        if (from == to)
            return 1m;
        return Row(from, to) is not { } row ? null : row.From == from ? row.Rate : Math.Round(1m / row.Rate, Digits, MidpointRounding.AwayFromZero);
    }
}
