using System.Globalization;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// Why places were refused: by the answer's code, and how many there still are by reading (page 1b.7, 1b.8).
public sealed partial class OneboxDistributionProvider
{
    private static async Task<Refusal> ExplainAsync(Talk talk, LineDelta delta, OrderDto before, DistributionProblem problem, CancellationToken cancellation)
    {
        switch (problem.Kind)
        {
            case ProblemKind.OrderGone:
                return DistributionProblem.Expired();
            case ProblemKind.Denied:
                return DistributionProblem.Denied(problem);
            case ProblemKind.SessionGone:
                return new(RefusalReason.NotFound, "Onebox no longer sells this session to the channel. Nothing was held; choose another.");
            case ProblemKind.LimitExceeded:
                return new(RefusalReason.QuantityNotAllowed, $"Onebox takes no more places of this session in one order: {problem.Said}. Nothing was changed; take fewer.");
            case ProblemKind.NotSamePriceTypes:
                return new(RefusalReason.QuantityNotAllowed, $"Onebox wants all places in one price category: {problem.Said}. Nothing was changed.");
            case ProblemKind.SoldOut:
                break;
            default:
                return new(RefusalReason.Invalid, $"Onebox refused: {problem.Said}. Nothing was held.");
        }
        // A no stays a no, also when nothing can be read any more that would explain it.
        try
        {
            var session = delta.Offer.Session.ToString(CultureInfo.InvariantCulture);
            var (reading, counting) = (talk.Catalog.SessionAsync(session, cancellation), CountAsync(talk, delta, session, cancellation));
            await Task.WhenAll(reading, counting);
            if ((await reading).Value is { } said && (said.ForSale is false || said.OnSale is false))
                return new(RefusalReason.NotAllowed, "The organiser does not sell this session at the moment. Nothing was held.");
            var ours = OrderMapping.Items(before).Count(i => i.Allocation?.PriceType?.Id == delta.Offer.PriceType && i.Allocation?.Session?.Id == delta.Offer.Session);
            return SoldOut(delta.Line, await counting is { } left ? left + (delta.NewSeats.Count > 0 ? delta.Line.Seats.Count - delta.NewSeats.Count : ours) : null);
        }
        catch (ProviderSilenceException)
        {
            return SoldOut(delta.Line, null);
        }
    }

    /// <summary>How many can still be had: of chosen seats those that are free, else what is left of the price type.</summary>
    private static async Task<int?> CountAsync(Talk talk, LineDelta delta, string session, CancellationToken cancellation)
    {
        if (delta.NewSeats.Count > 0)
            return (await talk.Catalog.SeatsAsync(session, cancellation)).Value?
                .Count(s => s.Id is { } id && delta.NewSeats.Contains(id) && DistributionWords.Seat(s.Status) is SeatStatus.Free);
        return (await talk.Catalog.AvailabilityAsync(session, cancellation)).Value?.PriceTypes?
            .FirstOrDefault(t => t.Id == delta.Offer.PriceType)?.Availability?.Left;
    }

    private static Refusal SoldOut(HoldLine line, int? left) =>
        new(RefusalReason.SoldOut, "Onebox has fewer places than were asked for. Nothing was held.") { Shortfalls = [new(line.OfferRef, line.Quantity, left < line.Quantity ? left : null)] };
}
