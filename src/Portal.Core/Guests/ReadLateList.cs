using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Asks a provider what it wants to know of a fulfilment's guests now, and lays the places out. A requirement that is new since opens
/// only itself; what was accepted stays so.
/// </summary>
public sealed class ReadLateList(IDbContextFactory<PortalDb> databases, ConnectionBook connections, GuestSeal seal, MeasureGuests measure, TimeProvider time, ILogger<ReadLateList> logger)
{
    /// <returns>False when the provider did not tell.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        // Somebody may be typing: what was read is fitted again.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await LateLists.ReadAsync(db, connections, actor, fulfilmentId, cancellation) is not { } list)
                return false;
            var sheets = await HintedLists.ReadAsync((hint, ct) => list.Taker.ReadLateGuestsAsync(list.Call, list.Reference, hint, ct), list.Connection.Traits, list.Lines, seal, logger, cancellation);
            if (sheets is null)
                return false;
            var now = time.GetUtcNow().UtcDateTime;
            var (order, booking) = (list.Fulfilment.Order!, list.Fulfilment.Order!.Booking!);
            var crew = await GuestCrew.OfBookingAsync(db, order.AgencyId, booking.CartId, booking.Id, now, cancellation);
            foreach (var line in list.Lines)
                if (sheets.FirstOrDefault(s => s.OfferRef == line.OfferRef) is { } sheet)
                    GuestList.Fit(line, sheet.Slots, crew);
            list.Fulfilment.GuestsReadAt = now;
            try
            {
                if (!await db.TrySaveAsync(cancellation))
                    continue;
            }
            catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
            {
                continue; // Another node laid out the same places at this moment.
            }
            await measure.RunAsync(booking.Id, CancellationToken.None);
            return true;
        }
        return false;
    }
}
