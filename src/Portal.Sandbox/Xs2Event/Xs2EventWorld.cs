using Portal.Sandbox.State;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event;

/// <summary>A ticket's state now.</summary>
public sealed record TicketNow(string TicketId, string EventId, string Title, long NetRate, string Currency, int Stock, string Status);

/// <summary>
/// The pretended XS2Event behind its wire: what a test or the control page may look at, and what its account managers
/// would do by hand. Ids that do not exist throw <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed partial class Xs2EventWorld : PretendedWorld
{
    internal Xs2EventWorld(Xs2EventOptions options, SandboxClock clock, Ledger ledger, StateJournal journal) =>
        State = new Xs2EventState(options, clock, ledger, journal);

    /// <summary>Offers tests may rely on.</summary>
    public Xs2EventSamples Samples => State.Samples;

    /// <summary>The settings; changes count from the next call on.</summary>
    public Xs2EventOptions Options => State.Options;

    internal Xs2EventState State { get; }

    /// <summary>A ticket's price, stock and status now.</summary>
    public TicketNow Ticket(string ticketId) => Within(() =>
    {
        var t = State.Ticket(ticketId);
        return new TicketNow(t.Id, t.Event.Id, t.Title, t.NetRate, t.Currency, t.Stock, t.Status);
    });

    /// <summary>A reservation's status, in the provider's word.</summary>
    public string ReservationStatus(string reservationId) => Within(() => State.Reservations[reservationId].Status);

    /// <summary>The booking orders of a booking, oldest first.</summary>
    public IReadOnlyList<string> OrdersOf(string bookingId) =>
        Within(() => State.OrdersOf(State.Bookings[bookingId]).Select(o => o.Id).ToList());

    /// <summary>Sets a ticket's stock.</summary>
    public void SetStock(string ticketId, int stock) => Within(() => State.SetStock(State.Ticket(ticketId), stock));

    /// <summary>Sets a ticket's net rate in minor units; the event counts as updated.</summary>
    public void SetPrice(string ticketId, long netRate) => Within(() =>
    {
        var ticket = State.Ticket(ticketId);
        ticket.NetRate = netRate;
        State.Touch(ticket);
        State.Touch(ticket.Event);
    });

    /// <summary>Prolongs a reservation, as the provider's staff may: it becomes <c>extended</c>.</summary>
    public void Extend(string reservationId, TimeSpan by) => Within(() =>
    {
        var reservation = State.Reservations[reservationId];
        if (!reservation.Open) throw new InvalidOperationException($"Reservation {reservationId} is {reservation.Status} and cannot be prolonged.");
        reservation.Status = "extended";
        reservation.ValidUntil += by;
        State.Touch(reservation);
    });

    /// <summary>Lets a reservation lapse before its time, as though the ten minutes were over.</summary>
    public void Lapse(string reservationId) => Within(() =>
    {
        var reservation = State.Reservations[reservationId];
        if (!reservation.Open) throw new InvalidOperationException($"Reservation {reservationId} is {reservation.Status} and cannot lapse.");
        State.Lapse(reservation);
    });

    /// <summary>Sets an event's status, any word: also those no document names.</summary>
    public void SetEventStatus(string eventId, string status) => Within(() => Change(eventId, e => e.Status = status));

    /// <summary>Moves an event to another day and hour of the venue's clock.</summary>
    public void MoveEvent(string eventId, DateTime start) => Within(() => Change(eventId, e =>
    {
        e.Stop += start - e.Start;
        e.Start = start;
        e.DateConfirmed = true;
    }));

    /// <summary>Completes a booking order now: its tickets exist if the guest data is in.</summary>
    public void Complete(string bookingOrderId) => Within(() => State.Complete(State.Orders[bookingOrderId]));

    /// <summary>Postpones a booking order and its event. It stays so until somebody moves or completes it.</summary>
    public void Postpone(string bookingOrderId) => Within(() =>
    {
        SetLogistics(bookingOrderId, "postponed");
        Change(State.Orders[bookingOrderId].EventId, e => e.Status = "postponed");
    });

    /// <summary>Cancels a booking order: it will not be delivered. No caller of the provider can do this.</summary>
    public void Cancel(string bookingOrderId) => Within(() => SetLogistics(bookingOrderId, "cancelled"));

    /// <summary>Sets any logistic status, also one that no document names.</summary>
    public void SetLogisticStatus(string bookingOrderId, string status) => Within(() => SetLogistics(bookingOrderId, status));

    /// <summary>Writes a credit note: one more invoice id.</summary>
    public void Credit(string bookingOrderId) => Within(() =>
    {
        var order = State.Orders[bookingOrderId];
        order.Invoices.Add(Ids.New("_inv"));
        State.Touch(order);
    });

    private protected override void Pass() => State.Pass();

    private protected override void Commit() => State.Commit();

    private void Change(string eventId, Action<EventRow> change)
    {
        change(State.Catalogue.Events[eventId]);
        State.Touch(State.Catalogue.Events[eventId]);
    }

    private void SetLogistics(string bookingOrderId, string status)
    {
        var order = State.Orders[bookingOrderId];
        order.LogisticStatus = status;
        order.CompletesAt = status == "processing" ? State.Now + State.Options.CompletionDelay : null;
        State.Touch(order);
    }
}
