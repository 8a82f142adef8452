using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// A reservation becomes a booking, sold on invoice (page 1.4, Booking; 1.10, recovery).
public sealed partial class Xs2EventProvider
{
    private const string CommitCall = "POST /v1/bookings";

    public async Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("booked");
        if (request.Mode is not SaleMode.Purchase)
            return new Refusal(RefusalReason.NotAllowed, "XS2Event sells at once; it cannot keep places unpaid. Nothing was booked.");
        var talk = Open(call);
        if ((talk.Options.BookingEmail ?? request.AgencyEmail) is not { Length: > 0 } email)
            return new Refusal(RefusalReason.Invalid, "XS2Event needs an e-mail address for its mails about the order. Nothing was booked; enter one for the agency, or BookingEmail for the connection.");
        var answer = await talk.Bookings.CreateAsync(new BookingWriteDto(id, email, talk.Options.PaymentMethod, request.OurReference)
        {
            IsTestBooking = talk.Options.IsTestBooking ? true : null,
        }, cancellation);
        if (answer.Value is { } booking)
            return Committed(booking, id, CommitCall);
        return answer.Refusal ?? await JudgeCommitAsync(talk, id, answer.Problem!, cancellation);
    }

    public async Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("looked up");
        var talk = Open(call);
        var answer = await talk.Bookings.OfReservationAsync(id, cancellation);
        if (answer.Value is { } booking)
            return new OrderFinding(OrderFound.Made, Committed(booking, id, "GET /v1/bookings/reservation"), booking.LogisticStatus);
        if (answer.Refusal is { } refusal)
            return refusal;
        // 400 and 422 stand for the same here (page 1.5): there is none. What that means is for the reservation to say.
        if (answer.Problem is not { Status: 400 or 404 or 410 or 422 })
            return Xs2EventRefusals.OfRead(answer.Problem!, "booking of this reservation");
        var (state, reservation, unread) = await StateAsync(talk, id, cancellation);
        return state switch
        {
            null => unread!,
            ReservationState.Active or ReservationState.Extended => new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: reservation?.Status),
            ReservationState.Void or ReservationState.Error => new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: reservation?.Status ?? "not found"),
            _ => new OrderFinding(OrderFound.InDoubt, RawStatus: reservation?.Status),
        };
    }

    /// <summary>
    /// What a no to a booking means. Anything that could also be said of a reservation already booked (a replay, a slow first answer)
    /// is decided from the reservation's state.
    /// </summary>
    private static async Task<Answer<CommittedOrder>> JudgeCommitAsync(Talk talk, string id, WireReply reply, CancellationToken cancellation)
    {
        var problem = new Xs2EventProblem(reply);
        switch (problem.Kind)
        {
            case ProblemKind.NotAuthorised:
                return Xs2EventRefusals.NotAuthorised(problem);
            case ProblemKind.GuestData:
                return Xs2EventRefusals.GuestData(problem, []);
            case ProblemKind.PaymentMethod:
                return new Refusal(RefusalReason.NotAllowed, $"XS2Event does not allow the payment method '{talk.Options.PaymentMethod}': {problem.Said}. Nothing was booked, the places are still held; an admin corrects PaymentMethod under Connections.");
            case ProblemKind.BookingEmail:
                return new Refusal(RefusalReason.Invalid, $"XS2Event does not accept the e-mail address for the order: {problem.Said}. Nothing was booked, the places are still held.");
        }
        var (state, _, unread) = await StateAsync(talk, id, cancellation);
        switch (state)
        {
            case null:
                throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"refused without a clear reason, and the reservation could not be read: {unread!.Detail}");
            case ReservationState.Active or ReservationState.Extended:
                return new Refusal(RefusalReason.Invalid, $"XS2Event refused the booking: {problem.Said}. Nothing was booked, the places are still held.");
            case ReservationState.Void or ReservationState.Error:
                return Xs2EventRefusals.Expired();
        }
        var made = await talk.Bookings.OfReservationAsync(id, cancellation);
        return made.Value is { } booking
            ? Committed(booking, id, CommitCall)
            : throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, "refused, but the reservation is booked and no booking can be read");
    }

    private static CommittedOrder Committed(BookingDto booking, string reservationId, string call)
    {
        if (string.IsNullOrEmpty(booking.BookingId))
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, "the booking was answered without its id");
        if (booking.ReservationId is { Length: > 0 } other && other != reservationId)
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, "the answer tells of another reservation's booking");
        var references = new List<ProviderReference> { new(Xs2EventReferences.Booking, booking.BookingId) };
        if (!string.IsNullOrEmpty(booking.BookingCode))
            references.Add(new(Xs2EventReferences.BookingCode, booking.BookingCode));
        return new CommittedOrder(CommitOutcome.Purchased, references, booking.LogisticStatus ?? "", Xs2EventMapping.Lines(booking.Items));
    }
}
