namespace Portal.Providers.Xs2Event;

/// <summary>The kinds of names this provider gives, as stored with holds, orders and fulfilments.</summary>
public static class Xs2EventReferences
{
    public const string Reservation = "reservation_id";
    public const string Booking = "booking_id";
    /// <summary>The short code with which the customer fetches tickets at the provider's own site.</summary>
    public const string BookingCode = "booking_code";
    public const string BookingOrder = "bookingorder_id";
}
