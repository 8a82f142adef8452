using System.Globalization;
using System.Text;
using Portal.Core.Pricing;

namespace Portal.Web.Pages.Prices;

/// <summary>A line of an uploaded file.</summary>
/// <param name="Number">As an editor counts it, from 1.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Wish">What it asks for; null when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
internal sealed record RateLine(int Number, string Text, RateWish? Wish, string? Fault);

/// <summary>
/// Reads exchange rates from a CSV: from, to, rate, valid from. Comma, semicolon or tab; a heading, a byte-order mark and empty lines do no
/// harm; days are written 2027-03-01.
/// </summary>
internal static class RatesFile
{
    /// <summary>Larger is no list of rates.</summary>
    public const int MostBytes = 64 * 1024;

    public static IReadOnlyList<RateLine> Read(string text)
    {
        var written = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        // What stands between the fields of the first line stands there in all: a comma is a decimal sign in a file that has semicolons.
        var first = Array.Find(written, line => line.Trim().Length > 0) ?? "";
        var between = first.Contains(';', StringComparison.Ordinal) ? ';' : first.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var lines = new List<RateLine>();
        for (var number = 1; number <= written.Length; number++)
        {
            var fields = Fields(written[number - 1], between);
            if (fields.TrueForAll(f => f.Length == 0) || (lines.Count == 0 && IsHeading(fields)))
                continue;
            lines.Add(LineOf(number, written[number - 1].Trim(), fields, between));
        }
        return lines;
    }

    private static List<string> Fields(string line, char between)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == between && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
                field.Append(letter);
        }
        return [.. fields, field.ToString().Trim()];
    }

    private static bool IsHeading(List<string> fields) => fields.Count > 2 && string.Equals(fields[0], "from", StringComparison.OrdinalIgnoreCase) && !fields[2].Any(char.IsAsciiDigit);

    private static RateLine LineOf(int number, string text, List<string> fields, char between)
    {
        if (fields.Count < 4 || fields.Skip(4).Any(f => f.Length > 0))
            return new(number, text, null, $"It has {fields.Count} {(fields.Count == 1 ? "field" : "fields")} instead of four: from, to, rate, valid from.");
        var written = between == ',' ? fields[2] : fields[2].Replace(',', '.');
        if (written.Length == 0 || Amounts.Read(written) is not { } rate)
            return new(number, text, null, $"'{fields[2]}' is no rate. Write it like 0.9240.");
        return DateOnly.TryParseExact(fields[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(number, text, new RateWish(fields[0].ToUpperInvariant(), fields[1].ToUpperInvariant(), rate, day), null)
            : new(number, text, null, $"'{fields[3]}' is no day. Write it like 2027-03-01.");
    }
}
