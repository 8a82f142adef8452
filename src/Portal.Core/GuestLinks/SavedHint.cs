using System.Globalization;
using Portal.Core.Guests;

namespace Portal.Core.GuestLinks;

/// <summary>
/// What is shown of a saved value: enough for whoever typed it to recognise, and of no use to anybody else.
/// </summary>
internal static class SavedHint
{
    private const string Hidden = "…";

    /// <returns>Null when nothing is saved.</returns>
    public static string? Of(GuestField field, string? value) => string.IsNullOrWhiteSpace(value) ? null : field.Name switch
    {
        GuestFields.PassportNumber => Hidden + Last(value, 2),
        GuestFields.Zip => Hidden,
        _ => field.Type switch
        {
            GuestFieldType.Phone => Hidden + Last(value, 2),
            GuestFieldType.Text or GuestFieldType.Email => Initial(value) + Hidden,
            _ => Hidden,
        },
    };

    /// <summary>The first letter as a reader sees it, with its accents.</summary>
    public static string Initial(string value) => StringInfo.GetNextTextElement(value.Trim());

    // Of a short value a few signs would be most of it.
    private static string Last(string value, int count) => value.Trim() is { Length: > 5 } text ? text[^count..] : "";
}
