using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Wire;

/// <summary>Reservations and the guests in them (page 1.4, Reservation, Reservation guest data).</summary>
internal sealed class ReservationWire(Conversation talk, int pageSize)
{
    public Task<WireAnswer<ReservationDto>> CreateAsync(ReservationWriteDto reservation, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, "/v1/reservations") { Body = Xs2EventJson.Body(reservation) }, Xs2EventJson.Read<ReservationDto>, cancellation);

    /// <summary>Replaces the items completely.</summary>
    public Task<WireAnswer<ReservationDto>> ReplaceAsync(string reservationId, ReservationWriteDto reservation, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Put, Path(reservationId)) { Body = Xs2EventJson.Body(reservation) }, Xs2EventJson.Read<ReservationDto>, cancellation);

    /// <summary>Any 2xx means released, with or without a body.</summary>
    public Task<WireAnswer<WireReply>> DeleteAsync(string reservationId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Delete, Path(reservationId)), static reply => reply, cancellation);

    public Task<WireAnswer<ReservationDto>> ReadAsync(string reservationId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, Path(reservationId)), Xs2EventJson.Read<ReservationDto>, cancellation);

    /// <summary>The filter is newer than the wire: an answer may be refused for it, or may ignore it.</summary>
    public Task<WireAnswer<ReservationsDto>> FindByReferenceAsync(string externalReferenceId, CancellationToken cancellation) =>
        ListAsync(new WireQuery("/v1/reservations").With("external_reference_id", externalReferenceId), 1, cancellation);

    public Task<WireAnswer<ReservationsDto>> FindByTicketAsync(string ticketId, int page, CancellationToken cancellation) =>
        ListAsync(new WireQuery("/v1/reservations").With("ticket_id", ticketId), page, cancellation);

    public Task<WireAnswer<GuestListsDto>> GuestsAsync(string reservationId, string? countryHint, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery($"{Path(reservationId)}/guestdata")
            .With("include_conditions", "true").With("country_hint", countryHint).ToString()), Xs2EventJson.Read<GuestListsDto>, cancellation);

    public Task<WireAnswer<GuestListsDto>> SendGuestsAsync(string reservationId, GuestListsWriteDto guests, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, $"{Path(reservationId)}/guestdata") { Body = Xs2EventJson.Body(guests) }, Xs2EventJson.Read<GuestListsDto>, cancellation);

    private Task<WireAnswer<ReservationsDto>> ListAsync(WireQuery query, int page, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, query.With("page", page).With("page_size", pageSize).ToString()), Xs2EventJson.Read<ReservationsDto>, cancellation);

    private static string Path(string reservationId) => $"/v1/reservations/{WireQuery.Segment(reservationId)}";
}
