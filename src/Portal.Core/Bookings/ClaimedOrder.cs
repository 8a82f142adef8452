using System.Text.Json;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>An order whose question has been saved and may now be asked. A snapshot: whoever records compares the version.</summary>
public sealed record ClaimedOrder(Guid Id, long Version, Asked Asked, DateTime OwnedUntil, CommitRequest Request, IReadOnlyList<ProviderReference> References)
{
    /// <summary>Taken after the claim was saved. The order's booking and references must be loaded.</summary>
    public static ClaimedOrder Of(Order order, OpenConnection connection, BuyerSeal buyers, string? agencyEmail = null) => new(
        order.Id, order.Version, order.Question.Asked, order.Question.OwnedUntil!.Value,
        RequestOf(order, connection, buyers, agencyEmail, order.Question.AskedAt!.Value), ReferencesOf(order));

    internal static CommitRequest RequestOf(Order order, OpenConnection connection, BuyerSeal buyers, string? agencyEmail, DateTime askedAt) =>
        new(order.OurReference, $"{order.Id:N}-{order.Attempt}", order.Mode, AskedLines.Read(order.AskedJson), new Money(order.TotalNet, order.Currency), askedAt)
        {
            AgencyEmail = connection.Row.OrderEmail ?? agencyEmail, Buyer = buyers.Open(order.Booking!.SealedBuyer), Body = buyers.OpenText(order.SealedBody),
            Delivery = order.DeliveryJson is { } json ? JsonSerializer.Deserialize<DeliveryOption>(json) : null,
        };

    internal static IReadOnlyList<ProviderReference> ReferencesOf(Order order) =>
        [.. order.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))];

    /// <summary>The same as a hold is asked about: its content and since when.</summary>
    public HoldRequest HoldRequest => new(Request.OurReference, Request.Lines, Request.AskedAt);
}
