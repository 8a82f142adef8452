using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// What is wanted of the guests, and telling it, before and after the booking (page 1.4, 1.8).
public sealed partial class Xs2EventProvider
{
    public async Task<Answer<IReadOnlyList<GuestRequirement>>> ReadRequirementsAsync(
        ProviderCall call, SessionKey session, string offerRef, string? countryHint, CancellationToken cancellation)
    {
        var answer = await Open(call).Catalog.RequirementsAsync(offerRef, countryHint, cancellation);
        return answer.Value is { } wanted
            ? Answer<IReadOnlyList<GuestRequirement>>.Yes(Xs2EventGuests.Requirements(wanted))
            : answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "guest data requirements of this ticket");
    }

    public async Task<Answer<IReadOnlyList<GuestSheet>>> ReadGuestsAsync(ProviderCall call, string? countryHint, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("read");
        return Sheets(await Open(call).Reservations.GuestsAsync(id, countryHint, cancellation));
    }

    public async Task<Answer<IReadOnlyList<GuestSheet>>> SendGuestsAsync(ProviderCall call, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation)
    {
        if (call.Find(Xs2EventReferences.Reservation) is not { } id)
            return Xs2EventRefusals.NoReservation("given guest data");
        var talk = Open(call);
        // The list has as many guests as the supplier wants, but is sent with the reservation's quantity.
        var (state, reservation, unread) = await StateAsync(talk, id, cancellation);
        if (state is null)
            return unread!;
        if (state is ReservationState.Void or ReservationState.Error)
            return Xs2EventRefusals.Expired();
        var quantities = Xs2EventMapping.Lines(reservation!.Items).GroupBy(l => l.OfferRef).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        var answer = await talk.Reservations.SendGuestsAsync(id, Xs2EventGuests.Write(sheets, quantities), cancellation);
        return answer.Problem is { } problem ? await JudgeGuestsAsync(talk, id, problem, sheets, cancellation) : Sheets(answer);
    }

    public async Task<Answer<IReadOnlyList<GuestSheet>>> ReadLateGuestsAsync(
        ProviderCall call, ProviderReference fulfilment, string? countryHint, CancellationToken cancellation) =>
        Sheets(await Open(call).Bookings.GuestsAsync(fulfilment.Value, countryHint, cancellation));

    public async Task<Answer<IReadOnlyList<GuestSheet>>> SendLateGuestsAsync(
        ProviderCall call, ProviderReference fulfilment, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation)
    {
        var answer = await Open(call).Bookings.SendGuestsAsync(fulfilment.Value, Xs2EventGuests.Write(sheets, null), cancellation);
        return answer.Problem is { } problem
            ? Xs2EventRefusals.OfLateGuests(problem, "booking order", said => Xs2EventRefusals.GuestData(said, sheets))
            : Sheets(answer);
    }

    public async Task<Answer<GuestSlot>> SendLateGuestAsync(
        ProviderCall call, ProviderReference fulfilment, string offerRef, int place, GuestSlot slot, CancellationToken cancellation)
    {
        if (slot.GuestRef is not { Length: > 0 } id)
            return new Refusal(RefusalReason.Invalid, "XS2Event has no id for this guest, so the whole list has to be sent. Nothing was done.");
        var answer = await Open(call).Bookings.SendGuestAsync(fulfilment.Value, id, Xs2EventGuests.Write(slot, slot.IsLead), cancellation);
        if (answer.Problem is { } problem)
            return Xs2EventRefusals.OfLateGuests(problem, "guest of that id in the booking order", said => Xs2EventRefusals.GuestData(said, offerRef, place, slot));
        return answer.Value is { } guest
            ? Xs2EventGuests.Slot(guest) with { GuestRef = guest.GuestId ?? id, Due = slot.Due }
            : answer.Refusal!;
    }

    private static async Task<Answer<IReadOnlyList<GuestSheet>>> JudgeGuestsAsync(
        Talk talk, string id, WireReply reply, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation)
    {
        var problem = new Xs2EventProblem(reply);
        if (problem.Kind is ProblemKind.GuestData)
            return Xs2EventRefusals.GuestData(problem, sheets);
        return await ExplainAsync(reply, async unclear =>
            await StateAsync(talk, id, cancellation) is { State: ReservationState.Void or ReservationState.Error }
                ? Xs2EventRefusals.Expired()
                : new Refusal(RefusalReason.Invalid, $"XS2Event did not take the guest data: {unclear.Said}. What it had before still stands, and so do the places."));
    }

    private static Answer<IReadOnlyList<GuestSheet>> Sheets(WireAnswer<GuestListsDto> answer) => answer.Value is { } lists
        ? Answer<IReadOnlyList<GuestSheet>>.Yes(Xs2EventGuests.Sheets(lists))
        : answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "guest list");
}
