using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// After silence: what became of a hold, a change, a release (page 1.10; providers/README, doubt 2).
public sealed partial class Xs2EventProvider
{
    // A reservation asked for a minute ago is on the first pages of its ticket's list or nowhere.
    private const int PagesToSearch = 10;

    public async Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(Xs2EventReferences.Reservation) is { } id)
        {
            var (state, known, unread) = await StateAsync(talk, id, cancellation);
            if (state is null)
                return unread!;
            return known is null ? new HoldFinding(HoldFound.Over, RawStatus: "not found") : Finding(known, id, request, talk.Now);
        }
        var byReference = await talk.Reservations.FindByReferenceAsync(request.OurReference, cancellation);
        if (byReference.Value is { } list && Trustworthy(list, request))
            return Ours(list, request) is { } ours ? Finding(ours, ours.ReservationId!, request, talk.Now) : new HoldFinding(HoldFound.Nothing);
        if (byReference.Refusal is { } refusal)
            return refusal;
        // The filter is unknown to this version of the wire: refused, or silently not applied.
        return byReference.Problem is null or { Status: 400 or 422 }
            ? await SearchByTicketAsync(talk, request, cancellation)
            : Xs2EventRefusals.OfRead(byReference.Problem, "list of reservations");
    }

    private static async Task<Answer<HoldFinding>> SearchByTicketAsync(Talk talk, HoldRequest request, CancellationToken cancellation)
    {
        for (var page = 1; page <= PagesToSearch; page++)
        {
            var answer = await talk.Reservations.FindByTicketAsync(request.Lines[0].OfferRef, page, cancellation);
            if (answer.Value is not { } list)
                return answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "list of reservations");
            if (Ours(list, request) is { } ours)
                return Finding(ours, ours.ReservationId!, request, talk.Now);
            if (string.IsNullOrEmpty(list.Pagination?.NextPage))
                break;
        }
        return new HoldFinding(HoldFound.Nothing);
    }

    // One stranger in the list shows that the filter was ignored; then 'not in it' means nothing.
    private static bool Trustworthy(ReservationsDto list, HoldRequest request) =>
        (list.Reservations ?? []).All(r => r.ExternalReferenceId == request.OurReference);

    /// <summary>
    /// The reservation that bears our own name, as reference or, where that is not kept, as note. Likeness is not enough: a colleague may
    /// have asked for as many of the same ticket in the same minute. References need not be unique, so one that is alive goes first.
    /// </summary>
    private static ReservationDto? Ours(ReservationsDto list, HoldRequest request) => (list.Reservations ?? [])
        .Where(r => !string.IsNullOrEmpty(r.ReservationId))
        .Where(r => r.ExternalReferenceId == request.OurReference || r.Notes == NoteOf(request))
        .OrderBy(r => Xs2EventWords.Reservation(r.Status) is ReservationState.Void or ReservationState.Error)
        .ThenByDescending(r => r.Created?.AsUtc)
        .FirstOrDefault();

    private static HoldFinding Finding(ReservationDto reservation, string id, HoldRequest request, DateTime now)
    {
        var expiresAt = Xs2EventDeadline.Of(reservation, request.AskedAt, now);
        return Xs2EventWords.Reservation(reservation.Status) switch
        {
            ReservationState.Booked => new(HoldFound.Consumed, Xs2EventMapping.Held(reservation, id, expiresAt), reservation.Status),
            ReservationState.Void or ReservationState.Error => new(HoldFound.Over, Xs2EventMapping.Held(reservation, id, expiresAt), reservation.Status),
            _ when expiresAt <= now => new(HoldFound.Over, Xs2EventMapping.Held(reservation, id, expiresAt), reservation.Status),
            _ => new(HoldFound.Alive, Xs2EventMapping.Held(reservation, id, expiresAt), reservation.Status),
        };
    }
}
