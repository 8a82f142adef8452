using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Reads the guest form of a cart before checkout, or of a fulfilment after the sale. Reads only what is stored; asks nobody.</summary>
public sealed class ReadGuestForm(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, GuestSeal seal, TimeProvider time)
{
    /// <returns>Null when there is no such cart, or not for this actor.</returns>
    public async Task<GuestForm?> OfCartAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = await db.Carts.VisibleTo(actor).Where(c => c.Id == cartId).Select(c => c.Name).SingleOrDefaultAsync(cancellation);
        if (name is null)
            return null;
        var rows = await CartRows.Of(db, db.CartLines.InCart().Where(l => l.CartId == cartId)).ToListAsync(cancellation);
        return new GuestForm(cartId, name, await PartsAsync(db, rows, cancellation));
    }

    /// <returns>Null when there is no such fulfilment, or not for this actor.</returns>
    public async Task<GuestForm?> OfFulfilmentAsync(Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var reference = await db.Fulfilments.Where(f => db.Orders.VisibleTo(actor).Any(o => o.Id == f.OrderId) && f.Id == fulfilmentId)
            .Select(f => f.Order!.Booking!.Reference).SingleOrDefaultAsync(cancellation);
        if (reference is null)
            return null;
        var rows = await CartRows.Of(db, db.CartLines.Where(l => db.Items.Any(i => i.FulfilmentId == fulfilmentId && i.CartLineId == l.Id))).ToListAsync(cancellation);
        return new GuestForm(fulfilmentId, reference, await PartsAsync(db, rows, cancellation));
    }

    private async Task<IReadOnlyList<GuestFormPart>> PartsAsync(PortalDb db, List<CartRow> rows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var lineIds = rows.ConvertAll(r => r.Id);
        var holdIds = rows.Select(r => r.HoldId).OfType<Guid>().Distinct().ToList();
        var guests = await db.Guests.AsNoTracking().Where(g => lineIds.Contains(g.CartLineId)).OrderBy(g => g.Slot).ToListAsync(cancellation);
        var accepted = await db.Holds.Where(h => holdIds.Contains(h.Id)).Select(h => new { h.Id, h.GuestsAcceptedAt }).ToDictionaryAsync(h => h.Id, h => h.GuestsAcceptedAt, cancellation);
        var today = DateOnly.FromDateTime(now);

        return [.. from row in rows
                   let ofLine = guests.FindAll(g => g.CartLineId == row.Id)
                   where ofLine.Count > 0
                   let acceptedAt = row.HoldId is { } hold ? accepted.GetValueOrDefault(hold) : null
                   select new GuestFormPart(row.Id, providers.Get(row.ProviderKind).Traits.DisplayName, row.What, row.OfferName, row.Quantity,
                       ofLine.ConvertAll(g => Person(g, today)))
                   {
                       State = LineStates.Of(row.HoldState, row.CommitBy, row.ExpiresAt, row.OrderState, row.Problem, now), HoldId = row.HoldId, CommitBy = row.CommitBy,
                       IsAccepted = acceptedAt is { } at && ofLine.TrueForAll(g => g.ChangedAt <= at),
                   }];
    }

    private GuestPerson Person(Guest guest, DateOnly today)
    {
        var wanted = JsonSerializer.Deserialize<Dictionary<string, GuestDue>>(guest.WantedJson)!;
        var values = seal.Open(guest.SealedValues);
        var complaints = seal.Open(guest.SealedFaults);
        var faults = GuestCheck.Check(wanted, values, GuestDue.BeforeDownload, today).ToLookup(f => f.Field, f => f.Said);
        // What was typed stays in sight even when the provider no longer asks for it.
        return new GuestPerson(guest.Id, guest.Slot, guest.IsLead,
            [.. wanted.Keys.Union(values.Keys).OrderBy(GuestFields.Order).ThenBy(name => name, StringComparer.Ordinal).Select(name => new GuestFormField(
                GuestFields.Get(name), wanted.TryGetValue(name, out var due) ? due : null, values.GetValueOrDefault(name, ""),
                complaints.TryGetValue(name, out var complaint) ? Said(complaint) : faults[name].FirstOrDefault())
            {
                IsComplaint = complaint is not null,
            })]);
    }

    // XS2Event documents a single word for what it does not accept.
    private static string Said(string complaint) => complaint is "required" ? "is needed" : complaint;
}
