using Portal.Sandbox.State;
using Portal.Sandbox.Xs2Event.Catalogue;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event;

/// <summary>
/// What the pretended provider knows. Only ever touched under its world's lock; whatever is touched is remembered when
/// the lock is given back.
/// </summary>
internal sealed class Xs2EventState
{
    private const string Provider = "xs2event";
    private readonly Ledger _ledger;
    private readonly StateJournal _journal;
    private readonly Dictionary<string, Func<Change>> _touched = [];
    private readonly List<Change> _notes = [];
    private readonly PriorityQueue<Reservation, DateTime> _lapsing = new();
    private readonly PriorityQueue<BookingOrder, DateTime> _completing = new();

    public Xs2EventState(Xs2EventOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        (Options, Clock, _ledger, _journal) = (options, clock, ledger, journal);
        var anchor = journal.Read<DateTime>(Provider + ".anchor").Select(a => a.Value).FirstOrDefault(clock.Now);
        journal.Save(new Change(Provider + ".anchor", "anchor", anchor));
        var season = new SeasonBuilder(Catalogue, options.Seed, DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified));
        Samples = new SampleBuilder(Catalogue, season, DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified)).Build();
        season.Build();
        Remember();
    }

    public Xs2EventOptions Options { get; }
    public SandboxClock Clock { get; }
    public DateTime Now => Clock.Now;
    public PretendedCatalogue Catalogue { get; } = new();
    public Xs2EventSamples Samples { get; }
    public OrderedDictionary<string, Reservation> Reservations { get; } = [];
    public OrderedDictionary<string, Booking> Bookings { get; } = [];
    public OrderedDictionary<string, BookingOrder> Orders { get; } = [];
    public HashSet<RefusedValue> RefusedValues { get; } = [];

    public TicketRow Ticket(string id) => Catalogue.Tickets[id];

    public IEnumerable<BookingOrder> OrdersOf(Booking booking) => Orders.Values.Where(o => o.BookingId == booking.Id);

    public void Touch(Reservation reservation)
    {
        reservation.Updated = Now;
        Reservations[reservation.Id] = reservation;
        _lapsing.Enqueue(reservation, reservation.ValidUntil);
        _touched[reservation.Id] = () => new Change(Provider + ".reservation", reservation.Id, reservation);
        Note("reservation", reservation.Id, reservation.Status, reservation.ExternalReference, reservation.Items);
    }

    public void Touch(Booking booking)
    {
        booking.Updated = Now;
        Bookings[booking.Id] = booking;
        _touched[booking.Id] = () => new Change(Provider + ".booking", booking.Id, booking);
        Note("booking", booking.Id, booking.FinancialStatus, booking.BookingReference, booking.Items);
    }

    public void Touch(BookingOrder order)
    {
        Orders[order.Id] = order;
        if (order.CompletesAt is { } at) _completing.Enqueue(order, at);
        _touched["order " + order.Id] = () => new Change(Provider + ".bookingorder", order.Id, order);
        Note("bookingorder", order.Id, order.LogisticStatus, order.BookingId);
    }

    public void Touch(EventRow of)
    {
        of.Updated = Now;
        _touched[of.Id] = () => new Change(Provider + ".event", of.Id, new EventMemory(of.Start, of.Stop, of.Status, of.DateConfirmed, of.Updated));
    }

    public void Touch(TicketRow ticket)
    {
        ticket.Updated = Now;
        _touched[ticket.Id] = () => new Change(Provider + ".ticket", ticket.Id, new TicketMemory(ticket.Stock, ticket.NetRate, ticket.Status, ticket.Updated));
    }

    /// <summary>Puts a value on the list of those the supplier does not accept, or takes it off.</summary>
    public void SetRefused(RefusedValue value, bool refused)
    {
        if (refused ? !RefusedValues.Add(value) : !RefusedValues.Remove(value)) return;
        var key = value.Field + "=" + value.Value;
        _touched["refused " + key] = () => new Change(Provider + ".refusedvalue", key, refused ? value : null);
    }

    /// <summary>Changes a stock; an event that comes on or off sale by it counts as updated.</summary>
    public void SetStock(TicketRow ticket, int stock)
    {
        var was = ticket.Event.Available;
        ticket.Stock = stock;
        Touch(ticket);
        if (was == 0 != (ticket.Event.Available == 0)) Touch(ticket.Event);
    }

    /// <summary>Ends a reservation without a booking and gives its places back.</summary>
    public void Void(Reservation reservation)
    {
        reservation.Status = "void";
        Touch(reservation);
        foreach (var item in reservation.Items) SetStock(Ticket(item.TicketId), Ticket(item.TicketId).Stock + item.Quantity);
    }

    /// <summary>Ends it now, as though its time were over.</summary>
    public void Lapse(Reservation reservation)
    {
        reservation.ValidUntil = Now;
        Void(reservation);
    }

    /// <summary>Lets happen what time alone brings: holds lapse, orders complete.</summary>
    public void Pass()
    {
        while (_lapsing.TryPeek(out var reservation, out var at) && at <= Now)
        {
            _lapsing.Dequeue();
            if (reservation.Open && reservation.ValidUntil <= Now) Void(reservation);
        }
        while (_completing.TryPeek(out var order, out var at) && at <= Now)
        {
            _completing.Dequeue();
            if (order.LogisticStatus == "processing" && order.CompletesAt <= Now) Complete(order);
        }
    }

    public void Complete(BookingOrder order)
    {
        order.LogisticStatus = "completed";
        order.CompletesAt = null;
        if (order.Invoices.Count == 0) order.Invoices.Add(Ids.New("_inv"));
        Touch(order);
    }

    /// <summary>Writes down all that was touched, as one.</summary>
    public void Commit()
    {
        if (_touched.Count == 0) return;
        _journal.Save([.. _touched.Values.Select(t => t()), .. _notes]);
        _touched.Clear();
        _notes.Clear();
    }

    private void Note(string kind, string id, string state, string? reference, IReadOnlyList<ReservedItem>? items = null) => _notes.Add(
        _ledger.Note(Provider, kind, id, state, reference, Now, items?.Sum(i => i.Quantity) ?? 0, items?.Sum(i => i.Quantity * i.NetRate) / 100m ?? 0));

    private void Remember()
    {
        foreach (var (id, memory) in _journal.Read<EventMemory>(Provider + ".event"))
            if (Catalogue.Events.TryGetValue(id, out var of)) (of.Start, of.Stop, of.Status, of.DateConfirmed, of.Updated) = memory;
        foreach (var (id, memory) in _journal.Read<TicketMemory>(Provider + ".ticket"))
            if (Catalogue.Tickets.TryGetValue(id, out var ticket)) (ticket.Stock, ticket.NetRate, ticket.Status, ticket.Updated) = memory;
        foreach (var (_, value) in _journal.Read<RefusedValue>(Provider + ".refusedvalue")) RefusedValues.Add(value);
        foreach (var (id, reservation) in _journal.Read<Reservation>(Provider + ".reservation"))
        {
            Reservations[id] = reservation;
            if (reservation.Open) _lapsing.Enqueue(reservation, reservation.ValidUntil);
        }
        foreach (var (id, booking) in _journal.Read<Booking>(Provider + ".booking")) Bookings[id] = booking;
        foreach (var (id, order) in _journal.Read<BookingOrder>(Provider + ".bookingorder"))
        {
            Orders[id] = order;
            if (order.CompletesAt is { } at) _completing.Enqueue(order, at);
        }
    }

    private sealed record EventMemory(DateTime Start, DateTime Stop, string Status, bool DateConfirmed, DateTime Updated);

    private sealed record TicketMemory(int Stock, long NetRate, string Status, DateTime Updated);
}
