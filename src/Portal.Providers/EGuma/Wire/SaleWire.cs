using System.Net.Mime;
using System.Text;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Wire;

/// <summary>Reservations and bookings (page 2.4, 3 to 6). Only a booking has an idempotency key.</summary>
internal sealed class SaleWire(Conversation talk)
{
    public Task<WireAnswer<ReservationDto>> ReserveAsync(ReservationWriteDto reservation, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Post("/v1/ticketing/reservation.json", reservation), EGumaJson.Read<ReservationDto>, cancellation);

    public Task<WireAnswer<WireReply>> CancelReservationAsync(string reservationId, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Post("/v1/ticketing/cancel-reservation.json", new ReservationIdDto(reservationId)), static reply => reply, cancellation);

    /// <param name="body">Sent as it is.</param>
    public Task<WireAnswer<BookingDto>> BookAsync(string body, string key, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, "/v1/ticketing/booking.json")
        {
            Body = new WireBody(Encoding.UTF8.GetBytes(body), MediaTypeNames.Application.Json), Headers = [new("Idempotency-Key", key)],
        }, EGumaJson.Read<BookingDto>, cancellation);

    public Task<WireAnswer<CancelledBookingDto>> CancelBookingAsync(string bookingId, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Post("/v1/ticketing/cancel-booking.json", new BookingIdDto(bookingId)), EGumaJson.Read<CancelledBookingDto>, cancellation);
}
