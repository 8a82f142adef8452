using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Finds out what must be asked of whom for the held lines of a cart, and lays the places out. The provider's own list decides, since
/// the number of persons is its choice; while it cannot be read, the requirements known from the offer stand in.
/// </summary>
public sealed class PrepareGuests(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, GuestSeal seal, GuestTyping typing, BuyerSeal buyers, TimeProvider time, ILogger<PrepareGuests> logger)
{
    public async Task RunAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var lines = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.GuestPlaces).ThenInclude(p => p.Guest).Include(l => l.Hold!.References).Include(l => l.Cart)
            .Where(l => l.CartId == cartId).ToListAsync(cancellation);

        if (lines.Count == 0)
            return;
        var crew = await GuestCrew.OfCartAsync(db, lines[0].Cart!.AgencyId, cartId, now, cancellation);
        foreach (var ofHold in lines.OrderBy(l => l.AddedAt).Where(l => l.Hold is { } h && h.IsHeldAt(now)).GroupBy(l => l.Hold!))
        {
            var connection = await connections.OpenAsync(ofHold.Key.ConnectionId, cancellation);
            if (connection.Provider is not ITakesEarlyGuests taker)
                continue;
            var call = new ProviderCall(connection.Facts, new CallSubject(HoldId: ofHold.Key.Id))
            {
                References = [.. ofHold.Key.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))],
            };
            var sheets = await HintedLists.ReadAsync((hint, ct) => taker.ReadGuestsAsync(call, hint, ct), connection.Traits, [.. ofHold], seal, logger, cancellation);
            foreach (var line in ofHold)
                GuestList.Fit(line, sheets?.FirstOrDefault(s => s.OfferRef == line.OfferRef)?.Slots ?? Assumed(line), crew);
        }
        // Whoever buys usually goes too: what is known of the buyer is not asked again of the lead guest.
        var buyer = LeadAndBuyer.OfBuyer(buyers.Open(lines[0].Cart!.SealedBuyer));
        foreach (var place in lines.SelectMany(l => l.GuestPlaces).Where(p => p.IsLead && db.Entry(p.Guest!).State == EntityState.Added).DistinctBy(p => p.GuestId))
            await typing.WriteAsync(place.Guest!, buyer.Where(b => GuestList.Wanted(place).ContainsKey(b.Key)).ToDictionary(), cancellation);
        // Two tabs may lay out the same places; whoever comes second keeps the first one's.
        await TrySaveNewAsync(db, cancellation);
    }

    private static IReadOnlyList<GuestSlot> Assumed(CartLine line)
    {
        if (line.GuestPlaces.Count > 0)
            return [.. line.GuestPlaces.OrderBy(p => p.Slot).Select(p => new GuestSlot(p.ProviderRef, p.IsLead, new Dictionary<string, string>(), GuestList.Wanted(p)))];
        var wanted = JsonSerializer.Deserialize<List<GuestRequirement>>(line.RequirementsJson)!;
        return [.. Enumerable.Range(0, wanted.Count == 0 ? 0 : line.Quantity).Select(i => new GuestSlot(null, i == 0, new Dictionary<string, string>(),
            wanted.Where(w => i == 0 || w.Scope == GuestScope.AllPersons).GroupBy(w => w.Field).ToDictionary(g => g.Key, g => g.Min(w => w.Due))))];
    }

    private static async Task TrySaveNewAsync(PortalDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
        }
    }
}
