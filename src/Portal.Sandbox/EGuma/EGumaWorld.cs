using System.Globalization;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.EGuma;

/// <summary>A booking as the merchant's staff sees it.</summary>
public sealed record BookingNow(string BookingId, string Reference, string Status, string Language, IReadOnlyList<string> TicketNumbers);

/// <summary>
/// The pretended e-guma behind its wire: what a test or the control page may look at, and what a merchant's staff would do by
/// hand. Ids that do not exist throw <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed class EGumaWorld : PretendedWorld
{
    internal EGumaWorld(EGumaOptions options, SandboxClock clock, Ledger ledger, StateJournal journal) =>
        State = new EGumaState(options, clock, ledger, journal);

    /// <summary>Offers tests may rely on.</summary>
    public EGumaSamples Samples => State.Samples;

    /// <summary>The settings; changes count from the next call on.</summary>
    public EGumaOptions Options => State.Options;

    internal EGumaState State { get; }

    /// <summary>Takes a product off the list: it is missing without a word, and not found when asked for.</summary>
    public void Hide(string productId) => Change(productId, p => p.Listed = false);

    /// <summary>Puts it back.</summary>
    public void Show(string productId) => Change(productId, p => p.Listed = true);

    /// <summary>False: still listed, with nothing to book.</summary>
    public void SetActive(string productId, bool active) => Change(productId, p => p.Active = active);

    /// <summary>Sets the price of a category on working days, for every slot.</summary>
    public void SetPrice(string productId, string categoryId, long cents) =>
        Change(productId, p => (p.Categories.FirstOrDefault(c => c.Id == categoryId) ?? throw new KeyNotFoundException()).PriceInCents = cents);

    /// <summary>Free places of a slot; null is without limit.</summary>
    /// <param name="startsAt">As on the wire.</param>
    public int? Left(string productId, string startsAt) => Within(() => State.Left(SlotOf(productId, startsAt)));

    /// <summary>Sets the free places of a slot; null is without limit.</summary>
    /// <param name="startsAt">As on the wire.</param>
    public void SetLeft(string productId, string startsAt, int? left) => Within(() => State.SetLeft(SlotOf(productId, startsAt), left));

    /// <summary>A reservation's state: held, released, expired or used.</summary>
    public string ReservationState(string reservationId) => Within(() => State.Reservations[reservationId].State);

    /// <summary>Lets a reservation lapse before its time, as though its hour were over.</summary>
    public void Lapse(string reservationId) => Within(() =>
    {
        var reservation = State.Reservations[reservationId];
        if (!reservation.Open) throw new InvalidOperationException($"Reservation {reservationId} is {reservation.State} and cannot lapse.");
        reservation.ExpiresAt = State.Now;
        State.End(reservation, "expired");
    });

    /// <summary>A booking now.</summary>
    public BookingNow Booking(string bookingId) => Within(() =>
    {
        var b = State.Bookings[bookingId];
        return new BookingNow(b.Id, b.Reference, b.Status, b.Language, [.. b.Tickets.Select(t => t.Number)]);
    });

    /// <summary>Cancels a booking at the counter, whatever the rules for callers say.</summary>
    public void CancelAtCounter(string bookingId) => Within(() =>
    {
        if (State.Bookings[bookingId].Status == "cancelled") throw new InvalidOperationException($"Booking {bookingId} is cancelled already.");
        State.Cancel(State.Bookings[bookingId]);
    });

    /// <summary>Lets the holder of a ticket in.</summary>
    public void CheckIn(string ticketNumber) => Within(() =>
    {
        var (booking, ticket) = State.Bookings.Values.SelectMany(b => b.Tickets.Select(t => (b, t))).FirstOrDefault(p => p.t.Number == ticketNumber);
        if (ticket is null) throw new KeyNotFoundException();
        ticket.CheckedInAt = State.Now;
        State.Touch(booking);
    });

    private protected override void Pass() => State.Pass();

    private protected override void Commit() => State.Commit();

    private Slot SlotOf(string productId, string startsAt) =>
        State.Products[productId].SlotAt(DateTime.Parse(startsAt, CultureInfo.InvariantCulture)) ?? throw new KeyNotFoundException();

    private void Change(string productId, Action<Product> change) => Within(() =>
    {
        change(State.Products[productId]);
        State.Touch(State.Products[productId]);
    });
}
