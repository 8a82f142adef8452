using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

// Makes an order contain what was asked: first all that may be refused is added, then what is no longer wanted goes.
public sealed partial class OneboxDistributionProvider
{
    private static async Task<Answer<HeldPlaces>> ArrangeAsync(Talk talk, string id, OrderDto before, HoldRequest request, CancellationToken cancellation)
    {
        var deltas = new List<LineDelta>();
        foreach (var line in request.Lines)
        {
            if (LineDelta.Of(line, before) is not { } delta)
                return new Refusal(RefusalReason.Invalid, "An offer or a seat is not one of Onebox Distribution. Nothing was held; choose it again.");
            deltas.Add(delta);
        }
        var wanted = request.Lines.Select(l => l.OfferRef).ToHashSet();
        var order = before;
        var added = new List<long>();
        foreach (var delta in deltas.Where(d => d.Adds))
        {
            var answer = await AddAsync(talk, id, delta, cancellation);
            if (answer.Value is not { } grown)
            {
                var refusal = answer.Refusal ?? await ExplainAsync(talk, delta, before, new DistributionProblem(answer.Problem!), cancellation);
                await TakeBackAsync(talk, id, added, cancellation);
                return refusal;
            }
            var known = OrderMapping.Items(order).Select(i => i.Id).ToHashSet();
            List<ItemDto> fresh = [.. OrderMapping.Items(grown).Where(i => !known.Contains(i.Id))];
            added.AddRange(fresh.Select(i => i.Id!.Value));
            order = grown;
            if (Unwanted(delta.Line, fresh, talk.Options) is { } unwanted)
            {
                await TakeBackAsync(talk, id, added, cancellation);
                return unwanted;
            }
        }
        List<long> superfluous = [.. deltas.SelectMany(d => d.Superfluous), .. OrderMapping.Items(before).Where(i => !wanted.Contains(OrderMapping.OfferRef(i))).Select(i => i.Id!.Value)];
        if (superfluous.Count > 0)
        {
            var answer = await talk.Orders.ReleaseAsync(id, superfluous, cancellation);
            if (answer.Value is not { } shrunk)
            {
                var refusal = answer.Refusal ?? new Refusal(RefusalReason.Invalid, $"Onebox did not take the places out: {new DistributionProblem(answer.Problem!).Said}. What was held is held still.");
                await TakeBackAsync(talk, id, added, cancellation);
                return refusal;
            }
            order = shrunk;
        }
        return OrderMapping.Held(order, id, talk.Options, talk.Now);
    }

    private static Task<WireAnswer<OrderDto>> AddAsync(Talk talk, string id, LineDelta delta, CancellationToken cancellation) => delta.NewSeats.Count > 0
        ? talk.Orders.AddSeatsAsync(id, new([.. delta.NewSeats.Select(s => new SeatWriteDto(s, delta.Offer.Session, delta.Offer.Rate))]), cancellation)
        : talk.Orders.AddBestAsync(id, new(delta.Offer.Session, delta.NewBest, delta.Offer.PriceType, delta.Offer.Rate), cancellation);

    /// <summary>Places that came, but not as they were wanted: another price, or apart where together was asked for.</summary>
    private static Refusal? Unwanted(HoldLine line, IReadOnlyList<ItemDto> fresh, DistributionOptions options)
    {
        if (fresh.Select(i => OrderMapping.Price(i, options)).FirstOrDefault(p => p is not null && p != line.NetEach) is { } now)
            return new(RefusalReason.PriceChanged, "Onebox asks another price by now. Nothing was held; look at the new price first.") { PriceMoves = [new(line.OfferRef, line.NetEach, now)] };
        return line.Together && fresh.Any(i => i.ItemWarnings?.Contains(DistributionWords.NotSideBySide, StringComparer.OrdinalIgnoreCase) is true)
            ? new(RefusalReason.NotTogether, "Onebox has no such places side by side any more. Nothing was held.")
            : null;
    }

    /// <summary>Lets go of what was added before a no. Only then is the no a whole one, so a failure here is silence.</summary>
    private static async Task TakeBackAsync(Talk talk, string id, List<long> added, CancellationToken cancellation)
    {
        if (added.Count == 0)
            return;
        var answer = await talk.Orders.ReleaseAsync(id, added, cancellation);
        if (answer.Value is null && (answer.Problem is not { } problem || new DistributionProblem(problem).Kind is not ProblemKind.OrderGone))
            throw new ProviderSilenceException("DELETE /distribution-api/v1/orders/seats", SilenceKind.Unreadable, "a later place was refused, and those already in the order could not be taken out again");
    }
}
