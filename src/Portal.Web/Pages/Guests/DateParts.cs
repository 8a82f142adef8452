using System.Globalization;

namespace Portal.Web.Pages.Guests;

/// <summary>
/// A date as three fields, kept as <c>yyyy-MM-dd</c>. What is half typed is kept half (<c>-5-12</c>): a date field of the browser would
/// give nothing away until it is whole, and lose the rest on a reload.
/// </summary>
internal readonly record struct DateParts(string Year, string Month, string Day)
{
    public static DateParts Of(string value)
    {
        var parts = value.Split('-');
        return parts.Length == 3 ? new(parts[0], parts[1].TrimStart('0'), parts[2].TrimStart('0')) : new(value, "", "");
    }

    /// <summary>Empty when nothing was typed.</summary>
    public override string ToString()
    {
        if (Year.Length == 0 && Month.Length == 0 && Day.Length == 0)
            return "";
        return int.TryParse(Year, out var y) && Year.Length == 4 && int.TryParse(Month, out var m) && int.TryParse(Day, out var d)
            ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}")
            : $"{Plain(Year)}-{Plain(Month)}-{Plain(Day)}";
    }

    private static string Plain(string part) => part.Replace("-", "", StringComparison.Ordinal).Trim();
}
