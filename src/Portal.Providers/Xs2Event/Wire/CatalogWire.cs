using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Wire;

/// <summary>Events, tickets and what is wanted of guests (page 1.4, Catalogue).</summary>
internal sealed class CatalogWire(Conversation talk, int pageSize)
{
    /// <param name="updatedFrom"><c>YYYY-MM-DD HH:MM:SS</c>, with a space; null for all.</param>
    /// <param name="endsFrom">Local date; events that end earlier are left out.</param>
    public Task<WireAnswer<EventsDto>> EventsAsync(int page, DateOnly endsFrom, string? updatedFrom, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery("/v1/events")
            .With("date_stop", $"ge:{endsFrom:yyyy-MM-dd}")
            .With("updated", updatedFrom is null ? null : $"ge:{updatedFrom}")
            .With("page", page).With("page_size", pageSize).ToString()) { Depth = JournalDepth.FailuresOnly }, Xs2EventJson.Read<EventsDto>, cancellation);

    public Task<WireAnswer<TicketsDto>> TicketsAsync(string eventId, int page, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery("/v1/tickets")
            .With("event_id", eventId).With("page", page).With("page_size", pageSize).ToString()) { Depth = JournalDepth.SizeOnly }, Xs2EventJson.Read<TicketsDto>, cancellation);

    public Task<WireAnswer<TicketDto>> TicketAsync(string ticketId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, $"/v1/tickets/{WireQuery.Segment(ticketId)}"), Xs2EventJson.Read<TicketDto>, cancellation);

    public Task<WireAnswer<RequirementsDto>> RequirementsAsync(string ticketId, string? countryHint, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, new WireQuery($"/v1/tickets/{WireQuery.Segment(ticketId)}/guestdata")
            .With("country_hint", countryHint).ToString()), Xs2EventJson.Read<RequirementsDto>, cancellation);
}
