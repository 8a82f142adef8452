using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Core.GuestLists;

/// <summary>Takes from a cell what was not typed by its author: invisible marks, odd spaces, the apostrophe by which a spreadsheet marks text.</summary>
internal static class ListText
{
    private static readonly HashSet<string> Nothings = new(StringComparer.OrdinalIgnoreCase) { "-", "--", "---", "–", "—", "./.", "n/a", "n.a.", "#N/A", "#NV", "#N/D" };

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 ()./-");

    /// <summary>The visible text on one line; empty when the cell says nothing, also in words ('n/a', a dash).</summary>
    /// <param name="cell">As it was written.</param>
    /// <param name="breakAs">What takes the place of a line break.</param>
    public static string Clean(string cell, string breakAs = " ")
    {
        if (IsPlain(cell))
            return Nothings.Contains(cell) ? "" : cell;
        var text = string.Join(breakAs, Unmarked(cell).ReplaceLineEndings("\n").Split('\n').Select(OneLine).Where(line => line.Length > 0));
        return Nothings.Contains(text) ? "" : text;
    }

    /// <summary>A spreadsheet would run it.</summary>
    public static bool IsFormula(string clean) => clean.Length > 1 && (clean[0] is '=' or '@'
        || (clean[0] is '+' or '-' && clean.AsSpan(1).ContainsAnyExcept(NumberSigns)));

    /// <summary>Digits of any script as ASCII ones.</summary>
    public static string AsciiDigits(string text) => text.All(char.IsAscii)
        ? text
        : string.Concat(text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));

    // Most cells are: nothing is to be taken off.
    private static bool IsPlain(string cell) => cell.Length > 0 && cell[0] is not (' ' or '\'') && cell[^1] != ' ' && !cell.AsSpan().ContainsAnyExceptInRange(' ', '~') && !cell.Contains("  ", StringComparison.Ordinal);

    // Spreadsheets mark text that looks like a number or a formula with an apostrophe, as our own files do; 't Hooft has one of his own.
    private static string Unmarked(string cell)
    {
        var at = 0;
        while (at < cell.Length && char.GetUnicodeCategory(cell[at]) == UnicodeCategory.Format)
            at++;
        return at + 1 < cell.Length && cell[at] == '\'' && (cell[at + 1] is '=' or '+' or '-' or '@' or '\t' or '\r' || char.IsDigit(cell[at + 1])) ? cell[(at + 1)..] : cell;
    }

    private static string OneLine(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            // Joiners shape letters within a word; all other format characters only steer how text is shown.
            if (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
                continue;
            if (!Rune.IsWhiteSpace(rune) && category != UnicodeCategory.Control)
                plain.Append(rune.ToString());
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().Trim(' ', '\u200C', '\u200D').Normalize(NormalizationForm.FormC);
    }
}
