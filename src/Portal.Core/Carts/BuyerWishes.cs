using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>What the orders of one cart want to know of its buyer, and how their tickets may come: each asked once for all of them. Pure.</summary>
public static class BuyerWishes
{
    /// <summary>The union of what the connections want in these modes; required where one of them requires it.</summary>
    public static IReadOnlyList<BuyerWish> Of(IEnumerable<(OpenConnection Connection, SaleMode Mode)> orders) =>
        [.. orders.Where(o => o.Connection.Provider is IAsksBuyer)
            .SelectMany(o => ((IAsksBuyer)o.Connection.Provider).BuyerFields(o.Connection.Facts, o.Mode))
            .GroupBy(w => w.Field).Select(g => new BuyerWish(g.Key, g.Any(w => w.IsRequired))).OrderBy(w => w.Field)];

    /// <summary>What is missing or cannot be right.</summary>
    public static IReadOnlyList<BuyerFault> Check(IReadOnlyList<BuyerWish> wishes, Buyer buyer) =>
        [.. from wish in wishes
            let value = buyer.Find(wish.Field)
            let fault = value is null ? wish.IsRequired ? "required" : null : FaultOf(wish.Field, value)
            where fault is not null
            select new BuyerFault(wish.Field, fault)];

    /// <summary>The chosen way for the tickets of a connection, else its default, else its only one; null where it offers none.</summary>
    public static DeliveryOption? Delivery(string deliveryJson, OpenConnection connection, int tickets, string currency)
    {
        if (connection.Provider is not IDelivers delivers)
            return null;
        var options = delivers.DeliveryOptions(connection.Facts, tickets, currency);
        var chosen = JsonSerializer.Deserialize<Dictionary<Guid, string>>(deliveryJson)!.GetValueOrDefault(connection.Row.Id);
        return options.FirstOrDefault(o => o.OptionRef == chosen) ?? options.FirstOrDefault(o => o.IsDefault) ?? (options.Count > 0 ? options[0] : null);
    }

    private static string? FaultOf(BuyerField field, string value) => field switch
    {
        BuyerField.Email when !MailAddress.TryCreate(value, out var address) || !address.Host.Contains('.', StringComparison.Ordinal) => "no e-mail address",
        BuyerField.Country when value.Length != 2 || !value.All(char.IsAsciiLetter) => "a country in two letters",
        BuyerField.Language when value.Length != 2 || !value.All(char.IsAsciiLetter) => "a language in two letters",
        BuyerField.BirthDate when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date as 1990-05-17",
        BuyerField.Phone when value.Count(char.IsAsciiDigit) < 6 => "no phone number",
        _ => value.Length > 200 ? "too long" : null,
    };
}
