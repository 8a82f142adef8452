using System.Globalization;
using System.Text.Json;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>Confirmed sales: made with an idempotency key, with a reservation or without, and cancelled as a whole.</summary>
internal sealed class Bookings(EGumaState state, Errors errors, BodyReader reader, SaleRules rules, Reservations reservations, Replays replays)
{
    private const int FirstNumber = 1_000_053;
    private readonly Shapes _shapes = new(state);

    public Reply Create(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: true);
        return replays.Once(call, caller, () => Make(call, caller));
    }

    /// <summary>All tickets at once, before the start, if nobody was let in, by the user who booked.</summary>
    public Reply Cancel(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false);
        var id = reader.Needed(reader.Object(call, "booking_id"), "booking_id");
        if (!state.Bookings.TryGetValue(id, out var booking) || booking.User != caller.User) throw errors.NotFound("The booking");
        if (booking.Status == "cancelled") throw errors.AlreadyCancelled();
        if (booking.StartsAt <= state.NowAt(caller.Merchant)) throw errors.BookingInPast();
        if (booking.Tickets.Exists(t => t.CheckedInAt is not null)) throw errors.CheckedIn();
        state.Cancel(booking);
        return Reply.Json(200, Shapes.Cancelled(booking));
    }

    private Reply Make(Call call, Caller caller)
    {
        var body = reader.Object(call, "reservation_id", "product_id", "starts_at", "items", "customer", "language");
        var customer = CustomerIn(body);
        var sale = rules.Read(body, caller);
        var product = sale.Slot.Product;
        var language = reader.Text(body, "language") ?? (product.Names.ContainsKey(caller.Merchant.Language) ? caller.Merchant.Language : product.Names.GetAt(0).Key);
        if (!product.Names.ContainsKey(language)) throw errors.Invalid("language is not a language of this product.");

        if (reader.Text(body, "reservation_id") is { } id)
        {
            var reservation = reservations.FindFor(sale, id, caller);
            reservation.State = "used";
            state.Touch(reservation);
        }
        else
        {
            rules.RequireRoom(sale);
            state.Take(sale.Slot, sale.Places);
        }
        var booking = new Booking
        {
            Id = Ids.New(),
            Reference = (FirstNumber + state.Bookings.Count).ToString(CultureInfo.InvariantCulture),
            User = caller.User,
            MerchantId = caller.Merchant.Id,
            IdempotencyKey = call.Header("Idempotency-Key"),
            ProductId = product.Id,
            StartsAt = sale.Slot.StartsAt,
            Customer = customer,
            Language = language,
            Created = state.Now,
            Tickets = [.. sale.Items.SelectMany(i => Enumerable.Range(0, i.Quantity).Select(_ => TicketFor(i, sale.Slot)))],
        };
        state.Touch(booking);
        return Reply.Json(200, _shapes.Of(booking, call.Root));
    }

    private Customer CustomerIn(JsonElement body)
    {
        var customer = reader.Only(reader.NeededObject(body, "customer"), "first_name", "last_name", "email");
        var email = reader.Needed(customer, "email");
        if (email.IndexOf('@') < 1 || email.EndsWith('@')) throw errors.Invalid("customer.email is not an e-mail address.");
        return new Customer(reader.Needed(customer, "first_name"), reader.Needed(customer, "last_name"), email);
    }

    private static Ticket TicketFor(Wanted wanted, Slot slot) => new()
    {
        Number = Ids.NewTicketNumber(),
        CategoryId = wanted.CategoryId,
        PriceInCents = slot.Product.PriceOf(slot.Product.Categories.First(c => c.Id == wanted.CategoryId), slot.StartsAt),
        FileToken = Guid.NewGuid().ToString("N"),
    };
}
