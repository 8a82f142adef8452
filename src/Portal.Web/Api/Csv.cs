using CsvHelper;

namespace Portal.Web.Api;

/// <summary>One column of a file that leaves for a spreadsheet.</summary>
/// <param name="Head">Its name in the first line.</param>
/// <param name="Cell">Text, number, day or instant; null is an empty cell.</param>
internal sealed record CsvColumn<T>(string Head, Func<T, object?> Cell);

/// <summary>
/// Tables as files: UTF-8 with the mark that spreadsheets look for, a line of heads, numbers with a point, days and instants as ISO 8601
/// writes them. Written as rows come, so that a long one lies in no memory.
/// </summary>
internal static class Csv
{
    // A spreadsheet takes text that begins like a formula for one and runs it; such text is marked as text. Numbers stay numbers, below zero too.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static IResult File<T>(string name, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows) =>
        Results.Stream(to => WriteAsync(to, columns, rows), "text/csv; charset=utf-8", FileNames.Safe(name));

    internal static async Task WriteAsync<T>(Stream to, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        await using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(column.Head);
        await csv.EndRecordAsync();
        await foreach (var row in rows)
        {
            foreach (var column in columns)
                Write(csv, column.Cell(row));
            await csv.EndRecordAsync();
        }
        await csv.FlushAsync();
    }

    /// <summary>An instant on a reader's clock, with what that clock differs from UTC.</summary>
    internal static DateTimeOffset At(DateTime utc, string? zone)
    {
        var instant = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(instant, known) : instant;
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case decimal amount: csv.WriteField(amount, "0.00##"); break;
            case int count: csv.WriteField(count, "0"); break;
            case DateOnly day: csv.WriteField(day, "yyyy-MM-dd"); break;
            case DateTime local: csv.WriteField(local, "yyyy-MM-ddTHH:mm:ss"); break;
            case DateTimeOffset instant: csv.WriteField(instant, "yyyy-MM-ddTHH:mm:sszzz"); break;
            default: csv.WriteField(cell?.ToString()); break;
        }
    }
}
