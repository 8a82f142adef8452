using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Whoever buys usually goes too, and is the one whom providers turn to: what is typed of the lead guest is known of the buyer and the
/// other way round, until somebody types something else. Pure.
/// </summary>
internal static class LeadAndBuyer
{
    private static readonly (string Guest, BuyerField Buyer)[] Same =
    [
        (GuestFields.FirstName, BuyerField.FirstName), (GuestFields.LastName, BuyerField.LastName), (GuestFields.Email, BuyerField.Email), (GuestFields.Phone, BuyerField.Phone),
        (GuestFields.Street, BuyerField.Address), (GuestFields.Zip, BuyerField.PostalCode), (GuestFields.City, BuyerField.City), (GuestFields.Province, BuyerField.Region),
        (GuestFields.DateOfBirth, BuyerField.BirthDate), (GuestFields.CountryOfResidence, BuyerField.Country),
    ];

    /// <summary>The buyer after the lead guest's data went from one to the other: a field follows while it was the same, or empty.</summary>
    /// <returns>Null when nothing follows.</returns>
    public static Buyer? Follow(Buyer buyer, IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> now)
    {
        var (values, isChanged) = (buyer.Values.ToDictionary(), false);
        foreach (var (guest, field) in Same)
        {
            var (before, after) = (ForBuyer(field, was.GetValueOrDefault(guest)), ForBuyer(field, now.GetValueOrDefault(guest)));
            if (before == after || (buyer.Find(field) is { } own && own != before))
                continue;
            isChanged = true;
            if (after is null)
                values.Remove(field);
            else
                values[field] = after;
        }
        return isChanged ? new Buyer(values) : null;
    }

    /// <summary>What is known of the buyer, as a guest's data.</summary>
    public static Dictionary<string, string> OfBuyer(Buyer buyer) => Same.Select(s => (s.Guest, Value: ForGuest(s.Buyer, buyer.Find(s.Buyer)))).Where(s => s.Value is not null).ToDictionary(s => s.Guest, s => s.Value!);

    // Buyers' countries have two letters, guests' three.
    private static string? ForBuyer(BuyerField field, string? value) => string.IsNullOrWhiteSpace(value) ? null : field == BuyerField.Country ? Region(value)?.TwoLetterISORegionName : value;

    private static string? ForGuest(BuyerField field, string? value) => value is null ? null : field == BuyerField.Country ? Region(value)?.ThreeLetterISORegionName : value;

    private static RegionInfo? Region(string code) => Regions.GetValueOrDefault(code.ToUpperInvariant());

    private static readonly Dictionary<string, RegionInfo> Regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName.Length == 2 && r.ThreeLetterISORegionName.Length == 3)
        .SelectMany(r => new[] { (Code: r.TwoLetterISORegionName, Region: r), (Code: r.ThreeLetterISORegionName, Region: r) }).DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Region);
}
