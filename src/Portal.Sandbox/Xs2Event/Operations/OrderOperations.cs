using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>What becomes of a booking, read by polling, and the guest data that may come late.</summary>
internal sealed class OrderOperations(Xs2EventState state, Problems problems)
{
    private readonly FilterSet<BookingOrder> _filters = new FilterSet<BookingOrder>()
        .Text("booking_id", o => o.BookingId).Text("bookingorder_id", o => o.Id).Text("event_id", o => o.EventId)
        .Text("reservation_id", o => state.Bookings[o.BookingId].ReservationId)
        .Text("booking_code", o => state.Bookings[o.BookingId].Code)
        .AnyCase("booking_email", o => state.Bookings[o.BookingId].Email)
        .By("query", (f, o) => f.Contained(state.Bookings[o.BookingId].Code) || f.Contained(o.EventName) || f.Contained(state.Bookings[o.BookingId].BookingReference))
        .By("ticket_id", (f, o) => o.Items.Exists(i => f.Text(i.TicketId)))
        .Date("event_startdate", o => state.Catalogue.Events[o.EventId].Start).Date("event_stopdate", o => state.Catalogue.Events[o.EventId].Stop)
        .Date("created", o => o.Created).Flag("api_booking", _ => true).Flag("mass_booking", _ => false)
        .OneOf("guestdata_status", Words.GuestDataStatus, o => o.GuestDataStatus(state))
        .OneOf("logistic_status", Words.LogisticStatus, o => o.LogisticStatus)
        .OneOf("sport_type", Words.SportType, o => state.Catalogue.Events[o.EventId].Sport)
        .Text("tournament_id", o => state.Catalogue.Events[o.EventId].Tournament.Id)
        .Option("compare_mode");

    public Reply List(Call call, Distributor caller) => Paging.List(call, "bookingorders", Matching(call, caller), o => OrderShapes.Detail(o, state));

    public Reply ShortList(Call call, Distributor caller) => Paging.List(call, "bookingorders", Matching(call, caller), o => OrderShapes.Short(o, state));

    public Reply Read(Call call, Distributor caller) => Reply.Json(200, OrderShapes.Detail(Find(call.AllowOnly(), caller), state));

    public Reply ReadGuests(Call call, Distributor caller)
    {
        call.AllowOnly("include_conditions", "country_hint");
        var (hint, conditions) = (call.CountryHint(), call.Flag("include_conditions"));
        return Shown(Find(call, caller), hint, conditions);
    }

    public Reply WriteGuests(Call call, Distributor caller)
    {
        var order = FindChangeable(call.AllowOnly(), caller);
        if (BodyReader.Object(call).Objects("items") is not { Count: > 0 } items) throw problems.Invalid("items must hold at least one ticket.");
        var filled = items.Select(item =>
        {
            var form = order.Forms(state).FirstOrDefault(f => f.Ticket.Id == item.Text("ticket_id")) ?? throw problems.UnknownTicket(
                [new { ticket_id = item.Text("ticket_id"), error = new { detail = "This ticket is not in the booking order" } }]);
            return form.Filled(item.Objects("guests") ?? [], problems, whole: false);
        }).ToList();
        Keep(order, filled);
        return Shown(order, null, conditions: false);
    }

    public Reply ReadOneGuest(Call call, Distributor caller)
    {
        call.AllowOnly();
        return Reply.Json(200, GuestShapes.Flat(FindGuest(Find(call, caller), call.Part("guest")).Slot));
    }

    public Reply WriteOneGuest(Call call, Distributor caller)
    {
        var order = FindChangeable(call.AllowOnly(), caller);
        var (form, slot) = FindGuest(order, call.Part("guest"));
        var filled = form.Filled([GuestOperations.WithId(BodyReader.Object(call), slot.Id)], problems, whole: false);
        var alone = filled with { Guests = [filled.Guests.First(g => g.Id == slot.Id)] };
        if (!alone.GoodForCheckout) throw problems.GuestData([GuestShapes.Read(alone, errors: true)]);
        Store(order, [filled]);
        return Reply.Json(200, GuestShapes.Flat(FindGuest(order, slot.Id).Slot));
    }

    public BookingOrder Find(Call call, Distributor caller) =>
        state.Orders.TryGetValue(call.Part("id"), out var order) && order.DistributorId == caller.DistributorId
            ? order
            : throw Problems.NotFound("This booking order");

    private BookingOrder FindChangeable(Call call, Distributor caller)
    {
        var order = Find(call, caller);
        return order.LogisticStatus is "cancelled" or "returned" ? throw problems.Invalid("This booking order will not be delivered.") : order;
    }

    private IReadOnlyList<BookingOrder> Matching(Call call, Distributor caller)
    {
        var mine = state.Orders.Values.Where(o => o.DistributorId == caller.DistributorId).ToList();
        return _filters.Apply(call.Query, mine, mine.FirstOrDefault(), or: call.ComparesWithOr());
    }

    /// <summary>Data wanted before download may come in parts; what was needed at checkout may not go missing again.</summary>
    private void Keep(BookingOrder order, List<GuestForm> filled)
    {
        if (!filled.TrueForAll(f => f.GoodForCheckout)) throw problems.GuestData([.. filled.Select(f => GuestShapes.Read(f, errors: true))]);
        Store(order, filled);
    }

    private void Store(BookingOrder order, List<GuestForm> filled)
    {
        foreach (var form in filled) order.Tickets.First(t => t.TicketId == form.Ticket.Id).Guests = [.. form.Guests];
        order.ReckonGuestData(state);
    }

    private Reply Shown(BookingOrder order, string? hint, bool conditions) => Reply.Json(200, new
    {
        bookingorder_id = order.Id,
        items = order.Forms(state, hint).Select(f => GuestShapes.Late(f, conditions)).ToList(),
    });

    private (GuestForm Form, GuestSlot Slot) FindGuest(BookingOrder order, string guestId) =>
        order.Forms(state).SelectMany(f => f.Guests.Select(g => (f, g))).FirstOrDefault(p => p.g.Id == guestId) is { g: not null } found
            ? found
            : throw Problems.NotFound("This guest");
}
