using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>A checkout as the agent pressed it.</summary>
/// <param name="ActionId">Made when the page was drawn; the same id returns the first booking.</param>
/// <param name="CartId">What is checked out: everything in it.</param>
/// <param name="Customer">What the agent calls the customer; may be empty.</param>
/// <param name="OnOpenAnswer">What becomes of the rest when one answer stays open.</param>
/// <param name="Content">What the plan that the agent saw was made of (<see cref="CartContent"/>); null checks out whatever is there.</param>
public sealed record CheckOutRequest(Guid ActionId, Guid CartId, string? Customer, OnOpenAnswer OnOpenAnswer, string? Content = null);

/// <summary>
/// Turns a cart into a booking. First everything that can refuse without effect (design rule 5a): enablement, clocks, guest data;
/// a refusal here has booked nothing. Then the plan is saved as orders and carried out by <see cref="AdvanceBooking"/>.
/// </summary>
public sealed class CheckOutCart(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, PrepareGuests prepareGuests, SendGuests sendGuests, AdvanceBooking advance, CustomerSeal customers, TimeProvider time)
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
        if (await CannotAsync(actor, request.CartId, cancellation) is { } refusal)
            return refusal;
        foreach (var holdId in await HoldsAsync(actor, request.CartId, cancellation))
        {
            var sent = await sendGuests.RunAsync(actor, holdId, cancellation);
            if (!sent.IsYes)
                return sent.Refusal;
            if (sent.Value != HoldState.Held)
                return new Refusal(RefusalReason.Busy, "The provider did not answer when the guest data were sent. It is being looked up.");
        }

        return await PlanAsync(actor, request, cancellation);
    }

    private async Task<Refusal?> CannotAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var lines = await db.CartLines.AsNoTracking().VisibleTo(actor).InCart().Include(l => l.Hold).Include(l => l.Cart).Include(l => l.Guests)
            .Where(l => l.CartId == cartId).ToListAsync(cancellation);
        if (lines.Count == 0)
            return new Refusal(RefusalReason.Invalid, "The cart is empty.");
        if (lines.Exists(l => l.Problem is not null))
            return new Refusal(RefusalReason.Busy, "A line waits for your choice.");
        if (lines.Exists(l => l.Hold is not { } h || !h.IsHeldAt(now) || l.HeldQuantity != l.Quantity))
            return new Refusal(RefusalReason.HoldExpired, "Not every line is held.");
        if (lines.Exists(l => l.Hold!.State != HoldState.Held))
            return new Refusal(RefusalReason.Busy, "A hold is being changed at this moment.");
        if (await NotEnabledAsync(db, lines, now, cancellation) is { } notEnabled)
            return notEnabled;
        var planned = await PlanOrderAsync(lines.Select(l => l.Hold!).DistinctBy(h => h.Id), lines, cancellation);
        if (CheckoutPlan.TooLate(planned, now) is not null)
            return TooLate;
        // Nobody has looked at the guest form yet: without its places nothing could be found missing.
        if (lines.Exists(l => l.RequirementsJson != "[]" && l.Guests.Count == 0))
            await prepareGuests.RunAsync(actor, cartId, cancellation);
        return null;
    }

    private async Task<Refusal?> NotEnabledAsync(PortalDb db, List<CartLine> lines, DateTime now, CancellationToken cancellation)
    {
        var judged = new List<JudgedLine>();
        foreach (var line in lines)
            judged.Add(JudgedLine.Of(line, (await connections.OpenAsync(line.ConnectionId, cancellation)).Traits));
        var against = await db.ReadAgainstAsync(lines[0].Cart!.AgencyId, judged, now, cancellation);
        return against.Count == 0 ? null : new Refusal(RefusalReason.NotEnabled, NotEnabled.Write(against.Values.SelectMany(reasons => reasons).Distinct()));
    }

    private async Task<IReadOnlyList<PlanCandidate>> PlanOrderAsync(IEnumerable<Hold> holds, List<CartLine> lines, CancellationToken cancellation)
    {
        var candidates = new List<PlanCandidate>();
        foreach (var hold in holds)
        {
            var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
            candidates.Add(new PlanCandidate(hold.Id, connection.Traits, lines.First(l => l.HoldId == hold.Id).Mode, hold.CommitBy!.Value));
        }
        return CheckoutPlan.Order(candidates);
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
        var planned = await PlanOrderAsync(holds.Values, lines, cancellation);
        if (CheckoutPlan.TooLate(planned, now) is not null)
            return TooLate;

        var booking = new Booking
        {
            Id = Guid.CreateVersion7(), Reference = BookingReference.New(), AgencyId = cart.AgencyId, AgentId = cart.AgentId, AgentName = actor.Name,
            CartId = cart.Id, SealedCustomer = customers.Seal(request.Customer), CreatedAt = now, OnOpenAnswer = request.OnOpenAnswer, Version = 1,
        };
        db.Bookings.Add(booking);
        var number = 0;
        foreach (var candidate in planned)
        {
            var hold = holds[candidate.HoldId];
            booking.Orders.Add(Order.Plan(booking, hold, ++number, candidate.Mode, actor, now));
            hold.Take(actor, now);
        }
        foreach (var line in lines)
            line.Version++;
        cart.Version++;
        db.Deeds.Add(new Deed { Id = request.ActionId, Verb = nameof(CheckOutCart), ActorId = actor.UserId!.Value, ResultId = booking.Id, At = now });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new BookingMade(booking.Id, booking.Reference);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // A double click (same action id), another tab (hold already taken) or, once in a long while, a reference twice.
            return await FirstResultAsync(request.ActionId, actor, cancellation)
                ?? new Refusal(RefusalReason.Busy, "The cart changed while checkout began. Nothing was booked by this click.");
        }
    }

    private static Refusal TooLate => new(RefusalReason.HoldExpired, "Too little time is left on a hold to finish checkout safely. Hold it again first.");

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
