using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Providers.OneboxDistribution;

/// <summary>How an order stands (page 1b.6).</summary>
internal enum OrderStage { Basket, PreConfirmed, Confirmed, Unknown }

/// <summary>The provider's words in ours, and ours in the provider's. New words become the unknown of their kind; the raw word is kept beside.</summary>
internal static class DistributionWords
{
    private static readonly (string Key, BuyerField Field)[] BuyerKeys =
    [
        ("name", BuyerField.FirstName), ("first_name", BuyerField.FirstName), ("surname", BuyerField.LastName), ("last_name", BuyerField.LastName),
        ("email", BuyerField.Email), ("phone", BuyerField.Phone), ("address", BuyerField.Address), ("city", BuyerField.City),
        ("postal_code", BuyerField.PostalCode), ("country_subdivision", BuyerField.Region), ("country", BuyerField.Country),
        ("birth_date", BuyerField.BirthDate), ("gender", BuyerField.Gender), ("id_number", BuyerField.IdCard), ("id_type", BuyerField.DocumentType),
        ("language", BuyerField.Language),
    ];

    private static readonly (string Key, string Field)[] AttendeeKeys =
    [
        ("name", GuestFields.FirstName), ("surname", GuestFields.LastName), ("email", GuestFields.Email), ("phone", GuestFields.Phone),
        ("birth_date", GuestFields.DateOfBirth), ("id_number", GuestFields.PassportNumber), ("gender", GuestFields.Gender),
        ("postal_code", GuestFields.Zip), ("city", GuestFields.City), ("address", GuestFields.Street),
    ];

    public static OrderStage Stage(string? word) => Plain(word) switch
    {
        "BASKET" => OrderStage.Basket,
        "PRE_CONFIRM" => OrderStage.PreConfirmed,
        "CONFIRM" => OrderStage.Confirmed,
        _ => OrderStage.Unknown,
    };

    public static ItemState? Item(string? word) => Plain(word) switch
    {
        "PURCHASED" => ItemState.Purchased,
        "BOOKED" => ItemState.Booked,
        "REFUNDED" => ItemState.Refunded,
        _ => null,
    };

    public static SeatStatus Seat(string? word) => Plain(word) switch
    {
        "FREE" => SeatStatus.Free,
        "HELD" => SeatStatus.Held,
        "SOLD" => SeatStatus.Sold,
        "BLOCKED" => SeatStatus.Blocked,
        _ => SeatStatus.Unknown,
    };

    /// <summary>A warning on an item, as a sentence.</summary>
    public static string Warning(string word) => Plain(word) switch
    {
        NotSideBySide => "The seats are not side by side.",
        "SESSION_SEVERAL_PRICE_TYPES" => "The places are in several price categories.",
        "SESSION_TIERED_PRICES" => "The price rises as places are sold.",
        "NON_CONFIRMED_DATE" => "The date is not confirmed yet.",
        "SESSION_MIXED_NUMBERED_AND_NON_NUMBERED_SEATS" => "Some places are numbered and some are not.",
        _ => $"Onebox remarks: {word.Replace('_', ' ').ToLowerInvariant()}.",
    };

    public const string NotSideBySide = "SESSION_NON_CONSECUTIVE_SEAT";

    public static string Delivery(string method) => Plain(method) switch
    {
        "EMAIL" => "By e-mail",
        "VENUE_PICKUP" => "Collected at the venue",
        "PRINT_EXPRESS" => "Printed at the counter",
        "PHONE" => "On the phone",
        "NATIONAL_POST" => "By post within the country",
        "INTERNATIONAL_POST" => "By post abroad",
        "WHATSAPP" => "By WhatsApp",
        _ => method,
    };

    public static BuyerField? Buyer(string key) => BuyerKeys.Where(k => Same(k.Key, key)).Select(k => (BuyerField?)k.Field).FirstOrDefault();

    /// <summary>Our name of an attendee field; one we do not know keeps its own.</summary>
    public static string Guest(string key) => AttendeeKeys.Where(k => Same(k.Key, key)).Select(k => k.Field).FirstOrDefault() ?? key;

    private static bool Same(string a, string b) => ConnectionFacts.Plain(a) == ConnectionFacts.Plain(b);

    private static string Plain(string? word) => word?.Trim().ToUpperInvariant() ?? "";
}
