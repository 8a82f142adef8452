using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

/// <summary>What is in an order. Updates tell only what changed and are merged into what was read (page 2.5).</summary>
internal sealed class SecuTixContent
{
    private readonly OrderedDictionary<string, OperationDto> operations = [];
    private readonly OrderedDictionary<string, MovementDto> movements = [];

    public static SecuTixContent Of(OrderDetailsDto order)
    {
        var content = new SecuTixContent();
        content.Merge(new OrderUpdateDto { OperationDataUpdates = order.OperationDatas, MovementDataUpdates = order.MovementDatas });
        return content;
    }

    public static SecuTixContent Of(OrderUpdateDto update)
    {
        var content = new SecuTixContent();
        content.Merge(update);
        return content;
    }

    public void Merge(OrderUpdateDto update)
    {
        foreach (var operation in update.OperationDataUpdates ?? [])
            operations[operation.OperationId ?? ""] = operation;
        foreach (var movement in update.MovementDataUpdates ?? [])
            movements[movement.MovementId ?? ""] = movement;
        foreach (var id in update.RemoveMovementIds ?? [])
            movements.Remove(id);
        foreach (var id in update.RemoveOperationIds ?? [])
            operations.Remove(id);
    }

    public bool IsNominative => operations.Values.Any(o => o.IsNominative is true);

    public IEnumerable<string> FileIds => operations.Values.Select(o => o.FileId).OfType<string>().Distinct();

    public IEnumerable<MovementDto> MovementsOf(string offerRef) => movements.Values.Where(m => operations.GetValueOrDefault(m.OperationId ?? "")?.OfferRef == offerRef);

    public Dictionary<string, int> Quantities => operations.Values.GroupBy(o => o.OfferRef).ToDictionary(g => g.Key, g => g.Sum(o => PlacesOf(o).Count is > 0 and var places ? places : o.Quantity ?? 0));

    /// <summary>One line per offer and price, as the provider counts and prices it.</summary>
    public IReadOnlyList<HeldLine> Lines => [.. operations.Values.GroupBy(o => (o.OfferRef, Net: NetOf(o))).Select(g =>
    {
        var places = g.SelectMany(PlacesOf).ToList();
        return new HeldLine(g.Key.OfferRef, places.Count > 0 ? places.Count : g.Sum(o => o.Quantity ?? 0), g.Key.Net)
        {
            Seats = [.. places.Where(m => m.Row is not null || m.Number is not null).Select(m => new HeldSeat(m.SeatCategory, m.Row, m.Number) { SeatRef = m.SeatId })],
        };
    })];

    public OperationDto? OperationOf(MovementDto movement) => operations.GetValueOrDefault(movement.OperationId ?? "");

    public IEnumerable<MovementDto> Movements => movements.Values;

    public static Money? NetOf(OperationDto operation) =>
        operation is { UnitPrice: { } price, CatalogCurrency.CurrencyCode: { Length: > 0 } currency } ? SecuTixMoney.Of(price, currency) : null;

    private List<MovementDto> PlacesOf(OperationDto operation) => [.. movements.Values.Where(m => m.OperationId == operation.OperationId)];
}
