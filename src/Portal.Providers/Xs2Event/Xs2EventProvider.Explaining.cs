using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// Why a hold or a change was refused: said by the answer where it can be trusted, else decided from ticket and reservation (page 1.5).
public sealed partial class Xs2EventProvider
{
    /// <summary>A no stays a no, also when nothing can be read any more that would explain it.</summary>
    private static async Task<Refusal> ExplainAsync(WireReply reply, Func<Xs2EventProblem, Task<Refusal>> explain)
    {
        var problem = new Xs2EventProblem(reply);
        if (problem.Kind is ProblemKind.NotAuthorised)
            return Xs2EventRefusals.NotAuthorised(problem);
        try
        {
            return await explain(problem);
        }
        catch (ProviderSilenceException)
        {
            return Unexplained(problem);
        }
    }

    private static async Task<Refusal> ExplainChangeAsync(Talk talk, string id, Xs2EventProblem problem, IReadOnlyList<HoldLine> lines, CancellationToken cancellation)
    {
        var (state, reservation, unread) = await StateAsync(talk, id, cancellation);
        return state switch
        {
            null => unread!,
            ReservationState.Void or ReservationState.Error => Xs2EventRefusals.Expired(),
            ReservationState.Booked => new Refusal(RefusalReason.NotAllowed, "XS2Event has made a booking from this reservation, so it cannot be changed any more."),
            _ => await ExplainHoldAsync(talk, problem, lines, Xs2EventMapping.Lines(reservation!.Items), cancellation),
        };
    }

    /// <param name="ours">What the same reservation keeps already: the stock shown no longer counts it.</param>
    private static async Task<Refusal> ExplainHoldAsync(
        Talk talk, Xs2EventProblem problem, IReadOnlyList<HoldLine> lines, IReadOnlyList<HeldLine> ours, CancellationToken cancellation)
    {
        if (problem.Kind is ProblemKind.OutOfStock && SaidShortfalls(problem, lines) is { Count: > 0 } said)
            return SoldOut(said);
        var seen = new List<(HoldLine Line, TicketDto? Ticket, int Ours)>();
        foreach (var line in lines)
        {
            var answer = await talk.Catalog.TicketAsync(line.OfferRef, cancellation);
            if (answer.Value is null && answer.Problem is not { Status: 404 or 410 })
                return Unexplained(problem);
            seen.Add((line, answer.Value, ours.Where(o => o.OfferRef == line.OfferRef).Sum(o => o.Quantity)));
        }
        return FromTickets(problem, seen);
    }

    private static Refusal FromTickets(Xs2EventProblem problem, List<(HoldLine Line, TicketDto? Ticket, int Ours)> seen)
    {
        if (seen.Find(s => s.Ticket is null) is { Line: { } gone })
            return new(RefusalReason.NotFound, "XS2Event no longer has one of the offers. Nothing was held; choose another.") { Shortfalls = [new(gone.OfferRef, gone.Quantity, 0)] };
        var moves = seen.Select(s => (s.Line, Now: Now(s.Ticket!))).Where(s => s.Now != s.Line.NetEach)
            .Select(s => new PriceMove(s.Line.OfferRef, s.Line.NetEach, s.Now)).ToList();
        if (moves.Count > 0)
            return new(RefusalReason.PriceChanged, "XS2Event asks another price by now. Nothing was held; look at the new price first.") { PriceMoves = moves };
        var tooFew = seen.Select(s => (s.Line, Left: Left(s.Ticket!) + s.Ours)).Where(s => s.Left < s.Line.Quantity)
            .Select(s => new Shortfall(s.Line.OfferRef, s.Line.Quantity, s.Left)).ToList();
        if (tooFew.Count > 0)
            return SoldOut(tooFew);
        if (problem.Kind is ProblemKind.OutOfStock)
            return SoldOut([.. seen.Select(s => new Shortfall(s.Line.OfferRef, s.Line.Quantity, null))]);
        return seen.Exists(s => Xs2EventMapping.Rule(s.Ticket!).Check(s.Line.Quantity, Left(s.Ticket!) + s.Ours) is not null)
            ? new(RefusalReason.QuantityNotAllowed, "The quantity breaks a rule of the offer. Nothing was held; choose another quantity.")
            : Unexplained(problem);
    }

    private static List<Shortfall> SaidShortfalls(Xs2EventProblem problem, IReadOnlyList<HoldLine> lines) => [.. (problem.Body.Items ?? [])
        .Where(i => i is { TicketId: not null, Error.Available: not null })
        .Select(i => new Shortfall(i.TicketId!, lines.Where(l => l.OfferRef == i.TicketId).Sum(l => l.Quantity), (int)i.Error!.Available!.Value))
        .Where(s => s.Asked > 0)];

    private static Refusal SoldOut(IReadOnlyList<Shortfall> shortfalls) =>
        new(RefusalReason.SoldOut, "XS2Event has fewer places than were asked for. Nothing was held.") { Shortfalls = shortfalls };

    private static Refusal Unexplained(Xs2EventProblem problem) =>
        new(RefusalReason.Invalid, $"XS2Event refused: {problem.Said}. Nothing was changed.");

    private static Money? Now(TicketDto ticket) =>
        ticket is { NetRate: { } rate, CurrencyCode: { Length: > 0 } currency } ? MinorUnits.ToMoney(rate, currency) : null;

    private static int Left(TicketDto ticket) =>
        string.Equals(ticket.TicketStatus, "available", StringComparison.OrdinalIgnoreCase) ? ticket.Stock ?? 0 : 0;
}
