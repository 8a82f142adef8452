using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.OneboxDistribution;

/// <summary>The contract facts of one connection that the wire does not tell (page 1b.12).</summary>
/// <param name="Currency">Of the catalogue's prices, which carry none; EUR unless set.</param>
/// <param name="PaymentType">What a confirmation says it was paid with; CASH unless set.</param>
/// <param name="BuyerKeys">
/// The keys of buyer data that the channel wants, separated by commas, a question mark behind optional ones: <c>email,name,surname,phone?</c>.
/// </param>
/// <param name="Deliveries">The channel's delivery methods with their cost per order, the default first: <c>EMAIL:0,NATIONAL_POST:6.50</c>.</param>
/// <param name="MaxPerOrder">How many items of a session one order takes, where the contract names it; the wire says it only by refusing.</param>
/// <param name="RefundSurcharges">Whether a refund takes the surcharges back too; yes unless set.</param>
/// <param name="RefundDelivery">Whether a refund of everything takes the cost of delivery back too; no unless set.</param>
/// <param name="Promotions">Numbers of promotions by the word agents know: <c>SOCIOS:9002</c>.</param>
internal sealed record DistributionOptions(
    string Currency, string PaymentType, IReadOnlyList<(string Key, bool IsRequired)> BuyerKeys, IReadOnlyList<(string Method, decimal Cost)> Deliveries,
    int? MaxPerOrder, bool RefundSurcharges, bool RefundDelivery, IReadOnlyDictionary<string, long> Promotions)
{
    /// <summary>What the contract lets an order be paid with: setting <c>PaymentTypes</c>; the documented types unless set (page 1b.12).</summary>
    public IReadOnlyList<string> PaymentTypes { get; private init; } = [];

    /// <summary>What speaks against telling an order as paid, before anything is asked.</summary>
    public Refusal? Unpayable => PaymentTypes.Contains(PaymentType, StringComparer.OrdinalIgnoreCase) ? null
        : new Refusal(RefusalReason.NotAllowed, $"The contract lets an order be paid with {string.Join(", ", PaymentTypes)}, not with {PaymentType}. Nothing was sold, the places are still held; an admin corrects PaymentType under Connections.");

    public static DistributionOptions Of(ConnectionFacts connection) => new(
        connection.Find("Currency") ?? "EUR",
        connection.Find("PaymentType", "payment_type") ?? "CASH",
        [.. Listed(connection.Find("BuyerData", "buyer_data") ?? "email,name,surname").Select(k => (k.TrimEnd('?'), !k.EndsWith('?')))],
        [.. Listed(connection.Find("DeliveryMethods", "delivery_methods")).Select(Pair).Select(p => (p.Name, decimal.TryParse(p.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) ? cost : 0m))],
        int.TryParse(connection.Find("MaxPerOrder", "max_per_order"), NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0 ? max : null,
        !bool.TryParse(connection.Find("RefundSurcharges", "include_surcharges"), out var surcharges) || surcharges,
        bool.TryParse(connection.Find("RefundDelivery", "include_delivery"), out var delivery) && delivery,
        Listed(connection.Find("Promotions")).Select(Pair).Where(p => long.TryParse(p.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(p => p.Name, p => long.Parse(p.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase))
    {
        PaymentTypes = Listed(connection.Find("PaymentTypes", "payment_types") ?? "CREDIT_CARD,CASH,BANK_TRANSFER,EXTERNAL,OTHER"),
    };

    private static string[] Listed(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static (string Name, string Value) Pair(string text) => text.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : (text, "");
}
