using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A booking found from the top search.</summary>
/// <param name="ByGuest">Found through a guest's name; the name itself is not read.</param>
public sealed record FoundBooking(Guid Id, string Reference, DateTime CreatedAt, string? What, bool ByGuest);

/// <summary>What the top search shows while somebody types.</summary>
public sealed record FoundThings(IReadOnlyList<FoundEvent> Events, IReadOnlyList<FoundBooking> Bookings)
{
    public static readonly FoundThings Nothing = new([], []);
}

/// <summary>Finds events, and bookings by their reference or a guest's name, for one box that takes anything.</summary>
public sealed class FindAnything(IDbContextFactory<PortalDb> databases, SearchEvents search, GuestSeal seal)
{
    private const int Few = 6;

    public async Task<FoundThings> RunAsync(Actor actor, string text, CancellationToken cancellation)
    {
        if (text.Trim() is not { Length: >= 2 } typed)
            return FoundThings.Nothing;
        var events = await search.RunAsync(actor, new EventQuery { Text = typed, Sort = EventSort.Popularity, OnlySellable = false }, cancellation);
        return new FoundThings([.. events.Rows.Take(Few)], await BookingsAsync(actor, typed, cancellation));
    }

    private async Task<IReadOnlyList<FoundBooking>> BookingsAsync(Actor actor, string typed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var visible = db.Bookings.VisibleTo(actor);
        var reference = typed.ToUpperInvariant();
        var byReference = await Project(visible.Where(b => b.Reference.StartsWith(reference)), false).ToListAsync(cancellation);
        var hashes = await seal.HashAsync(cancellation, typed);
        // Without a word to look for, everybody's name would fit.
        if (byReference.Count == Few || hashes.Count == 0)
            return byReference;

        var named = visible;
        foreach (var hash in hashes)
        {
            var orders = db.CartLines.Where(l => l.OrderId != null && l.GuestPlaces.Any(p => p.Guest!.Words.Any(w => w.Hash == hash))).Select(l => l.OrderId!.Value);
            named = named.Where(b => b.Orders.Any(o => orders.Contains(o.Id)));
        }
        var known = byReference.ConvertAll(b => b.Id);
        return [.. byReference, .. await Project(named.Where(b => !known.Contains(b.Id)), true).Take(Few - byReference.Count).ToListAsync(cancellation)];

        IQueryable<FoundBooking> Project(IQueryable<Booking> bookings, bool byGuest) => bookings.OrderByDescending(b => b.CreatedAt).Take(Few)
            .Select(b => new FoundBooking(b.Id, b.Reference, b.CreatedAt,
                db.CartLines.Where(l => b.Orders.Any(o => o.Id == l.OrderId)).Select(l => l.Session!.Event!.Name).FirstOrDefault(), byGuest));
    }
}
