using System.Globalization;

namespace Portal.Web.Pages.Prices;

/// <summary>Numbers as people type them: with a point, or with a comma where there is no doubt.</summary>
internal static class Amounts
{
    /// <returns>Null when it is no number, or could be read in two ways (<c>1,234</c> and <c>1.234,5</c>).</returns>
    public static decimal? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return 0m;
        if (text.Count(c => c == ',') == 1 && !text.Contains('.', StringComparison.Ordinal) && text.Length - text.IndexOf(',', StringComparison.Ordinal) - 1 != 3)
            text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }
}
