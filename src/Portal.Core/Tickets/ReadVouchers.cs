using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Persistence;

namespace Portal.Core.Tickets;

/// <summary>Reads the purchased tickets of a booking for those who sell them.</summary>
public sealed class ReadVouchers(IDbContextFactory<PortalDb> databases, GuestSeal seal)
{
    /// <param name="actor">Whoever asks.</param>
    /// <param name="reference">The booking's reference.</param>
    /// <param name="itemIds">Only these; empty is all. What is not purchased is left out in any case.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null when there is no such booking, or not for this actor.</returns>
    public async Task<TicketSheet?> RunAsync(Actor actor, string reference, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var wanted = reference.Trim().ToUpperInvariant();
        var bookingId = await db.Bookings.VisibleTo(actor).Where(b => b.Reference == wanted).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(cancellation);
        if (bookingId is not { } id)
            return null;
        var sheet = await VoucherReading.SheetAsync(db, seal, id, cancellation);
        return sheet with
        {
            Vouchers = [.. sheet.Vouchers.Where(v => itemIds.Count == 0 || itemIds.Contains(v.ItemId))
                .Select(v => actor.SeesPersons ? v : v with { Guest = GuestNames.For(actor, v.Guest), WalletUrl = null })],
        };
    }
}
