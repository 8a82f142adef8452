using Portal.Core.Providers;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

// Why a hold or a change was refused: one key is documented; the rest is decided by what can be read (page 2.4, 2.13).
public sealed partial class SecuTixProvider
{
    private async Task<Refusal> ExplainChangeAsync(SecuTixTalk talk, string id, MethodNo no, IReadOnlyList<HoldLine> lines, SecuTixContent content, CancellationToken cancellation)
    {
        var (order, _) = await ReadAsync(talk, id, cancellation);
        return (order is null ? null : NotOpen(order)) ?? await ExplainAsync(talk, no, lines, content.Quantities, cancellation);
    }

    /// <param name="ours">What the same order has already: the stock no longer counts it.</param>
    private async Task<Refusal> ExplainAsync(SecuTixTalk talk, MethodNo no, IReadOnlyList<HoldLine> lines, Dictionary<string, int> ours, CancellationToken cancellation)
    {
        if (no.IsInProgress)
            throw SecuTixRefusals.StillRunning("createOrUpdateOrder");
        if (no.IsSoldOut)
            return new Refusal(RefusalReason.SoldOut, "SecuTix has fewer places than were asked for. Nothing was held.") { Shortfalls = await ShortfallsAsync(talk, lines, ours, cancellation) };
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        var most = pos.Value?.MaxSeatsPerPerformance;
        return most is not null && lines.GroupBy(l => l.Session.SessionRef).Any(g => SecuTixOffer.Of(g.First().OfferRef)?.ItemId is null && g.Sum(l => l.Quantity) > most)
            ? new Refusal(RefusalReason.QuantityNotAllowed, $"SecuTix sells at most {most} places of one performance in an order. Nothing was held; choose fewer.")
            : SecuTixRefusals.Of(no, "Nothing was held.");
    }

    /// <summary>How many are left of what was asked for; without figures where they may not be read just now.</summary>
    private async Task<IReadOnlyList<Shortfall>> ShortfallsAsync(SecuTixTalk talk, IReadOnlyList<HoldLine> lines, Dictionary<string, int> ours, CancellationToken cancellation)
    {
        var asked = lines.GroupBy(l => l.OfferRef).Select(g => (Name: g.Key, Offer: SecuTixOffer.Of(g.Key)!, Line: g.First(), Quantity: g.Sum(l => l.Quantity))).ToList();
        var left = await LeftAsync(talk, [.. asked.Select(a => (a.Offer, a.Line.Session))], cancellation);
        // Several audiences draw on one stock: together they asked for too much.
        var tooFew = asked.GroupBy(a => Pool(a.Offer)).SelectMany(pool => left.TryGetValue(pool.Key, out var places) && pool.Sum(a => a.Quantity - ours.GetValueOrDefault(a.Name)) > places
            ? pool.Select(a => new Shortfall(a.Name, a.Quantity, places + ours.GetValueOrDefault(a.Name)))
            : []).ToList();
        return tooFew.Count > 0 ? tooFew : [.. asked.Select(a => new Shortfall(a.Name, a.Quantity, null))];
    }

    private async Task<Dictionary<string, int>> LeftAsync(SecuTixTalk talk, IReadOnlyList<(SecuTixOffer Offer, SessionKey Session)> asked, CancellationToken cancellation)
    {
        var left = new Dictionary<string, int>();
        try
        {
            var pointOfSales = await PointOfSalesIdAsync(talk, cancellation);
            var seats = asked.Where(a => a.Offer.ItemId is null).Select(a => a.Offer).ToList();
            if (pointOfSales.IsYes && seats.Count > 0)
                foreach (var told in (await talk.Availability.EventsAsync(pointOfSales.Value, seats.Select(s => s.PerformanceId!).Distinct(), seats.Select(s => s.SeatCategoryId!).Distinct(), cancellation))
                    .Value?.EventAvailabilityData?.PerformanceAvailabilities ?? [])
                    if (told.AvailableQuantity is { } places)
                        left[$"{told.PerformanceId} {told.SeatCategoryId}"] = places;
            var products = asked.Where(a => a.Offer.ItemId is not null).Select(a => a.Session.EventRef).Distinct().ToList();
            if (pointOfSales.IsYes && products.Count > 0)
                foreach (var told in (await talk.Availability.ProductsAsync(pointOfSales.Value, products, cancellation)).Value?.ProductAvailabilityData?.ItemAvailabilities ?? [])
                    if (told.AvailableQuantity is { } units)
                        left[told.ItemId ?? ""] = units;
        }
        catch (ProviderSilenceException)
        {
            // The no stands, only its figures are missing.
        }
        return left;
    }

    private static string Pool(SecuTixOffer offer) => offer.ItemId ?? $"{offer.PerformanceId} {offer.SeatCategoryId}";
}
