using Portal.Core.Providers;

namespace Portal.Web.Pages.Carts;

/// <summary>The buyer's fields for people: what they are called and how they are typed.</summary>
internal static class BuyerWords
{
    public static string Label(BuyerField field) => field switch
    {
        BuyerField.FirstName => "First name",
        BuyerField.LastName => "Last name",
        BuyerField.Email => "E-mail",
        BuyerField.Phone => "Phone",
        BuyerField.Address => "Street and number",
        BuyerField.City => "City",
        BuyerField.PostalCode => "Postal code",
        BuyerField.Region => "Region",
        BuyerField.Country => "Country",
        BuyerField.BirthDate => "Date of birth",
        BuyerField.Gender => "Gender",
        BuyerField.IdCard => "Identity number",
        BuyerField.DocumentType => "Kind of document",
        BuyerField.Language => "Language",
        _ => field.ToString(),
    };

    public static string InputType(BuyerField field) => field switch
    {
        BuyerField.Email => "email",
        BuyerField.Phone => "tel",
        BuyerField.BirthDate => "date",
        _ => "text",
    };

    /// <summary>What a field takes, where its name does not say it.</summary>
    public static string? Hint(BuyerField field) => field switch
    {
        BuyerField.Country => "two letters, for instance ES",
        BuyerField.Language => "two letters, for instance en",
        _ => null,
    };

    public static string Fault(BuyerFault fault) => fault.Fault switch
    {
        "required" => "is needed",
        var said => said,
    };
}
