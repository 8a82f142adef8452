using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

/// <summary>One way of delivery that the channel's contract names.</summary>
/// <param name="UnitCost">For each ticket, in the order's currency.</param>
internal sealed record DeliveryMethod(string Id, string Name, decimal UnitCost);

/// <summary>
/// The contract facts of one connection. No documented call tells a channel's limits, client fields and ways of delivery
/// (<c>channelConfig</c>, page 1a.4), so they are settings.
/// </summary>
/// <param name="IsSigned">OB_HMAC; else bearer tokens. Setting <c>Authentication</c>: <c>OB_HMAC</c> or <c>OAuth</c>; unset, a connection with password and licence signs.</param>
/// <param name="PaymentType">How a sale is told as paid: <c>CASH</c> unless set (page 1a.5).</param>
/// <param name="BookingsNeedPayment">Commits of bookings carry payments too (page 1a.12); false unless set.</param>
/// <param name="Currency">Of prices in the catalogue, which carries none; carts and orders name their own.</param>
internal sealed record OneboxChannelsOptions(bool IsSigned, string PaymentType, bool BookingsNeedPayment, string Currency)
{
    private static readonly IReadOnlyList<string> Usual = ["NAME", "SURNAME", "EMAIL"];
    private static readonly IReadOnlyList<string> Documented = ["CREDIT_CARD", "CASH", "BANK_TRANSFER", "OTHER"];

    /// <summary>What the contract lets an order type be paid with; the documented types unless set. Settings <c>PaymentTypesPurchase</c>, <c>PaymentTypesBooking</c>.</summary>
    public IReadOnlyDictionary<SaleMode, IReadOnlyList<string>> PaymentTypes { get; private init; } = new Dictionary<SaleMode, IReadOnlyList<string>>();

    /// <summary>Most tickets in one order by mode; null where the contract names none. Settings <c>LimitPurchase</c>, <c>LimitBooking</c>.</summary>
    public IReadOnlyDictionary<SaleMode, int?> Limits { get; private init; } = new Dictionary<SaleMode, int?>();

    /// <summary>Client fields an order type requires, in the documented words. Settings <c>ClientFieldsPurchase</c>, <c>ClientFieldsBooking</c>.</summary>
    public IReadOnlyDictionary<SaleMode, IReadOnlyList<string>> ClientFields { get; private init; } = new Dictionary<SaleMode, IReadOnlyList<string>>();

    /// <summary>Setting <c>DeliveryMethods</c>, e.g. <c>1:E-ticket:0;4:Courier:6.90</c>; the documented e-ticket unless set.</summary>
    public IReadOnlyList<DeliveryMethod> Deliveries { get; private init; } = [];

    public static OneboxChannelsOptions Of(ConnectionFacts connection) => new(
        connection.Find("Authentication", "Auth")?.ToUpperInvariant() switch
        {
            "OB_HMAC" or "OBHMAC" or "HMAC" => true,
            "OAUTH" or "OAUTH2" or "BEARER" => false,
            _ => OneboxChannelsSignature.IsPossible(connection),
        },
        (connection.Find("PaymentType") ?? "CASH").ToUpperInvariant(),
        bool.TryParse(connection.Find("BookingsNeedPayment"), out var pays) && pays,
        connection.Find("Currency") ?? "EUR")
    {
        Limits = new Dictionary<SaleMode, int?> { [SaleMode.Purchase] = Number(connection.Find("LimitPurchase")), [SaleMode.Book] = Number(connection.Find("LimitBooking")) },
        ClientFields = new Dictionary<SaleMode, IReadOnlyList<string>>
        {
            [SaleMode.Purchase] = Words(connection.Find("ClientFieldsPurchase")), [SaleMode.Book] = Words(connection.Find("ClientFieldsBooking")),
        },
        PaymentTypes = new Dictionary<SaleMode, IReadOnlyList<string>>
        {
            [SaleMode.Purchase] = Words(connection.Find("PaymentTypesPurchase"), Documented), [SaleMode.Book] = Words(connection.Find("PaymentTypesBooking"), Documented),
        },
        Deliveries = [.. (connection.Find("DeliveryMethods") ?? "1:E-ticket:0").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Delivery).OfType<DeliveryMethod>()],
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>What speaks against telling an order of this type as paid, before anything is asked.</summary>
    /// <param name="stands">What becomes of the places.</param>
    public Refusal? Unpayable(SaleMode mode, string stands) => (mode is SaleMode.Book && !BookingsNeedPayment) || PaymentTypes[mode].Contains(PaymentType) ? null
        : new Refusal(RefusalReason.NotAllowed, $"The contract lets a {(mode is SaleMode.Book ? "booking" : "purchase")} be paid with {string.Join(", ", PaymentTypes[mode])}, not with {PaymentType}. Nothing was sold, {stands}; an admin corrects PaymentType under Connections.");

    private static IReadOnlyList<string> Words(string? text, IReadOnlyList<string>? otherwise = null) =>
        text is null ? otherwise ?? Usual : [.. text.ToUpperInvariant().Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private static DeliveryMethod? Delivery(string text) => text.Split(':') is [var id, var name, var cost]
        && decimal.TryParse(cost, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? new DeliveryMethod(id, name, amount) : null;
}
