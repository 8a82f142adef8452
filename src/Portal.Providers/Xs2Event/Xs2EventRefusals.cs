using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

/// <summary>Refusals that need no further reading to be told.</summary>
internal static class Xs2EventRefusals
{
    /// <summary>For questions that change nothing.</summary>
    public static Refusal OfRead(WireReply reply, string what)
    {
        var problem = new Xs2EventProblem(reply);
        return problem.Kind switch
        {
            ProblemKind.NotAuthorised => NotAuthorised(problem),
            ProblemKind.NotFound or ProblemKind.UnknownTicket => new(RefusalReason.NotFound, $"XS2Event has no {what}: {problem.Said}."),
            _ => new(RefusalReason.Invalid, $"XS2Event did not give the {what}: {problem.Said}."),
        };
    }

    public static Refusal NotAuthorised(Xs2EventProblem problem) =>
        new(RefusalReason.NotAuthorised, $"XS2Event does not accept the connection's key: {problem.Said}. Nothing was done; an admin checks the key under Connections.");

    public static Refusal Expired() =>
        new(RefusalReason.HoldExpired, "The reservation at XS2Event is over: nothing is kept and nothing was sold. The same places can be held again if they are still there.");

    public static Refusal Unsupported(string currency) =>
        new(RefusalReason.NotAllowed, $"{currency} is a currency whose smallest unit is not a hundredth; how XS2Event writes its prices is not documented, so nothing was held. Choose an offer in another currency.");

    public static Refusal NoReservation(string act) =>
        new(RefusalReason.Invalid, $"The reservation at XS2Event has no known id, so it cannot be {act}. Nothing was done; it lapses by itself.");

    /// <summary>Why guest data were not taken after the booking.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="what">Whose guest data; for when it is not there.</param>
    /// <param name="faults">Reads which fields it is about.</param>
    public static Refusal OfLateGuests(WireReply reply, string what, Func<Xs2EventProblem, Refusal> faults)
    {
        var problem = new Xs2EventProblem(reply);
        return problem.Kind switch
        {
            ProblemKind.GuestData => faults(problem) with { Detail = "XS2Event did not accept all of the guest data. What it had before still stands." },
            ProblemKind.NotAuthorised => NotAuthorised(problem),
            ProblemKind.NotFound or ProblemKind.UnknownTicket => new(RefusalReason.NotFound, $"XS2Event has no {what}: {problem.Said}."),
            _ => new(RefusalReason.Invalid, $"XS2Event did not take the guest data: {problem.Said}. What it had before still stands."),
        };
    }

    /// <summary>Per person and field what was not accepted. The provider's sentence is left out: it may repeat what was typed.</summary>
    /// <param name="problem">The answer.</param>
    /// <param name="sent">The lists it is about. A person is found in them by id, else by place.</param>
    public static Refusal GuestData(Xs2EventProblem problem, IReadOnlyList<GuestSheet> sent) => GuestData(
    [
        .. from item in problem.Body.Items ?? []
           let offer = item.TicketId ?? (sent is [var only] ? only.OfferRef : "")
           let sheet = sent.FirstOrDefault(s => s.OfferRef == offer)
           from guest in (item.Guests ?? []).Select((g, position) => (Fields: g.Fields, Place: PlaceIn(sheet, g.GuestId, position)))
           from fault in guest.Place is { } place ? Faults(guest.Fields, offer, place) : []
           select fault,
    ]);

    /// <summary>The same for a person who was sent alone; whatever the answer says of others is left out.</summary>
    public static Refusal GuestData(Xs2EventProblem problem, string offerRef, int place, GuestSlot sent)
    {
        var listed = (problem.Body.Items ?? []).Where(i => i.TicketId is null || i.TicketId == offerRef).SelectMany(i => i.Guests ?? []).ToList();
        var guest = listed.Find(g => g.GuestId == sent.GuestRef)
            ?? (listed.Exists(g => g.GuestId is not null) ? null : listed.Count == 1 ? listed[0] : listed.ElementAtOrDefault(place));
        return GuestData(guest is null ? [] : [.. Faults(guest.Fields, offerRef, place)]);
    }

    private static Refusal GuestData(IReadOnlyList<FieldFault> faults) => new(RefusalReason.GuestDataMissing, faults.Count > 0
        ? $"XS2Event wants {faults.Count} of the guests' fields filled in or corrected. The places are still held."
        : "XS2Event wants more or other guest data, without saying which. The places are still held.")
    {
        FieldFaults = [.. faults.DistinctBy(f => (f.OfferRef, f.Slot, f.Field))],
    };

    // A person with an id that is not on the list is nobody we know, unless the one in that place has none yet.
    private static int? PlaceIn(GuestSheet? sheet, string? guestId, int position)
    {
        if (sheet is null || guestId is null)
            return position;
        for (var place = 0; place < sheet.Slots.Count; place++)
            if (sheet.Slots[place].GuestRef == guestId)
                return place;
        return position < sheet.Slots.Count && sheet.Slots[position].GuestRef is null ? position : null;
    }

    private static IEnumerable<FieldFault> Faults(IReadOnlyDictionary<string, GuestFieldDto> fields, string offerRef, int place) => fields
        .Where(f => !string.IsNullOrEmpty(f.Value.Error))
        .Select(f => new FieldFault(offerRef, place, f.Key, f.Value.Error!));
}
