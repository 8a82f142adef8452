using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>Keeping places for ten minutes, changing what is kept, letting it go.</summary>
internal sealed class ReservationOperations(Xs2EventState state, Problems problems)
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(10);

    /// <summary>How long a reservation that came to nothing can still be read.</summary>
    private static readonly TimeSpan ReadableFor = TimeSpan.FromDays(1);

    private readonly HoldRules _rules = new(state, problems);
    private int _made;

    public Reply Create(Call call, Distributor caller)
    {
        call.AllowOnly();
        var body = BodyReader.Object(call);
        var items = _rules.Check(body);
        var reservation = new Reservation
        {
            // Both suffixes occur in the documentation.
            Id = Ids.New(_made++ % 5 == 4 ? "_rsv" : "_rsr"),
            DistributorId = caller.DistributorId,
            ClientId = caller.ClientId,
            BookingEmail = body.Text("booking_email"),
            NotifyClient = body.Flag("notify_client"),
            NotifyMe = body.Flag("notify_me"),
            Notes = body.Text("notes"),
            ExternalReference = body.Text("external_reference_id"),
            Created = state.Now,
            ValidUntil = state.Now + HeldFor,
        };
        Put(reservation, items);
        return Shown(reservation, 201);
    }

    public Reply Read(Call call, Distributor caller) => Shown(Find(call.AllowOnly(), caller));

    public Reply List(Call call, Distributor caller) => Paging.List(
        call, "reservations",
        Filters().Apply(call.Query, state.Reservations.Values.Where(r => r.DistributorId == caller.DistributorId && Readable(r)), new Reservation()),
        r => SaleShapes.Of(r, state.Ticket));

    /// <summary>Replaces all items. The ten minutes go on; <c>valid_until</c> in the body has no effect.</summary>
    public Reply Replace(Call call, Distributor caller)
    {
        var reservation = FindOpen(call.AllowOnly(), caller);
        var body = BodyReader.Object(call);
        var items = _rules.Check(body, reservation);
        reservation.NotifyMe = body.Flag("notify_me") ?? reservation.NotifyMe;
        reservation.ExternalReference = body.Text("external_reference_id") ?? reservation.ExternalReference;
        Put(reservation, items);
        return Shown(reservation);
    }

    public Reply Patch(Call call, Distributor caller)
    {
        var reservation = FindOpen(call.AllowOnly(), caller);
        var body = BodyReader.Object(call);
        reservation.NotifyMe = body.Flag("notify_me") ?? reservation.NotifyMe;
        reservation.NotifyClient = body.Flag("notify_client") ?? reservation.NotifyClient;
        reservation.Notes = body.Text("notes") ?? reservation.Notes;
        reservation.ExternalReference = body.Text("external_reference_id") ?? reservation.ExternalReference;
        state.Touch(reservation);
        return Shown(reservation);
    }

    /// <summary>A second release finds nothing to release.</summary>
    public Reply Release(Call call, Distributor caller)
    {
        var reservation = Find(call.AllowOnly(), caller);
        if (reservation.Status == "booked") throw problems.AlreadyBooked();
        if (!reservation.Open) throw Problems.NotFound("This reservation");
        state.Void(reservation);
        return Reply.Empty(200);
    }

    public Reservation Find(Call call, Distributor caller) =>
        state.Reservations.TryGetValue(call.Part("id"), out var found) && found.DistributorId == caller.DistributorId && Readable(found)
            ? found
            : throw Problems.NotFound("This reservation");

    public Reservation FindOpen(Call call, Distributor caller) => Find(call, caller) switch
    {
        { Open: true } open => open,
        { Status: "booked" } => throw problems.AlreadyBooked(),
        _ => throw problems.Expired(),
    };

    /// <summary>Takes the new items' places and gives the old ones' back; guests stay with their ticket as far as there is room.</summary>
    private void Put(Reservation reservation, List<ReservedItem> items)
    {
        foreach (var old in reservation.Items) state.SetStock(state.Ticket(old.TicketId), state.Ticket(old.TicketId).Stock + old.Quantity);
        foreach (var item in items)
        {
            var ticket = state.Ticket(item.TicketId);
            state.SetStock(ticket, ticket.Stock - item.Quantity);
            var known = reservation.Items.Find(i => i.TicketId == item.TicketId)?.Guests ?? [];
            item.Guests = [.. Enumerable.Range(0, ticket.Guests.EntriesFor(item.Quantity)).Select(n => n < known.Count ? known[n] : new GuestSlot { Lead = n == 0 })];
        }
        reservation.Items = items;
        state.Touch(reservation);
    }

    private bool Readable(Reservation reservation) => reservation.Status != "void" || state.Now < reservation.ValidUntil + ReadableFor;

    private Reply Shown(Reservation reservation, int status = 200) => Reply.Json(status, SaleShapes.Of(reservation, state.Ticket));

    private FilterSet<Reservation> Filters()
    {
        var filters = new FilterSet<Reservation>()
            .Date("created", r => r.Created).Date("valid_until", r => r.ValidUntil)
            .OneOf("status", Words.ReservationStatus, r => r.Status)
            .By("query", (f, r) => f.Contained(r.Id) || f.Contained(r.Notes) || f.Contained(r.ExternalReference))
            .Text("distributor_id", r => r.DistributorId).Flag("on_behalf", _ => false)
            .By("ticket_id", (f, r) => r.Items.Exists(i => f.Text(i.TicketId)))
            .By("event_id", (f, r) => r.Items.Exists(i => f.Text(state.Ticket(i.TicketId).Event.Id)))
            .By("sport_type", (f, r) => f.OneOf("", Words.SportType) || r.Items.Exists(i => f.Text(state.Ticket(i.TicketId).Event.Sport)));
        return state.Options.KnowsExternalReference ? filters.Text("external_reference_id", r => r.ExternalReference) : filters;
    }
}
