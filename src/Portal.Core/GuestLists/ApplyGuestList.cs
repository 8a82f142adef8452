using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.GuestLists;

/// <summary>What a list writes for one person.</summary>
/// <param name="GuestId">For whom.</param>
/// <param name="Version">The guest's, when the agent looked the list through.</param>
/// <param name="Typed">Field → value; empty removes the value. Personal data: never logged.</param>
public sealed record GuestListWrite(Guid GuestId, long Version, IReadOnlyDictionary<string, string> Typed);

/// <summary>What was written.</summary>
public sealed record GuestListApplied(int Persons, int Fields, DateTime At);

/// <summary>
/// Writes a list of guests that the agent has looked through: all of it or nothing. What somebody changed since it was looked through is
/// not overwritten unseen.
/// </summary>
public sealed class ApplyGuestList(IDbContextFactory<PortalDb> databases, GuestTyping typing, WakeGuestLists wake, TimeProvider time)
{
    private static readonly Refusal Gone = new(RefusalReason.NotFound, "Some of these persons are no longer on the list.");

    /// <param name="actor">Who applies it.</param>
    /// <param name="writes">A person each, all of one cart or booking; their versions are those of the preview.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>How much was written; Busy, and nothing written, when somebody changed one of the persons since.</returns>
    public async Task<Answer<GuestListApplied>> RunAsync(Actor actor, IReadOnlyList<GuestListWrite> writes, CancellationToken cancellation)
    {
        if (writes.Count == 0)
            return new GuestListApplied(0, 0, time.GetUtcNow().UtcDateTime);
        // A provider's complaint may be written down at this moment: that is no reason to look through the list again.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var first = writes[0].GuestId;
            var guests = await db.Guests.VisibleTo(db, actor).Include(g => g.Words).Include(g => g.Places).AsSplitQuery()
                .Where(g => g.ErasedAt == null && g.CartId == db.Guests.Where(x => x.Id == first).Select(x => x.CartId).FirstOrDefault()).ToDictionaryAsync(g => g.Id, cancellation);
            if (!writes.All(w => guests.ContainsKey(w.GuestId)))
                return Gone;
            if (writes.Count(w => guests[w.GuestId].Version != w.Version) is > 0 and var changed)
                return Changed(changed);

            var written = new List<GuestListWrite>();
            foreach (var write in writes)
                if (await typing.WriteAsync(guests[write.GuestId], write.Typed, cancellation))
                    written.Add(write);
            var now = time.GetUtcNow().UtcDateTime;
            var applied = new GuestListApplied(written.Count, written.Sum(w => w.Typed.Count), now);
            if (written.Count == 0)
                return applied;
            db.History.Add(await EntryAsync(db, actor, guests[first], written, now, cancellation));
            if (await wake.TrySaveAsync(db, [.. written.Select(w => w.GuestId)], cancellation))
                return applied;
        }
        return Changed(1);
    }

    private static Refusal Changed(int count) => new(RefusalReason.Busy, $"Somebody changed {CountWords.Persons(count)} since the list was looked through.");

    private static async Task<HistoryEntry> EntryAsync(PortalDb db, Actor actor, Guest guest, List<GuestListWrite> written, DateTime now, CancellationToken cancellation)
    {
        var lines = guest.Places.ConvertAll(p => p.CartLineId);
        var bookingId = await db.Orders.Where(o => db.CartLines.Any(l => lines.Contains(l.Id) && l.OrderId == o.Id)).Select(o => (Guid?)o.BookingId).FirstOrDefaultAsync(cancellation);
        var emptied = written.Count(w => w.Typed.Values.All(value => value.Length == 0));
        return new HistoryEntry
        {
            At = now, CartId = guest.CartId, BookingId = bookingId, By = actor.Name,
            Said = $"A list of guests was taken over: {CountWords.Fields(written.Sum(w => w.Typed.Count))} of {CountWords.Persons(written.Count)}"
                + (emptied > 0 ? $"; {emptied} of them emptied." : "."),
        };
    }
}
