using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>Keeps what is entered about buyer and delivery, as it is entered, so that a reload finds it and it is sent once it is asked for.</summary>
public sealed class NoteBuyer(IDbContextFactory<PortalDb> databases, BuyerSeal buyers, TimeProvider time)
{
    /// <param name="actor">Who types; of somebody who may not read it nothing is taken.</param>
    /// <param name="cartId">Whose buyer.</param>
    /// <param name="field">Which field.</param>
    /// <param name="value">What stands in it now; empty takes it away.</param>
    /// <param name="cancellation">Ends it before it is saved.</param>
    public Task RunAsync(Actor actor, Guid cartId, BuyerField field, string? value, CancellationToken cancellation) => !actor.SeesPersons ? Task.CompletedTask : SaveAsync(actor, cartId, cart =>
    {
        var values = buyers.Open(cart.SealedBuyer).Values.ToDictionary();
        if (string.IsNullOrWhiteSpace(value))
            values.Remove(field);
        else
            values[field] = value.Trim();
        cart.SealedBuyer = buyers.Seal(new Buyer(values));
    }, cancellation);

    /// <summary>The lead guest's data changed: what the buyer shares with them follows.</summary>
    internal Task FollowAsync(Guid cartId, IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> now, CancellationToken cancellation) =>
        SaveAsync(Actor.Job("lead-guest"), cartId, cart =>
        {
            if (LeadAndBuyer.Follow(buyers.Open(cart.SealedBuyer), was, now) is { } followed)
                cart.SealedBuyer = buyers.Seal(followed);
        }, cancellation);

    /// <summary>Keeps how the tickets of one connection shall come.</summary>
    public Task RunAsync(Actor actor, Guid cartId, Guid connectionId, string optionRef, CancellationToken cancellation) => SaveAsync(actor, cartId, cart =>
    {
        var chosen = JsonSerializer.Deserialize<Dictionary<Guid, string>>(cart.DeliveryJson)!;
        chosen[connectionId] = optionRef;
        cart.DeliveryJson = JsonSerializer.Serialize(chosen);
    }, cancellation);

    // Two fields left at once meet here: the version tells, and the second is written on top of the first.
    private async Task SaveAsync(Actor actor, Guid cartId, Action<Cart> write, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var cart = await db.Carts.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == cartId, cancellation);
            if (cart is null)
                return;
            var (buyer, delivery) = (cart.SealedBuyer, cart.DeliveryJson);
            write(cart);
            if (cart.SealedBuyer == buyer && cart.DeliveryJson == delivery)
                return;
            // Not a change of what is checked out: the cart's version stays.
            if (await db.Carts.Where(c => c.Id == cartId && c.SealedBuyer == buyer && c.DeliveryJson == delivery).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.SealedBuyer, cart.SealedBuyer).SetProperty(c => c.DeliveryJson, cart.DeliveryJson).SetProperty(c => c.BuyerChangedAt, time.GetUtcNow().UtcDateTime), cancellation) == 1)
                return;
        }
    }
}
