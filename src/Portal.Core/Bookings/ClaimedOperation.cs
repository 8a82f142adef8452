using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>An operation whose question has been saved and may now be asked. A snapshot: whoever records compares the version.</summary>
public sealed record ClaimedOperation(
    Guid Id, Guid OrderId, Guid BookingId, long Version, OperationKind Kind, bool IsUndo, DateTime OwnedUntil, ItemsRequest Request, IReadOnlyList<ProviderReference> References)
{
    /// <summary>Taken after the claim was saved. References and items of the operation, and its order with booking, items, operations and references, must be loaded.</summary>
    public static ClaimedOperation Of(Operation operation, BuyerSeal buyers)
    {
        var order = operation.Order!;
        return new ClaimedOperation(operation.Id, order.Id, order.BookingId, operation.Version, operation.Kind, operation.IsUndo, operation.Question.OwnedUntil!.Value,
            new ItemsRequest(operation.OurReference, $"{operation.Id:N}-{operation.Attempt}", RefsOf(operation), operation.Question.AskedAt!.Value)
            {
                // Delivery was agreed with the order, not with its places.
                Total = operation.Net, Mode = operation.Items.TrueForAll(i => i.State == ItemState.Booked) ? SaleMode.Book : SaleMode.Purchase, Buyer = buyers.Open(order.Booking!.SealedBuyer),
            },
            // What an earlier try of the same kind left open may have to be gone on with.
            [.. ClaimedOrder.ReferencesOf(order), .. order.Operations.Where(o => o.Kind == operation.Kind).OrderBy(o => o.CreatedAt)
                .SelectMany(o => o.References.OrderBy(r => r.Id)).Select(r => new ProviderReference(r.Kind, r.Value))]);
    }

    // A purchase names its places wherever it can, so that one that lapsed meanwhile is not counted in. Taking back all that is left needs
    // no names, which may not have been read back yet.
    private static List<string> RefsOf(Operation operation)
    {
        var named = operation.Items.Select(i => i.ProviderRef).OfType<string>().ToList();
        var isAll = operation.Items.Count == Operation.Left(operation.Order!, operation.Kind);
        return isAll && (operation.Kind != OperationKind.Purchase || named.Count < operation.Items.Count) ? [] : named;
    }
}
