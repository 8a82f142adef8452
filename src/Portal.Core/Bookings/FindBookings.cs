using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>One booking in a list.</summary>
/// <param name="What">Names of its events, each once.</param>
/// <param name="FirstStart">The earliest start, venue time.</param>
/// <param name="States">The states of its orders, each once.</param>
/// <param name="Sums">Selling per currency over what was not given up.</param>
public sealed record BookingRow(
    Guid Id, string Reference, DateTime CreatedAt, string AgentName, string? Customer, IReadOnlyList<string> What, DateTime? FirstStart, int Tickets,
    IReadOnlyList<OrderState> States, IReadOnlyList<string> Providers, IReadOnlyList<Money> Sums)
{
    /// <summary>When the first booked place that was given up will lapse, UTC; null where none was.</summary>
    public DateTime? LapsesAt { get; init; }
    /// <summary>What the agency owes for it, per currency, over the same.</summary>
    public IReadOnlyList<Money> Owed { get; init; } = [];
}

/// <summary>A page of the list.</summary>
/// <param name="Total">How many there are, counted up to <see cref="FindBookings.CountedUpTo"/>.</param>
public sealed record BookingList(IReadOnlyList<BookingRow> Rows, int Total, bool IsCapped);

/// <summary>
/// Finds bookings for the list page. Everything narrows in the database, and a page costs the same among a thousand and a million:
/// the ids of the page come from one index in order, everything else is read for those ids alone.
/// </summary>
public sealed class FindBookings(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, GuestSeal seal, CustomerSeal customers)
{
    public const int PageSize = 40;
    public const int CountedUpTo = 8_000;
    private const int AtOnce = 500;

    /// <param name="actor">Who looks.</param>
    /// <param name="query">For what.</param>
    /// <param name="zone">The reader's zone, in which its days are meant.</param>
    /// <param name="cancellation">Ends the search early.</param>
    public async Task<BookingList> RunAsync(Actor actor, BookingQuery query, string? zone, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await FoundAsync(db, actor, query, zone, cancellation);
        var total = await found.Select(b => b.Id).Take(CountedUpTo + 1).CountAsync(cancellation);
        var ids = await InOrder(found, query).Skip((query.Page - 1) * PageSize).Take(PageSize).Select(b => b.Id).ToListAsync(cancellation);
        return new BookingList(await RowsAsync(db, actor, ids, cancellation), Math.Min(total, CountedUpTo), total > CountedUpTo);
    }

    /// <summary>Every booking that fits, in the list's order, read some hundreds at a time: however many there are, few lie in memory.</summary>
    public async IAsyncEnumerable<BookingRow> AllAsync(Actor actor, BookingQuery query, string? zone, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await FoundAsync(db, actor, query, zone, cancellation);
        for (var rest = found; ;)
        {
            var page = await InOrder(rest, query).Take(AtOnce).Select(b => new { b.Id, b.CreatedAt }).ToListAsync(cancellation);
            foreach (var row in await RowsAsync(db, actor, page.ConvertAll(b => b.Id), cancellation))
                yield return row;
            if (page.Count < AtOnce)
                yield break;
            // On from the last one, not past so many: what is booked meanwhile shifts nothing.
            var (at, id) = (page[^1].CreatedAt, page[^1].Id);
            rest = query.OldestFirst
                ? found.Where(b => b.CreatedAt > at || (b.CreatedAt == at && b.Id.CompareTo(id) > 0))
                : found.Where(b => b.CreatedAt < at || (b.CreatedAt == at && b.Id.CompareTo(id) < 0));
        }
    }

    /// <summary>Names for the choice of a provider.</summary>
    public async Task<IReadOnlyList<string>> ConnectionsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Connections.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(cancellation);
    }

    private async Task<IQueryable<Booking>> FoundAsync(PortalDb db, Actor actor, BookingQuery query, string? zone, CancellationToken cancellation)
    {
        var found = db.Bookings.AsNoTracking().VisibleTo(actor);
        if (query.From is { } from && VenueTime.ToUtc(from.ToDateTime(TimeOnly.MinValue), zone ?? "UTC") is { } since)
            found = found.Where(b => b.CreatedAt >= since);
        if (query.To is { } to && VenueTime.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue), zone ?? "UTC") is { } until)
            found = found.Where(b => b.CreatedAt < until);
        if (query.Provider is { } provider)
            found = found.Where(b => b.Orders.Any(o => db.Connections.Any(c => c.Id == o.ConnectionId && c.Name == provider)));
        foreach (var group in query.Groups)
            found = In(db, actor, found, group);
        if (query.Text is { } text)
            found = await NamedAsync(db, found, text, cancellation);
        return found;
    }

    private static IOrderedQueryable<Booking> InOrder(IQueryable<Booking> found, BookingQuery query) => query.OldestFirst
        ? found.OrderBy(b => b.CreatedAt).ThenBy(b => b.Id)
        : found.OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Id);

    // Rare states are looked up by their index; the usual ones fit nearly every row, so each row is asked in turn.
    private static IQueryable<Booking> In(PortalDb db, Actor actor, IQueryable<Booking> bookings, BookingGroup group) => group switch
    {
        BookingGroup.Purchased => bookings.Where(b => b.Orders.Any(o => o.State == OrderState.Purchased)),
        BookingGroup.Booked => bookings.Where(b => b.Orders.Any(o => o.State == OrderState.Booked)),
        BookingGroup.Open => bookings.Where(b => db.Orders.VisibleTo(actor).Where(o => OrderLifecycle.Open.Contains(o.State)).Select(o => o.BookingId).Contains(b.Id)),
        BookingGroup.Unknown => bookings.Where(b => db.Orders.VisibleTo(actor).Where(o => o.State == OrderState.Unknown).Select(o => o.BookingId).Contains(b.Id)),
        BookingGroup.Failed => bookings.Where(b => db.Orders.VisibleTo(actor).Where(o => OrderLifecycle.Failed.Contains(o.State)).Select(o => o.BookingId).Contains(b.Id)),
        BookingGroup.Guests => bookings.Where(b => db.GuestProgress.VisibleTo(actor)
            .Where(p => p.State == GuestProgressState.Collecting || p.State == GuestProgressState.Late).Select(p => p.BookingId).Contains(b.Id)),
        _ => bookings,
    };

    // Each way is an indexed question of its own; their union is asked once, not row by row.
    private async Task<IQueryable<Booking>> NamedAsync(PortalDb db, IQueryable<Booking> bookings, string text, CancellationToken cancellation)
    {
        var reference = text.ToUpperInvariant();
        var ids = db.Bookings.Where(b => b.Reference.StartsWith(reference)).Select(b => b.Id)
            .Union(db.Set<OrderReference>().Where(r => r.Value == text).Join(db.Orders, r => r.OrderId, o => o.Id, (_, o) => o.BookingId));
        var hashes = await seal.HashAsync(cancellation, text);
        var words = SearchWords.Of(text);
        if (hashes.Count > 0)
        {
            var guests = db.Guests.AsQueryable();
            foreach (var hash in hashes)
                guests = guests.Where(g => g.Words.Any(w => w.Hash == hash));
            ids = ids.Union(db.Items.Where(i => db.GuestPlaces.Any(p => p.CartLineId == i.CartLineId && guests.Any(g => g.Id == p.GuestId))).Select(i => i.Order!.BookingId));
        }
        if (words.Count > 0)
        {
            var events = db.Events.AsQueryable();
            foreach (var word in words)
            {
                // The range of words that begin with it, in the order of the index (EventWord).
                var after = word[..^1] + (char)(word[^1] + 1);
                var named = db.EventWords.Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0).Select(w => w.EventId);
                events = events.Where(e => named.Contains(e.Id));
            }
            ids = ids.Union(db.Items.Where(i => events.Any(e => e.Sessions.Any(s => s.Id == i.SessionId))).Select(i => i.Order!.BookingId));
        }
        return bookings.Where(b => ids.Contains(b.Id));
    }

    private async Task<IReadOnlyList<BookingRow>> RowsAsync(PortalDb db, Actor actor, List<Guid> ids, CancellationToken cancellation)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => ids.Contains(b.Id))
            .Select(b => new { b.Id, b.Reference, b.CreatedAt, b.AgentName, b.SealedCustomer, b.ErasedAt }).ToDictionaryAsync(b => b.Id, cancellation);
        var orders = (await db.Orders.AsNoTracking().Where(o => ids.Contains(o.BookingId)).OrderBy(o => o.Number)
            .Join(db.Connections, o => o.ConnectionId, c => c.Id, (o, c) => new { o.Id, o.BookingId, o.State, o.TotalSelling, o.TotalOwed, Currency = o.AccountCurrency, c.ProviderKind })
            .ToListAsync(cancellation)).ToLookup(o => o.BookingId);
        var items = (await db.Items.AsNoTracking().Where(i => ids.Contains(i.Order!.BookingId))
            .GroupBy(i => new { i.Order!.BookingId, i.SessionId }).Select(g => new { g.Key.BookingId, g.Key.SessionId, Count = g.Count() })
            .Join(db.Sessions, g => g.SessionId, s => s.Id, (g, s) => new { g.BookingId, g.Count, s.Event!.Name, s.StartLocal })
            .ToListAsync(cancellation)).ToLookup(i => i.BookingId);

        var lapsing = (await db.Items.AsNoTracking().Where(i => ids.Contains(i.Order!.BookingId) && i.State == ItemState.Booked && i.GivenUpAt != null)
            .Select(i => new { i.Order!.BookingId, At = i.KeptUntil ?? i.Order.KeptUntil }).ToListAsync(cancellation)).ToLookup(i => i.BookingId, i => i.At);

        return [.. ids.Select(id => bookings[id]).Select(b => new BookingRow(b.Id, b.Reference, b.CreatedAt, b.AgentName, b.ErasedAt is null ? GuestNames.For(actor, customers.Open(b.SealedCustomer)) : GuestNames.Erased,
            [.. items[b.Id].OrderBy(i => i.StartLocal).Select(i => i.Name).Distinct()],
            items[b.Id].Select(i => (DateTime?)i.StartLocal).Min(), items[b.Id].Sum(i => i.Count),
            [.. orders[b.Id].Select(o => o.State).Distinct()], [.. orders[b.Id].Select(o => providers.Get(o.ProviderKind).Traits.DisplayName).Distinct()],
            [.. orders[b.Id].Where(o => !OrderLifecycle.Failed.Contains(o.State)).GroupBy(o => o.Currency).Select(g => new Money(g.Sum(o => o.TotalSelling), g.Key))])
        {
            LapsesAt = lapsing[b.Id].Min(),
            Owed = [.. orders[b.Id].Where(o => !OrderLifecycle.Failed.Contains(o.State)).GroupBy(o => o.Currency).Select(g => new Money(g.Sum(o => o.TotalOwed), g.Key))],
        })];
    }
}
