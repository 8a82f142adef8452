using Portal.Core.Providers;
using Portal.Providers.Plumbing;

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

    /// <summary>Per person and field what was not accepted. The provider's sentence is left out: it may repeat what was typed.</summary>
    public static Refusal GuestData(Xs2EventProblem problem)
    {
        var faults = new List<FieldFault>();
        foreach (var item in problem.Body.Items ?? [])
            for (var slot = 0; slot < (item.Guests?.Count ?? 0); slot++)
                faults.AddRange(item.Guests![slot].Fields
                    .Where(f => !string.IsNullOrEmpty(f.Value.Error))
                    .Select(f => new FieldFault(item.TicketId ?? "", slot, f.Key, f.Value.Error!)));
        return new(RefusalReason.GuestDataMissing, faults.Count > 0
            ? $"XS2Event wants {faults.Count} of the guests' fields filled in or corrected. The places are still held."
            : "XS2Event wants more or other guest data, without saying which. The places are still held.")
        {
            FieldFaults = [.. faults.DistinctBy(f => (f.OfferRef, f.Slot, f.Field))],
        };
    }
}
