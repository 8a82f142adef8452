using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>Turning a reservation into a booking, once, and reading it back.</summary>
internal sealed class BookingOperations(Xs2EventState state, Problems problems, GuestOperations guests)
{
    private readonly FilterSet<Booking> _filters = new FilterSet<Booking>()
        .Text("reservation_id", b => b.ReservationId).Text("booking_id", b => b.Id).Text("booking_code", b => b.Code)
        .AnyCase("booking_email", b => b.Email).Text("distributor_id", b => b.DistributorId).Text("client_id", b => b.ClientId)
        .By("query", (f, b) => f.Contained(b.Code) || f.Contained(b.Email) || f.Contained(b.BookingReference))
        .Flag("mass_booking", _ => false)
        .By("event_id", (f, b) => b.Items.Exists(i => f.Text(state.Ticket(i.TicketId).Event.Id)))
        .Option("compare_mode");

    public Reply Create(Call call, Distributor caller)
    {
        call.AllowOnly();
        var body = BodyReader.Object(call);
        if (body.Text("reservation_id") is not { Length: > 0 } id) throw problems.Invalid("reservation_id is required: bookings are made from reservations only.");
        if (!Emails.Plausible(body.Text("booking_email") ?? "")) throw problems.BookingEmail();
        var method = body.Text("payment_method") ?? "";
        if (!caller.PaymentMethods.Contains(method)) throw problems.PaymentMethod(method);
        if (!state.Reservations.TryGetValue(id, out var reservation) || reservation.DistributorId != caller.DistributorId) throw Problems.NotFound("This reservation");
        if (reservation.Status == "booked") throw problems.AlreadyBooked();
        if (!reservation.Open) throw problems.Expired();
        guests.RequireForCheckout(reservation);

        reservation.Status = "booked";
        state.Touch(reservation);
        var booking = new Booking
        {
            Id = Ids.New("_bkn"),
            ReservationId = reservation.Id,
            DistributorId = caller.DistributorId,
            ClientId = caller.ClientId,
            Code = Ids.NewBookingCode(),
            Email = body.Text("booking_email")!,
            PaymentMethod = method,
            PaymentReference = body.Text("payment_reference"),
            BookingReference = body.Text("booking_reference"),
            InvoiceReference = body.Text("invoice_reference"),
            IsTest = body.Flag("is_test_booking") ?? false,
            Created = state.Now,
            Items = reservation.Items,
        };
        state.Touch(booking);
        foreach (var order in OrderMaker.Split(booking, state)) state.Touch(order);
        return Shown(booking, 201);
    }

    public Reply Read(Call call, Distributor caller) =>
        Shown(Mine(caller).FirstOrDefault(b => b.Id == call.AllowOnly().Part("id")) ?? throw Problems.NotFound("This booking"));

    /// <summary>The one booking made from a reservation, as an object, not a list.</summary>
    public Reply ByReservation(Call call, Distributor caller) =>
        Shown(Mine(caller).FirstOrDefault(b => b.ReservationId == call.AllowOnly().Part("id")) ?? throw Problems.NotFound("A booking of this reservation"));

    public Reply List(Call call, Distributor caller) => Paging.List(
        call, "bookings", _filters.Apply(call.Query, Mine(caller), new Booking(), or: call.ComparesWithOr()), Shape);

    private IEnumerable<Booking> Mine(Distributor caller) => state.Bookings.Values.Where(b => b.DistributorId == caller.DistributorId);

    private Reply Shown(Booking booking, int status = 200) => Reply.Json(status, Shape(booking));

    private object Shape(Booking booking)
    {
        var statuses = state.OrdersOf(booking).Select(o => o.LogisticStatus).Distinct().ToList();
        return SaleShapes.Of(booking, statuses is [var only] ? only : "processing", state.Ticket);
    }
}
