using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// A reservation is made, replaced and given back (page 1.4, Reservation).
public sealed partial class Xs2EventProvider
{
    public async Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (asked, unsayable) = Write(request);
        if (asked is null)
            return unsayable!;
        var answer = await talk.Reservations.CreateAsync(
            asked with { Notes = NoteOf(request), BookingEmail = talk.Options.BookingEmail }, cancellation);
        if (answer.Value is { } made)
            return Held(made, "POST /v1/reservations", made.ReservationId, Xs2EventDeadline.Of(made, talk.Now, talk.Now));
        return answer.Refusal
            ?? await ExplainAsync(answer.Problem!, problem => ExplainHoldAsync(talk, problem, request.Lines, [], cancellation));
    }

    public async Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("changed");
        var talk = Open(call);
        var (asked, unsayable) = Write(request);
        if (asked is null)
            return unsayable!;
        var answer = await talk.Reservations.ReplaceAsync(id, asked, cancellation);
        if (answer.Value is { } changed)
            return Held(changed, "PUT /v1/reservations", id, Xs2EventDeadline.AfterChange(changed, talk.Now));
        return answer.Refusal
            ?? await ExplainAsync(answer.Problem!, problem => ExplainChangeAsync(talk, id, problem, request.Lines, cancellation));
    }

    public async Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("given back");
        var talk = Open(call);
        var answer = await talk.Reservations.DeleteAsync(id, cancellation);
        if (answer.Value is not null)
            return new HoldReleased("void");
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new Xs2EventProblem(answer.Problem!);
        if (problem.Kind is ProblemKind.NotAuthorised)
            return Xs2EventRefusals.NotAuthorised(problem);
        if (answer.Problem!.Status is 404)
            return new HoldReleased("not found");
        var (state, _, unread) = await StateAsync(talk, id, cancellation);
        return state switch
        {
            null => unread!,
            ReservationState.Void or ReservationState.Error => new HoldReleased(state.Value.ToString().ToLowerInvariant()),
            ReservationState.Booked => new Refusal(RefusalReason.NotAllowed, "XS2Event has made a booking from this reservation, so it cannot be given back."),
            _ => new Refusal(RefusalReason.Invalid, $"XS2Event did not give the places back: {problem.Said}. They lapse by themselves."),
        };
    }

    private static Answer<HeldPlaces> Held(ReservationDto reservation, string call, string? id, DateTime expiresAt)
    {
        if (string.IsNullOrEmpty(id))
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, "the reservation was answered without its id");
        return Xs2EventWords.Reservation(reservation.Status) is ReservationState.Void or ReservationState.Error or ReservationState.Booked
            ? new Refusal(RefusalReason.Invalid, $"XS2Event answered with a reservation that is '{reservation.Status}': nothing is kept.")
            : Xs2EventMapping.Held(reservation, id, expiresAt);
    }

    /// <summary>The reservation as it is asked for; where an amount cannot be said on this wire, why not.</summary>
    private static (ReservationWriteDto? Asked, Refusal? Unsayable) Write(HoldRequest request)
    {
        var items = new List<ReservationItemWriteDto>();
        foreach (var line in request.Lines)
        {
            if (MinorUnits.Exponent(line.NetEach.Currency) != 2)
                return (null, Xs2EventRefusals.Unsupported(line.NetEach.Currency));
            if (MinorUnits.FromMoney(line.NetEach) is not { } rate)
                return (null, new Refusal(RefusalReason.Invalid, $"{line.NetEach} is not a whole number of cents, so XS2Event cannot be asked for it. Nothing was held; read the offer again."));
            items.Add(new(line.OfferRef, line.Quantity, rate, line.NetEach.Currency));
        }
        return (new ReservationWriteDto(items, request.OurReference), null);
    }

    // Kept by older versions of the wire too, which do not know external_reference_id: a second way to recognise what is ours.
    private static string NoteOf(HoldRequest request) => $"Ref {request.OurReference}";

    /// <summary>How a reservation stands; gone counts as void. Null with the reason when it could not be read.</summary>
    private static async Task<(ReservationState? State, ReservationDto? Reservation, Refusal? Unread)> StateAsync(Talk talk, string id, CancellationToken cancellation)
    {
        var answer = await talk.Reservations.ReadAsync(id, cancellation);
        if (answer.Value is { } reservation)
            return (Xs2EventWords.Reservation(reservation.Status), reservation, null);
        return answer.Problem is { Status: 404 or 410 }
            ? (ReservationState.Void, null, null)
            : (null, null, answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "reservation"));
    }
}
