using Microsoft.EntityFrameworkCore;
using Portal.Core.Enablement;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>The rows that fit a question, and their order, as the database evaluates them.</summary>
internal static class ListedSessions
{
    /// <summary>The rows that fit, one a group: its cheapest that fits.</summary>
    public static IQueryable<SessionAndFacts> FittingOneEach(this PortalDb db, EventQuery query, Seller seller, DateTime now)
    {
        // SQLite uses an index for what is compared with a value, and none for a bare truth. By date and by price the sessions' own order
        // is wanted, unless a filter leads to few rows; by name and popularity the events'; to look for others of a group, the group's.
        var yes = true;
        var listed = db.SessionsAndFacts(seller).AsNoTracking();
        var outer = query.Sort is EventSort.Date or EventSort.Price && !query.IsNarrow() ? listed.Where(r => r.Session.IsListed == EF.Parameter(yes)) : listed.Where(r => r.Session.IsListed);
        var others = listed.Where(r => r.Session.IsListed).Fitting(db, query, seller, now);
        return outer.Fitting(db, query, seller, now).Where(r =>
            r.Session.GroupId == null || !others.Any(o => o.Session.GroupId == r.Session.GroupId && o.Session.Id != r.Session.Id
                && (o.Session.HasPrice && !r.Session.HasPrice
                    || o.Session.HasPrice == r.Session.HasPrice
                    && (o.Session.SortPrice < r.Session.SortPrice || o.Session.SortPrice == r.Session.SortPrice && o.Session.Id.CompareTo(r.Session.Id) < 0))));
    }

    /// <summary>The same rows in the order in which they are found soonest, whichever way they are shown: counting stops early.</summary>
    public static IQueryable<Guid> ForCounting(this PortalDb db, EventQuery query, Seller seller, DateTime now)
    {
        var quickly = query with { Sort = query is { PriceFrom: null, PriceTo: null } ? EventSort.Date : EventSort.Price, Descending = false };
        var rows = db.FittingOneEach(quickly, seller, now);
        return (quickly.IsNarrow() ? rows.OrderBy(r => r.Event.Id) : quickly.Sort == EventSort.Date
            ? rows.OrderBy(r => r.Session.ListedFrom)
            : rows.OrderByDescending(r => r.Session.HasPrice).ThenBy(r => r.Session.SortPrice)).Select(r => r.Session.Id);
    }

    private static IQueryable<SessionAndFacts> Fitting(this IQueryable<SessionAndFacts> rows, PortalDb db, EventQuery query, Seller seller, DateTime now)
    {
        if (query.OnlySellable)
            rows = rows.Sellable(seller, now);
        foreach (var word in SearchWords.Of(query.Text).Take(8))
        {
            var named = db.EventsNamed(word);
            rows = rows.Where(r => named.Contains(r.Event.Id));
        }
        if (query.Kind is { } kind)
            rows = rows.Where(r => r.Event.Kind == kind);
        if (query.Category is { } category)
            rows = rows.Where(r => r.Event.Category == category);
        if (query.City is { } city)
            rows = rows.Where(r => r.Event.City == city);
        if (query.Country is { } country)
            rows = rows.Where(r => r.Event.Country == country);
        var (low, high) = (Session.SortPriceOf(query.PriceFrom), Session.SortPriceOf(query.PriceTo));
        if (query.PriceFrom is not null)
            rows = rows.Where(r => r.Session.HasPrice && r.Session.SortPrice >= low);
        if (query.PriceTo is not null)
            rows = rows.Where(r => r.Session.HasPrice && r.Session.SortPrice <= high);
        if (query.Seats is { } seats)
            rows = rows.Where(r => r.Session.StockHint == null || r.Session.StockHint >= seats);
        return rows.Within(query, now);
    }

    /// <summary>The events of which a word begins so: one range of the index. Columns compare byte by byte (db/Engines).</summary>
    public static IQueryable<Guid> EventsNamed(this PortalDb db, string word)
    {
        var after = word[..^1] + (char)(word[^1] + 1);
        return db.EventWords.Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0).Select(w => w.EventId);
    }

    // The id last, so that a page never shows a row twice and never leaves one out.
    public static IQueryable<SessionAndFacts> Sorted(this IQueryable<SessionAndFacts> rows, EventQuery query) => (query.Sort, query.Descending) switch
    {
        (EventSort.Date, false) => rows.OrderBy(r => r.Session.ListedFrom).ThenBy(r => r.Session.Id),
        (EventSort.Date, true) => rows.OrderByDescending(r => r.Session.ListedFrom).ThenBy(r => r.Session.Id),
        // Without a listed price last, either way.
        (EventSort.Price, false) => rows.OrderByDescending(r => r.Session.HasPrice).ThenBy(r => r.Session.SortPrice).ThenBy(r => r.Session.Id),
        (EventSort.Price, true) => rows.OrderByDescending(r => r.Session.HasPrice).ThenByDescending(r => r.Session.SortPrice).ThenBy(r => r.Session.Id),
        (EventSort.Name, false) => rows.OrderBy(r => r.Event.PlainName).ThenBy(r => r.Session.ListedFrom).ThenBy(r => r.Session.Id),
        (EventSort.Name, true) => rows.OrderByDescending(r => r.Event.PlainName).ThenBy(r => r.Session.ListedFrom).ThenBy(r => r.Session.Id),
        // The other way round would be a list of what nobody asks for.
        _ => rows.OrderByDescending(r => r.Event.IsPopular).ThenBy(r => r.Session.ListedFrom).ThenBy(r => r.Session.Id),
    };

    // Filters with an index of their own that leave few of many rows.
    private static bool IsNarrow(this EventQuery query) => query is not { Text: null, City: null, Category: null } || query.Kind?.IsOpen() == true;

    private static IQueryable<SessionAndFacts> Within(this IQueryable<SessionAndFacts> rows, EventQuery query, DateTime now)
    {
        // What lies behind us is not looked for, unless somebody asks for its day.
        var recent = now.Date.AddDays(-1);
        var from = query.From?.ToDateTime(TimeOnly.MinValue) ?? recent;
        // What is open began before the day that is asked for, and is listed by its next date, which lies ahead.
        var first = from < recent ? from : recent;
        // SQLite takes any bound for a narrow one and would read all that lies ahead in order to sort it. Beside an alternative the bound
        // leads to no index: then the sort's own is read, or that of a filter.
        var never = false;
        rows = query.IsNarrow() || query is { Sort: not EventSort.Date, From: null, To: null }
            ? rows.Where(r => r.Session.ListedFrom >= first || EF.Parameter(never))
            : rows.Where(r => r.Session.ListedFrom >= first);
        if (from > first)
            rows = rows.Where(r => r.Session.ListedUntil >= from);
        if (query.To?.AddDays(1).ToDateTime(TimeOnly.MinValue) is { } end)
            rows = rows.Where(r => r.Session.ListedFrom < end);
        return rows;
    }
}
