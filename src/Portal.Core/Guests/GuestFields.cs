namespace Portal.Core.Guests;

/// <summary>How a field is typed and checked.</summary>
public enum GuestFieldType { Text, Email, Phone, Date, Country, Gender }

/// <summary>A field that providers ask of guests.</summary>
/// <param name="Name">Our name for it, as stored and as handed to adapters.</param>
/// <param name="Label">For people.</param>
/// <param name="AutoComplete">HTML autocomplete token.</param>
public sealed record GuestField(string Name, string Label, GuestFieldType Type, string? AutoComplete, int MaxLength = 100);

/// <summary>
/// The fields known to the portal, in the order a form asks them. The names are XS2Event's (section 1.3, Guest), the richest of the
/// five; other adapters map theirs. A name that is not here is asked as plain text under its own name.
/// </summary>
public static class GuestFields
{
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string Email = "contact_email";
    public const string Phone = "contact_phone";
    public const string DateOfBirth = "date_of_birth";
    public const string Gender = "gender";
    public const string PassportNumber = "passport_number";
    public const string CountryOfResidence = "country_of_residence";
    public const string Street = "street_name";
    public const string Street2 = "additional_street_name";
    public const string Zip = "zip";
    public const string City = "city";
    public const string Province = "province";

    public static readonly IReadOnlyList<GuestField> All =
    [
        new(FirstName, "First name", GuestFieldType.Text, "given-name"),
        new(LastName, "Last name", GuestFieldType.Text, "family-name"),
        new(Email, "E-mail", GuestFieldType.Email, "email", 254),
        new(Phone, "Phone", GuestFieldType.Phone, "tel", 30),
        new(DateOfBirth, "Date of birth", GuestFieldType.Date, "bday", 10),
        new(Gender, "Gender", GuestFieldType.Gender, "sex", 20),
        new(PassportNumber, "Passport number", GuestFieldType.Text, null, 20),
        new(CountryOfResidence, "Country of residence", GuestFieldType.Country, "country", 3),
        new(Street, "Street", GuestFieldType.Text, "address-line1", 200),
        new(Street2, "Address, second line", GuestFieldType.Text, "address-line2", 200),
        new(Zip, "Postcode", GuestFieldType.Text, "postal-code", 20),
        new(City, "City", GuestFieldType.Text, "address-level2"),
        new(Province, "Province", GuestFieldType.Text, "address-level1"),
    ];

    private static readonly Dictionary<string, GuestField> ByName = All.ToDictionary(f => f.Name);

    /// <summary>The field of that name; an unknown one is asked as plain text.</summary>
    public static GuestField Get(string name) => ByName.TryGetValue(name, out var field)
        ? field
        : new GuestField(name, name.Replace('_', ' '), GuestFieldType.Text, null);

    /// <summary>Its place in a form; unknown fields come last.</summary>
    public static int Order(string name)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i].Name == name)
                return i;
        return All.Count;
    }
}
