using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>One dated occurrence in a list, with all that its row shows.</summary>
/// <param name="AgainstSelling">Every reason why it cannot be sold; empty when it can.</param>
public sealed record FoundEvent(
    Guid EventId, Guid SessionId, string Name, string Category, string? Competition, string? VenueName, string? City, string? Country,
    DateTime StartLocal, string? TimeZone, bool DateConfirmed, Money? FromPrice, int? StockHint, bool IsPopular, string Provider,
    IReadOnlyList<NotEnabled> AgainstSelling);

/// <summary>A page of a search.</summary>
/// <param name="Page">Which page it is, from 1; the last one when a later one was asked for.</param>
/// <param name="Total">How many there are; counting stops at <see cref="SearchEvents.CountedUpTo"/>.</param>
public sealed record FoundEvents(IReadOnlyList<FoundEvent> Rows, int Page, int Total, bool IsCapped);

/// <summary>Answers a search from the portal's own tables: one query for the rows, one for their number. No provider is asked.</summary>
public sealed class SearchEvents(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int PageSize = 25;
    public const int CountedUpTo = 1_000;

    public async Task<FoundEvents> RunAsync(Actor actor, EventQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var seller = await Seller.ReadAsync(db, actor.AgencyId, cancellation);
        if (!seller.IsActive && query.OnlySellable)
            return new FoundEvents([], 1, 0, false);

        var rows = Filter(db, query, seller, now);
        var total = await rows.OrderBy(r => r.Session.StartLocal).Select(r => r.Session.Id).Take(CountedUpTo + 1).CountAsync(cancellation);
        var capped = Math.Min(total, CountedUpTo);
        // Beyond what was counted there is no page: an address with a high number shows the last one.
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (capped + PageSize - 1) / PageSize));
        var read = await Sorted(rows, query).Skip((page - 1) * PageSize).Take(PageSize).Select(r => new
        {
            EventId = r.Event.Id, SessionId = r.Session.Id, r.Event.Name, r.Event.Category, r.Event.Competition, r.Event.VenueName, r.Event.City, r.Event.Country,
            r.Session.StartLocal, r.Session.TimeZone, r.Session.DateConfirmed, r.Event.FromPrice, r.Event.FromCurrency,
            r.Event.StockHint, r.Event.IsPopular, Provider = r.Connection.Name,
        }).ToListAsync(cancellation);
        // What is listed as sellable needs no explanation.
        var facts = query.OnlySellable ? null : await db.ReadEnablementAsync([.. read.Select(r => r.SessionId)], seller, cancellation);

        return new FoundEvents([.. read.Select(r => new FoundEvent(
            r.EventId, r.SessionId, r.Name, r.Category, r.Competition, r.VenueName, r.City, r.Country, r.StartLocal, r.TimeZone, r.DateConfirmed,
            r.FromPrice is { } amount && r.FromCurrency is { } currency ? new Money(amount, currency) : null, r.StockHint, r.IsPopular, r.Provider,
            facts is not null && facts.TryGetValue(r.SessionId, out var of) ? EnablementRule.Decide(of, now).AgainstSelling : []))], page, capped, total > CountedUpTo);
    }

    private static IQueryable<SessionAndFacts> Filter(PortalDb db, EventQuery query, Seller seller, DateTime now)
    {
        var rows = db.SessionsAndFacts(seller).AsNoTracking();
        if (query.OnlySellable)
            rows = rows.Sellable(seller, now);
        foreach (var word in SearchWords.Of(query.Text).Take(8))
        {
            // All words that begin with what was typed, as one range of the index. Columns compare byte by byte (db/Engines).
            var after = word[..^1] + (char)(word[^1] + 1);
            var named = db.EventWords.Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0).Select(w => w.EventId);
            rows = rows.Where(r => named.Contains(r.Event.Id));
        }
        if (query.Category is { } category)
            rows = rows.Where(r => r.Event.Category == category);
        if (query.City is { } city)
            rows = rows.Where(r => r.Event.City == city);
        if (query.Country is { } country)
            rows = rows.Where(r => r.Event.Country == country);
        if (query.PriceFrom is { } low)
            rows = rows.Where(r => r.Event.FromPrice >= low);
        if (query.PriceTo is { } high)
            rows = rows.Where(r => r.Event.FromPrice <= high);
        if (query.Seats is { } seats)
            rows = rows.Where(r => r.Event.StockHint == null || r.Event.StockHint >= seats);
        // What lies behind us is not looked for, unless somebody asks for its day.
        var from = query.From?.ToDateTime(TimeOnly.MinValue) ?? now.Date.AddDays(-1);
        // SQLite takes any bound for a narrow one and would read all that lies ahead in order to sort it. Beside an alternative the bound
        // leads to no index: then the sort's own is read, or that of a filter.
        var never = false;
        rows = query is { Sort: not EventSort.Date, From: null, To: null }
            ? rows.Where(r => r.Session.StartLocal >= from || EF.Parameter(never))
            : rows.Where(r => r.Session.StartLocal >= from);
        if (query.To?.AddDays(1).ToDateTime(TimeOnly.MinValue) is { } end)
            rows = rows.Where(r => r.Session.StartLocal < end);
        return rows;
    }

    // The id last, so that a page never shows a row twice and never leaves one out.
    private static IQueryable<SessionAndFacts> Sorted(IQueryable<SessionAndFacts> rows, EventQuery query) => (query.Sort, query.Descending) switch
    {
        (EventSort.Date, false) => rows.OrderBy(r => r.Session.StartLocal).ThenBy(r => r.Session.Id),
        (EventSort.Date, true) => rows.OrderByDescending(r => r.Session.StartLocal).ThenBy(r => r.Session.Id),
        // Without a listed price last, either way.
        (EventSort.Price, false) => rows.OrderByDescending(r => r.Event.HasPrice).ThenBy(r => r.Event.SortPrice).ThenBy(r => r.Session.Id),
        (EventSort.Price, true) => rows.OrderByDescending(r => r.Event.HasPrice).ThenByDescending(r => r.Event.SortPrice).ThenBy(r => r.Session.Id),
        (EventSort.Name, false) => rows.OrderBy(r => r.Event.PlainName).ThenBy(r => r.Session.StartLocal).ThenBy(r => r.Session.Id),
        (EventSort.Name, true) => rows.OrderByDescending(r => r.Event.PlainName).ThenBy(r => r.Session.StartLocal).ThenBy(r => r.Session.Id),
        // The other way round would be a list of what nobody asks for.
        _ => rows.OrderByDescending(r => r.Event.IsPopular).ThenBy(r => r.Session.StartLocal).ThenBy(r => r.Session.Id),
    };
}
