using System.Globalization;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

/// <summary>What must be put in and taken out of an order for one line. Pure.</summary>
/// <param name="NewSeats">Chosen seats that are not in it yet.</param>
/// <param name="NewBest">How many places the provider shall choose.</param>
/// <param name="Superfluous">Items of the line's offer that are no longer wanted.</param>
internal sealed record LineDelta(HoldLine Line, DistributionOfferRef Offer, IReadOnlyList<long> NewSeats, int NewBest, IReadOnlyList<long> Superfluous)
{
    public bool Adds => NewSeats.Count > 0 || NewBest > 0;

    /// <summary>Null when offer or seats are not named as this adapter names them.</summary>
    public static LineDelta? Of(HoldLine line, OrderDto order)
    {
        if (DistributionOfferRef.Parse(line.OfferRef) is not { } offer)
            return null;
        var seats = line.Seats.Select(s => long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var seat) ? seat : -1).ToList();
        if (seats.Contains(-1))
            return null;
        List<ItemDto> mine = [.. OrderMapping.Items(order).Where(i => OrderMapping.OfferRef(i) == line.OfferRef)];
        if (seats.Count > 0)
        {
            var kept = mine.Where(i => i.Allocation?.Seat?.Id is { } seat && seats.Contains(seat)).ToList();
            return new(line, offer, [.. seats.Except(kept.Select(i => i.Allocation!.Seat!.Id!.Value))], 0, [.. mine.Except(kept).Select(i => i.Id!.Value)]);
        }
        var more = line.Quantity - mine.Count;
        // Side by side is judged over all places of the line, and one added later stands anywhere: they are chosen anew, together.
        if (line.Together && more != 0 && mine.Exists(i => i.Allocation?.Seat is not null))
            return new(line, offer, [], line.Quantity, [.. mine.Select(i => i.Id!.Value)]);
        return new(line, offer, [], Math.Max(0, more), [.. mine.Skip(line.Quantity).Select(i => i.Id!.Value)]);
    }
}
