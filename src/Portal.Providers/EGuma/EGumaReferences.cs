namespace Portal.Providers.EGuma;

/// <summary>The kinds of names this provider gives, and the notes that stand in for the reads its wire does not have.</summary>
internal static class EGumaReferences
{
    public const string Reservation = "reservation";
    public const string Booking = "booking";
    public const string BookingReference = "booking_reference";

    /// <summary>What a reservation holds and until when (<see cref="KeptReservation"/>): no call reads one.</summary>
    public const string ReservationNote = ".reservation";

    /// <summary>The id of a reservation that was given back.</summary>
    public const string ReleasedNote = ".released";

    /// <summary>A ticket of a booking (<see cref="KeptTicket"/>): no call reads a booking's tickets.</summary>
    public const string TicketNote = ".ticket";

    /// <summary>Where a ticket's Wallet pass lies (<see cref="KeptPass"/>).</summary>
    public const string PassNote = ".pass";
}
