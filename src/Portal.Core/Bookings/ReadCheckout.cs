using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a checkout of a cart would do, in the order it would do it.</summary>
/// <param name="Cart">The cart as it stands.</param>
/// <param name="ActionId">The same for every drawing of the page until the cart was checked out or came back: a double click, a reload and a second tab are one checkout.</param>
/// <param name="Steps">Whom it asks, in order.</param>
/// <param name="AllOrNothing">False when more than one part is final at once.</param>
/// <param name="TooLate">The first step whose clock may run out before its turn; null when all can start in time.</param>
public sealed record CheckoutView(CartView Cart, Guid ActionId, IReadOnlyList<CheckoutStep> Steps, bool AllOrNothing, CheckoutStep? TooLate)
{
    public string? Customer { get; init; }
    public OnOpenAnswer OnOpenAnswer { get; init; }
    public OnRefusal OnRefusal { get; init; }
    /// <summary>What the providers of this cart want to know of the buyer; each field once.</summary>
    public IReadOnlyList<BuyerWish> Wishes { get; init; } = [];
    /// <summary>What was entered so far.</summary>
    public Buyer Buyer { get; init; } = Buyer.Nobody;
    /// <summary>What is missing or cannot be right.</summary>
    public IReadOnlyList<BuyerFault> BuyerFaults { get; init; } = [];
    /// <summary>Where there is a choice of how tickets come.</summary>
    public IReadOnlyList<DeliveryChoice> Deliveries { get; init; } = [];
    /// <summary>The steps that are prepared before anything becomes final, in that order.</summary>
    public IEnumerable<CheckoutStep> Prepared => Steps.Where(s => s.PrepareRank is not null).OrderBy(s => s.PrepareRank);
}

/// <summary>One hold of the plan and what becomes of it.</summary>
/// <param name="Number">Its place in the plan, from 1.</param>
/// <param name="Card">The hold with its lines.</param>
/// <param name="Mode">Sold or kept.</param>
/// <param name="CanBeUndone">Whether it can be undone afterwards without cost.</param>
/// <param name="CanBeCancelled">Whether it can be cancelled afterwards at all, at a price.</param>
public sealed record CheckoutStep(int Number, CartCard Card, SaleMode Mode, bool CanBeUndone, bool CanBeCancelled)
{
    /// <summary>What the phase before the commit does.</summary>
    public Preparing Preparing { get; init; }
    /// <summary>Its place in that phase; null where there is none.</summary>
    public int? PrepareRank { get; init; }
    /// <summary>Neither prepared nor undone: final the moment its provider says yes.</summary>
    public bool IsPivot { get; init; }
}

/// <summary>The ways in which the tickets of one provider may come; their own costs are in the provider's currency.</summary>
/// <param name="Quote">Of the first line it is for: the rate that is frozen there holds for delivery too.</param>
public sealed record DeliveryChoice(Guid ConnectionId, string Provider, IReadOnlyList<DeliveryOption> Options, DeliveryOption Chosen, Quote Quote)
{
    /// <summary>What an option costs in the agency's currency.</summary>
    public Money CostOf(DeliveryOption option) => new(Quote.InAccount(option.Cost.Amount), Quote.AccountCurrency);
}

/// <summary>Reads the plan for the checkout page.</summary>
public sealed class ReadCheckout(
    IDbContextFactory<PortalDb> databases, ReadCart readCart, ConnectionBook connections, CustomerSeal customers, BuyerSeal buyers, TimeProvider time)
{
    /// <returns>Null when there is no such cart, or not for this actor.</returns>
    public async Task<CheckoutView?> RunAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        if (await readCart.RunAsync(actor, cartId, cancellation) is not { } cart)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var noted = await db.Carts.Where(c => c.Id == cartId).Select(c => new { c.SealedCustomer, c.OnOpenAnswer, c.OnRefusal, c.SealedBuyer, c.DeliveryJson }).SingleAsync(cancellation);

        var held = cart.Cards.Where(c => c.State == LineState.Held).ToDictionary(c => c.HoldId!.Value);
        var open = new Dictionary<Guid, OpenConnection>();
        foreach (var id in held.Values.Select(c => c.ConnectionId).Distinct())
            open[id] = await connections.OpenAsync(id, cancellation);
        var planned = CheckoutPlan.Order(held.Values.Select(c =>
            new PlanCandidate(c.HoldId!.Value, open[c.ConnectionId].Traits, c.Lines[0].Mode, c.CommitBy!.Value)));
        var steps = planned.Select((p, i) => new CheckoutStep(i + 1, held[p.HoldId], p.Mode, p.Traits.CommitCanBeUndone, p.Traits.CanCancel)
        {
            Preparing = p.Traits.Preparing, PrepareRank = CheckoutPlan.PrepareRank(p.Traits), IsPivot = CheckoutPlan.IsPivot(p.Traits),
        }).ToList();
        var wishes = BuyerWishes.Of(steps.Select(s => (open[s.Card.ConnectionId], s.Mode)));
        var buyer = buyers.Open(noted.SealedBuyer);
        var late = CheckoutPlan.TooLate(planned, time.GetUtcNow().UtcDateTime);
        return new CheckoutView(cart, ActionId(cartId, cart.Version), steps, CheckoutPlan.CanPromiseAllOrNothing(planned), steps.Find(s => s.Card.HoldId == late?.HoldId))
        {
            Customer = GuestNames.For(actor, customers.Open(noted.SealedCustomer)), OnOpenAnswer = noted.OnOpenAnswer, OnRefusal = noted.OnRefusal,
            Wishes = wishes, Buyer = actor.SeesPersons ? buyer : Buyer.Nobody, BuyerFaults = BuyerWishes.Check(wishes, buyer), Deliveries = [.. Deliveries(held.Values, open, noted.DeliveryJson)],
        };
    }

    private static IEnumerable<DeliveryChoice> Deliveries(IEnumerable<CartCard> held, Dictionary<Guid, OpenConnection> open, string deliveryJson) =>
        from card in held
        group card by card.ConnectionId into cards
        let connection = open[cards.Key]
        where connection.Provider is IDelivers
        let tickets = cards.Sum(c => c.Lines.Sum(l => l.Quantity))
        let quote = cards.First().Lines[0].Quote
        let currency = quote.Currency
        let chosen = BuyerWishes.Delivery(deliveryJson, connection, tickets, currency)
        where chosen is not null
        select new DeliveryChoice(cards.Key, connection.Traits.DisplayName, ((IDelivers)connection.Provider).DeliveryOptions(connection.Facts, tickets, currency), chosen, quote);

    private static Guid ActionId(Guid cartId, long version)
    {
        Span<byte> made = stackalloc byte[24];
        cartId.TryWriteBytes(made);
        BitConverter.TryWriteBytes(made[16..], version);
        return new Guid(SHA256.HashData(made).AsSpan(0, 16));
    }
}
