using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>A checkout as the agent pressed it.</summary>
/// <param name="ActionId">Made when the page was drawn; the same id returns the first booking.</param>
/// <param name="CartId">What is checked out: everything in it.</param>
/// <param name="Customer">What the agent calls the customer; may be empty.</param>
/// <param name="OnOpenAnswer">What becomes of the rest when one answer stays open.</param>
/// <param name="OnRefusal">What becomes of the rest when one provider says no.</param>
/// <param name="Content">What the plan that the agent saw was made of (<see cref="CartContent"/>); null checks out whatever is there.</param>
public sealed record CheckOutRequest(Guid ActionId, Guid CartId, string? Customer, OnOpenAnswer OnOpenAnswer, OnRefusal OnRefusal = OnRefusal.KeepWhatGoes, string? Content = null);

/// <summary>
/// Turns a cart into a booking. First everything that can refuse without effect (design rule 5a): <see cref="CheckCart"/>, then buyer,
/// delivery and guest data are sent; a refusal here has booked nothing. Then the plan is saved as orders and carried out by <see cref="AdvanceBooking"/>.
/// </summary>
public sealed class CheckOutCart(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, CheckCart check, SendBuyer sendBuyer, SendGuests sendGuests, AdvanceBooking advance,
    CustomerSeal customers, TimeProvider time)
{
    /// <returns>The id of the booking; its orders tell how each part went.</returns>
    public async Task<Answer<BookingMade>> RunAsync(Actor actor, CheckOutRequest request, CancellationToken cancellation)
    {
        if (await FirstResultAsync(request.ActionId, actor, cancellation) is { } first)
            return first;
        var made = await MakeAsync(actor, request, cancellation);
        // The other one of two clicks may have taken the lines while this one looked at them: its result is this one's too.
        if (!made.IsYes)
            return await FirstResultAsync(request.ActionId, actor, cancellation) ?? made;
        await advance.RunAsync(actor, made.Value.BookingId, CancellationToken.None);
        return made;
    }

    private async Task<Answer<BookingMade>> MakeAsync(Actor actor, CheckOutRequest request, CancellationToken cancellation)
    {
        if (await check.RunAsync(actor, request.CartId, cancellation) is { } refusal)
            return refusal;
        foreach (var holdId in await HoldsAsync(actor, request.CartId, cancellation))
            if (await SendAsync(actor, holdId, cancellation) is { } no)
                return no;
        return await PlanAsync(actor, request, cancellation);
    }

    private async Task<Refusal?> SendAsync(Actor actor, Guid holdId, CancellationToken cancellation)
    {
        foreach (var send in (Func<Actor, Guid, CancellationToken, Task<Answer<HoldState>>>[])[sendBuyer.RunAsync, sendGuests.RunAsync])
        {
            var sent = await send(actor, holdId, cancellation);
            if (!sent.IsYes)
                return sent.Refusal;
            if (sent.Value != HoldState.Held)
                return new Refusal(RefusalReason.Busy, "The provider did not answer when buyer or guest data were sent. It is being looked up.");
        }
        return null;
    }

    private async Task<IReadOnlyList<Guid>> HoldsAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CartLines.VisibleTo(actor).InCart().Where(l => l.CartId == cartId).Select(l => l.HoldId!.Value).Distinct().ToListAsync(cancellation);
    }

    private async Task<Answer<BookingMade>> PlanAsync(Actor actor, CheckOutRequest request, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var cart = await db.Carts.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == request.CartId, cancellation);
        if (cart is null)
            return new Refusal(RefusalReason.NotFound, "The cart is not known.");
        var lines = await db.CartLines.InCart().Where(l => l.CartId == cart.Id).Include(l => l.Hold!.References).ToListAsync(cancellation);
        if (lines.Count == 0 || lines.Exists(l => l.Hold is not { State: HoldState.Held } || l.Problem is not null || l.HeldQuantity != l.Quantity))
            return new Refusal(RefusalReason.Busy, "The cart changed while checkout began. Nothing was booked.");
        if (request.Content is { } seen && seen != CartContent.Of(lines))
            return new Refusal(RefusalReason.Busy, "The cart is no longer what the plan showed. Nothing was booked.");

        var holds = lines.Select(l => l.Hold!).DistinctBy(h => h.Id).ToDictionary(h => h.Id);
        var planned = await check.PlanAsync(holds.Values, lines, cancellation);
        if (CheckoutPlan.TooLate(planned, now) is not null)
            return CheckCart.TooLate;

        var booking = new Booking
        {
            Id = Guid.CreateVersion7(), Reference = BookingReference.New(), AgencyId = cart.AgencyId, AgentId = cart.AgentId, AgentName = actor.Name,
            CartId = cart.Id, SealedCustomer = actor.SeesPersons ? customers.Seal(request.Customer) : cart.SealedCustomer, CreatedAt = now, OnOpenAnswer = request.OnOpenAnswer,
            OnRefusal = request.OnRefusal, SealedBuyer = cart.SealedBuyer, Version = 1,
            EraseAt = await EraseDates.OfNewAsync(db, cart.AgencyId, lines.ConvertAll(l => l.SessionId), now, cancellation),
        };
        db.Bookings.Add(booking);
        var number = 0;
        foreach (var candidate in planned)
        {
            var hold = holds[candidate.HoldId];
            var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
            var held = hold.Lines.Where(l => l.RemovedAt is null).ToList();
            var delivery = BuyerWishes.Delivery(cart.DeliveryJson, connection, held.Sum(l => l.HeldQuantity), held[0].Quote.Currency);
            booking.Orders.Add(Order.Plan(booking, hold, ++number, candidate.Mode, delivery, actor, now));
            hold.Take(actor, now);
        }
        foreach (var line in lines)
            line.Version++;
        cart.Version++;
        db.Deeds.Add(new Deed { Id = request.ActionId, Verb = nameof(CheckOutCart), ActorId = actor.UserId!.Value, ResultId = booking.Id, At = now });
        try
        {
            var owed = booking.Orders.Where(o => o.Mode == SaleMode.Purchase).Sum(o => o.TotalOwed);
            var (isSaved, refusal) = await db.TrySpendAsync(cart.AgencyId, owed, CreditUse.Sell, cancellation);
            if (isSaved)
                return new BookingMade(booking.Id, booking.Reference);
            return await FirstResultAsync(request.ActionId, actor, cancellation) ?? refusal ?? Changed;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // A double click (same action id), another tab (hold already taken) or, once in a long while, a reference twice.
            return await FirstResultAsync(request.ActionId, actor, cancellation) ?? Changed;
        }
    }

    private static Refusal Changed => new(RefusalReason.Busy, "The cart changed while checkout began. Nothing was booked by this click.");

    private async Task<Answer<BookingMade>?> FirstResultAsync(Guid actionId, Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var first = await (from deed in db.Deeds
                           where deed.Id == actionId && deed.ActorId == actor.UserId
                           join booking in db.Bookings on deed.ResultId equals booking.Id
                           select new { booking.Id, booking.Reference }).SingleOrDefaultAsync(cancellation);
        if (first is null)
            return null;
        return new BookingMade(first.Id, first.Reference);
    }
}

/// <summary>The booking a checkout made.</summary>
public sealed record BookingMade(Guid BookingId, string Reference);
