using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>
/// Answers a search from the portal's own tables: one query for the rows, one for their number, one for who else sells them. No provider
/// is asked.
/// </summary>
public sealed class SearchEvents(IDbContextFactory<PortalDb> databases, ReadTerms readTerms, TimeProvider time)
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

        var total = await db.ForCounting(query, seller, now).Take(CountedUpTo + 1).CountAsync(cancellation);
        var capped = Math.Min(total, CountedUpTo);
        // Beyond what was counted there is no page: an address with a high number shows the last one.
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (capped + PageSize - 1) / PageSize));
        var read = await db.FittingOneEach(query, seller, now).Sorted(query).Skip((page - 1) * PageSize).Take(PageSize).Select(Columns).ToListAsync(cancellation);
        var others = await OthersAsync(db, query, seller, read, now, cancellation);
        var next = await NextWithinAsync(db, query, read, cancellation);
        // What is listed as sellable needs no explanation.
        var facts = query.OnlySellable
            ? NoFacts
            : await db.ReadEnablementAsync([.. read.Select(r => r.SessionId), .. others.SelectMany(group => group).Select(o => o.SessionId)], seller, cancellation);

        var shown = others.SelectMany(group => group).Concat(read).ToList();
        var terms = await readTerms.RunAsync(actor.AgencyId, [.. shown.Select(r => r.SessionId)], null, cancellation);

        return new FoundEvents([.. read.Select(row => Found(row, [row, .. others[row.GroupId ?? Guid.Empty].Where(o => o.SessionId != row.SessionId)], next, facts, terms, now))],
            page, capped, total > CountedUpTo);
    }

    // Cheapest first, as the row itself was chosen.
    private static async Task<ILookup<Guid, FoundRow>> OthersAsync(
        PortalDb db, EventQuery query, Seller seller, List<FoundRow> read, DateTime now, CancellationToken cancellation)
    {
        var groups = read.Where(r => r.GroupId is not null).Select(r => r.GroupId!.Value).ToList();
        if (groups.Count == 0)
            return Array.Empty<FoundRow>().ToLookup(_ => Guid.Empty);
        var rows = db.SessionsAndFacts(seller).AsNoTracking().Where(r => r.Session.IsListed && r.Session.GroupId != null && groups.Contains(r.Session.GroupId.Value));
        if (query.OnlySellable)
            rows = rows.Sellable(seller, now);
        var members = await rows.Select(Columns).ToListAsync(cancellation);
        return members.OrderBy(m => m.FromPrice ?? decimal.MaxValue).ThenBy(m => m.SessionId).ToLookup(m => m.GroupId!.Value);
    }

    // Of what is open, the first date on or after the day that is asked for.
    private static async Task<Dictionary<Guid, NextDate>> NextWithinAsync(PortalDb db, EventQuery query, List<FoundRow> read, CancellationToken cancellation)
    {
        var open = read.Where(r => r.Kind is OfferKind.Day or OfferKind.Slot).Select(r => r.EventId).ToList();
        if (query.From?.ToDateTime(TimeOnly.MinValue) is not { } from || open.Count == 0)
            return [];
        var dates = await db.Sessions.Where(s => open.Contains(s.EventId) && s.IsOffered && s.StartLocal >= from)
            .GroupBy(s => s.EventId).Select(g => g.OrderBy(s => s.StartLocal).Select(s => new { s.EventId, s.Id, s.StartLocal }).First()).ToListAsync(cancellation);
        return dates.ToDictionary(d => d.EventId, d => new NextDate(d.Id, d.StartLocal));
    }

    private static FoundEvent Found(FoundRow row, IReadOnlyList<FoundRow> members, Dictionary<Guid, NextDate> next, IReadOnlyDictionary<Guid, EnablementFacts> facts,
        IReadOnlyDictionary<Guid, Terms> terms, DateTime now)
    {
        var date = next.GetValueOrDefault(row.EventId) ?? new NextDate(row.SessionId, row.StartLocal);
        return new FoundEvent(row.EventId, date.SessionId, row.Name, row.Kind, row.Category, row.Competition, row.VenueName, row.City, row.Country,
            date.StartLocal, row.Kind is OfferKind.Day or OfferKind.Slot ? row.ListedUntil : null, row.TimeZone, row.DateConfirmed, row.IsPopular,
            [.. members.Select(m => new FoundSeller(m.EventId, m.SessionId == row.SessionId ? date.SessionId : m.SessionId, m.ConnectionId, m.Provider, m.Kind,
                m.FromPrice is { } amount && m.FromCurrency is { } currency ? new Money(amount, currency) : null, m.StockHint, m.PricedAt,
                facts.TryGetValue(m.SessionId, out var of) ? EnablementRule.Decide(of, now).AgainstSelling : [], terms[m.SessionId]))]);
    }

    private sealed record NextDate(Guid SessionId, DateTime StartLocal);

    private sealed record FoundRow(
        Guid EventId, Guid SessionId, Guid? GroupId, Guid ConnectionId, string Name, OfferKind Kind, string Category, string? Competition, string? VenueName, string? City,
        string? Country, DateTime StartLocal, DateTime ListedUntil, string? TimeZone, bool DateConfirmed, decimal? FromPrice, string? FromCurrency, int? StockHint,
        DateTime? PricedAt, bool IsPopular, string Provider);

    private static readonly System.Linq.Expressions.Expression<Func<SessionAndFacts, FoundRow>> Columns = r => new FoundRow(
        r.Event.Id, r.Session.Id, r.Session.GroupId, r.Connection.Id, r.Event.Name, r.Event.Kind, r.Event.Category, r.Event.Competition, r.Event.VenueName, r.Event.City,
        r.Event.Country, r.Session.StartLocal, r.Session.ListedUntil, r.Session.TimeZone, r.Session.DateConfirmed, r.Session.FromPrice, r.Session.FromCurrency,
        r.Session.StockHint, r.Session.PricedAt, r.Event.IsPopular, r.Connection.Name);

    private static readonly Dictionary<Guid, EnablementFacts> NoFacts = [];
}
