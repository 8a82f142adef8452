using System.Text;
using CsvHelper;
using Portal.Core.GuestLists;

namespace Portal.Web.Pages.Guests;

/// <summary>The cells of a list of guests.</summary>
/// <param name="Rows">Blank ones are not among them; empty when there is trouble.</param>
/// <param name="Trouble">Why the list is not taken; null when it is.</param>
/// <param name="Remark">What was odd about it and how it was dealt with; null when nothing was.</param>
public sealed record GuestListCells(IReadOnlyList<ListRow> Rows, string? Trouble = null, string? Remark = null);

/// <summary>
/// Reads the cells of a list from what was pasted or uploaded: cells copied from a spreadsheet, or a CSV with tabs, semicolons, commas or
/// bars, in the encodings that spreadsheets write. Nothing in it is run.
/// </summary>
internal static class GuestListFile
{
    /// <summary>Larger is no list of guests.</summary>
    public const int MostBytes = 2 * 1024 * 1024;
    private const int MostColumns = 100;
    // In no text: with it every line is one cell.
    private const char NoSeparator = '\u001F';
    private const int Sample = 64 * 1024;

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with { HasHeader = false, SkipEmptyLines = false, DetectSeparatorHint = false, IncludeValuesInExceptions = false };

    public static GuestListCells Read(byte[] file)
    {
        if (file.Length > MostBytes)
            return TooLarge;
        // ZIP (a workbook of today), OLE (one of before 2007), PDF.
        if (file.AsSpan().StartsWith("PK\x03\x04"u8) || file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return new([], "The file is a workbook. Copy its cells and paste them here, or save it as CSV.");
        if (file.AsSpan().StartsWith("%PDF"u8))
            return new([], "The file is a PDF. Copy the rows into a spreadsheet first, then paste its cells here.");
        return Read(TextEncodings.Decode(file));
    }

    public static GuestListCells Read(string text)
    {
        if (text.Length > MostBytes)
            return TooLarge;
        if (text.Contains('\0', StringComparison.Ordinal))
            return new([], "The file is not a text.");
        text = text.TrimStart('\uFEFF');
        var separator = Hint(ref text) ?? Separator(text);
        var (rows, isOpen) = Cells(text, separator, areLinesRows: false);
        if (isOpen)
            (rows, _) = Cells(text, separator, areLinesRows: true);
        rows.RemoveAll(row => row.IsBlank);
        if (rows.Count == 0)
            return new([], "There is nothing in it.");
        // A heading is no person.
        if (rows.Count - (rows[0].Cells.Any(ListGuess.IsHeading) ? 1 : 0) is > ListRow.MostRows and var count)
            return new([], $"The list has {count} rows; at most {ListRow.MostRows} are taken at a time.");
        if (rows.Max(row => row.Cells.Count) is > MostColumns and var columns)
            return new([], $"The list has {columns} columns; that is no list of guests.");
        return new(rows, null, isOpen ? "A quotation mark is opened and never closed: each line was taken for a row." : null);
    }

    /// <summary>The answer to more than <see cref="MostBytes"/>, which need not be read for it.</summary>
    public static GuestListCells TooLarge => new([], "It is larger than 2 MB: too large for a list of guests.");

    // 'sep=;' is a spreadsheet's own first line and is no row of it.
    private static char? Hint(ref string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6 || text[5] is not ('\r' or '\n') || !char.IsAscii(text[4]) || text[4] is '"' or '\r' or '\n')
            return null;
        var separator = text[4];
        text = text[5..].TrimStart('\r', '\n');
        return separator;
    }

    /// <summary>The one that cuts most rows into equally many cells; a first cell with a comma in a list of tabs does not deceive it.</summary>
    private static char Separator(string text)
    {
        var sample = text.Length <= Sample ? text : text[..(text.LastIndexOf('\n', Sample) is > 0 and var end ? end : Sample)];
        var (best, most) = (NoSeparator, 0.4);
        foreach (var separator in "\t;|,")
        {
            var rows = Cells(sample, separator, areLinesRows: false, areWhole: true).Rows.FindAll(row => !row.IsBlank);
            if (rows.Count == 0)
                return separator; // It is all there is.
            var even = rows.Select(row => row.Cells.Count).Where(count => count > 1).CountBy(count => count).Select(same => same.Value).DefaultIfEmpty(0).Max() / (double)rows.Count;
            if (even > most && !(separator == ',' && IsNames(rows)))
                (best, most) = (separator, even);
        }
        return best;
    }

    // 'Byron, Ada' line by line is one column of whole names, not two columns.
    private static bool IsNames(List<ListRow> rows) =>
        rows.TrueForAll(row => row.Cells.Count < 3 && row.Cell(1).All(c => !char.IsDigit(c) && c != '@') && (row.Cells.Count < 2 || row.Cell(1).StartsWith(' ')))
        && !(ListGuess.IsHeading(rows[0].Cell(0)) && ListGuess.IsHeading(rows[0].Cell(1)));

    private static (List<ListRow> Rows, bool IsOpen) Cells(string text, char separator, bool areLinesRows, bool areWhole = false)
    {
        var isOpen = false;
        var rows = new List<ListRow>();
        using var reader = CsvReader.FromText(text, Options with
        {
            Separator = separator, AllowLineBreaksInQuotes = !areLinesRows,
            // A quote that nobody closed runs to the end, or to the next inch sign some rows below.
            OnMalformedRecord = bad => isOpen |= bad.Reason == CsvMalformedReason.UnterminatedQuote
                || (bad.Reason == CsvMalformedReason.TextAfterClosingQuote && bad.RawRecord.AsSpan().ContainsAny('\r', '\n')),
        });
        for (var line = 1; reader.Read(); line++)
        {
            var count = reader.FieldCount;
            // A spreadsheet that copies whole rows copies thousands of empty cells.
            while (!areWhole && count > 0 && string.IsNullOrWhiteSpace(reader.GetString(count - 1)))
                count--;
            var cells = new string[count];
            for (var i = 0; i < count; i++)
                cells[i] = reader.GetString(i);
            rows.Add(new ListRow(line, cells));
        }
        return (rows, isOpen);
    }
}
