using Microsoft.EntityFrameworkCore;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>Writes one page of a provider's catalogue into the tables. Adds to the context; the caller saves.</summary>
internal static class CatalogPages
{
    /// <summary>The name of the promoter that a connection itself is, where its provider names none.</summary>
    public const string OwnPromoter = "-";

    public static async Task WriteAsync(PortalDb db, Connection connection, IReadOnlyList<CatalogEvent> listed, DateTime now, CancellationToken cancellation)
    {
        // The same event twice on a page: the last word counts.
        var events = listed.GroupBy(e => e.EventRef).Select(same => same.Last()).ToList();
        var promoters = await PromotersAsync(db, connection, events, cancellation);
        var refs = events.ConvertAll(e => e.EventRef);
        var known = await db.Events.Include(e => e.Sessions).Include(e => e.Words).AsSplitQuery()
            .Where(e => e.ConnectionId == connection.Id && refs.Contains(e.ProviderRef))
            .ToDictionaryAsync(e => e.ProviderRef, cancellation);

        var pins = await CatalogSessions.PinsAsync(db, known.Values, cancellation);
        var changes = new List<EventChange>();
        foreach (var facts in events)
        {
            var row = known.GetValueOrDefault(facts.EventRef);
            var before = row is null ? null : EventBefore.Of(row);
            if (row is null)
            {
                row = new Event
                {
                    Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = facts.EventRef, Name = "", Category = "", RawStatus = "",
                };
                db.Events.Add(row);
            }
            row.PromoterId = promoters[facts.Promoter?.PromoterRef ?? OwnPromoter].Id;
            Write(db, row, facts, now);
            CatalogSessions.Write(row, facts, connection, pins, now);
            if (before is not null)
                changes.AddRange(before.ChangesTo(row));
        }
        await CatalogSessions.DropPassedAsync(db, known.Values, now, cancellation);
        await EventChanges.TellAsync(db, changes, now, cancellation);
    }

    private static void Write(PortalDb db, Event row, CatalogEvent facts, DateTime now)
    {
        row.Kind = facts.Kind;
        row.NoBooking = Fit(facts.NoBooking, 400);
        row.Name = Fit(facts.Name, 400)!;
        row.PlainName = Fit(SearchWords.Plain(facts.Name), 400)!;
        row.Category = Fit(facts.Category, 50)!;
        row.Competition = Fit(facts.Competition, 400);
        row.Description = Fit(facts.Description, 4000);
        row.VenueName = Fit(facts.VenueName, 400);
        row.City = Fit(facts.City, 100);
        row.Country = Fit(facts.Country, 3);
        row.Status = facts.Status;
        row.RawStatus = Fit(facts.RawStatus, 50)!;
        row.FromPrice = facts.FromPrice?.Amount;
        row.FromCurrency = facts.FromPrice?.Currency;
        row.StockHint = facts.StockHint;
        row.IsPopular = facts.IsPopular;
        row.SeenAt = now;

        var words = SearchWords.Of(facts.Name, facts.Competition, facts.VenueName, facts.City, facts.Category);
        db.EventWords.RemoveRange(row.Words.Where(kept => !words.Contains(kept.Word)));
        foreach (var word in words.Except(row.Words.Select(kept => kept.Word)).ToList())
            row.Words.Add(new EventWord { EventId = row.Id, Word = word });
    }

    private static async Task<Dictionary<string, Promoter>> PromotersAsync(
        PortalDb db, Connection connection, List<CatalogEvent> events, CancellationToken cancellation)
    {
        var named = events.Select(e => e.Promoter ?? new CatalogPromoter(OwnPromoter, connection.Name))
            .GroupBy(p => p.PromoterRef).Select(same => same.Last()).ToList();
        var refs = named.ConvertAll(p => p.PromoterRef);
        var known = await db.Promoters.Where(p => p.ConnectionId == connection.Id && refs.Contains(p.ProviderRef))
            .ToDictionaryAsync(p => p.ProviderRef, cancellation);
        foreach (var promoter in named)
        {
            if (known.TryGetValue(promoter.PromoterRef, out var row))
                row.Name = Fit(promoter.Name, 400)!;
            else
            {
                // Found for the first time: sells, and does not book until an admin says so (design rule 6).
                known[promoter.PromoterRef] = row = new Promoter
                {
                    Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = promoter.PromoterRef, Name = Fit(promoter.Name, 400)!,
                    SellingOn = true, BookingOn = false, IsNew = true,
                };
                db.Promoters.Add(row);
            }
        }
        return known;
    }

    private static string? Fit(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
