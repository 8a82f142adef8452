using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>Writes what was read live into the rows, so that the next list begins with it.</summary>
internal static class KeptQuotes
{
    public static async Task KeepAsync(this PortalDb db, IReadOnlyList<LiveQuote> quotes, CancellationToken cancellation)
    {
        foreach (var quote in quotes)
        {
            var session = db.Sessions.Where(s => s.Id == quote.SessionId);
            // Where nothing can be had, what it used to cost is still worth knowing.
            if (quote.From is { } from)
                await session.ExecuteUpdateAsync(set => set
                    .SetProperty(s => s.FromPrice, from.Amount).SetProperty(s => s.FromCurrency, from.Currency)
                    .SetProperty(s => s.HasPrice, true).SetProperty(s => s.SortPrice, Session.SortPriceOf(from.Amount))
                    .SetProperty(s => s.StockHint, quote.Stock).SetProperty(s => s.PricedAt, quote.At), cancellation);
            else
                await session.ExecuteUpdateAsync(set => set.SetProperty(s => s.StockHint, 0).SetProperty(s => s.PricedAt, quote.At), cancellation);
        }
    }
}
