using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Wire;

/// <summary>Bookings, their orders and the guests in those (page 1.4, Booking, Booking orders).</summary>
internal sealed class BookingWire(Conversation talk, int pageSize)
{
    public Task<WireAnswer<BookingDto>> CreateAsync(BookingWriteDto booking, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, "/v1/bookings") { Body = Xs2EventJson.Body(booking) }, Xs2EventJson.Read<BookingDto>, cancellation);

    /// <summary>The one booking made from a reservation: the way back after silence (page 1.10).</summary>
    public Task<WireAnswer<BookingDto>> OfReservationAsync(string reservationId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, $"/v1/bookings/reservation/{WireQuery.Segment(reservationId)}"), Xs2EventJson.Read<BookingDto>, cancellation);

    /// <summary>
    /// The orders of several bookings at once: the list 'without much nesting', which alone names the event's start. Filters are joined by
    /// OR unless told otherwise.
    /// </summary>
    public Task<WireAnswer<BookingOrdersDto>> OrdersAsync(IEnumerable<string> bookingIds, int page, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery("/v1/bookingorders/list")
            .With("booking_id", $"in:[{string.Join(',', bookingIds)}]").With("compare_mode", "AND")
            .With("page", page).With("page_size", pageSize).ToString()), Xs2EventJson.Read<BookingOrdersDto>, cancellation);

    public Task<WireAnswer<BookingOrderDto>> OrderAsync(string bookingOrderId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, Path(bookingOrderId)), Xs2EventJson.Read<BookingOrderDto>, cancellation);

    public Task<WireAnswer<GuestListsDto>> GuestsAsync(string bookingOrderId, string? countryHint, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery($"{Path(bookingOrderId)}/guestdata")
            .With("include_conditions", "true").With("country_hint", countryHint).ToString()), Xs2EventJson.Read<GuestListsDto>, cancellation);

    public Task<WireAnswer<GuestListsDto>> SendGuestsAsync(string bookingOrderId, GuestListsWriteDto guests, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Put, $"{Path(bookingOrderId)}/guestdata") { Body = Xs2EventJson.Body(guests) }, Xs2EventJson.Read<GuestListsDto>, cancellation);

    /// <summary>One guest; the others stay as they are.</summary>
    public Task<WireAnswer<GuestDto>> SendGuestAsync(string bookingOrderId, string guestId, IReadOnlyDictionary<string, object> guest, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Put, $"{Path(bookingOrderId)}/guestdata/{WireQuery.Segment(guestId)}") { Body = Xs2EventJson.Body(guest) },
            Xs2EventJson.Read<GuestDto>, cancellation);

    private static string Path(string bookingOrderId) => $"/v1/bookingorders/{WireQuery.Segment(bookingOrderId)}";
}
