using System.Text;
using Portal.Web.Api;

namespace Portal.Tests.Web;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+31 20 123", "\"'+31 20 123\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("Zoë, \"Müller\"", "\"Zoë, \"\"Müller\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(null, "")]
    public async Task Text_never_becomes_a_formula_and_survives_commas_and_quotes(string? typed, string written) => Assert.Equal(written, await CellAsync(typed));

    [Fact]
    public async Task Numbers_stay_numbers_and_days_and_instants_are_iso()
    {
        Assert.Equal("-1234.50", await CellAsync(-1234.5m));
        Assert.Equal("0.1235", await CellAsync(0.1235m));
        Assert.Equal("-3", await CellAsync(-3));
        Assert.Equal("2026-03-09", await CellAsync(new DateOnly(2026, 3, 9)));
        Assert.Equal("2026-03-09T20:45:00", await CellAsync(new DateTime(2026, 3, 9, 20, 45, 0)));
        Assert.Equal("2026-07-01T14:00:00+02:00", await CellAsync(Csv.At(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), "Europe/Amsterdam")));
    }

    [Fact]
    public async Task It_begins_with_the_mark_that_spreadsheets_look_for_and_a_line_of_heads()
    {
        var bytes = await WrittenAsync("é");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("Head\r\né\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    private static async Task<string> CellAsync(object? cell)
    {
        var text = Encoding.UTF8.GetString((await WrittenAsync(cell))[3..]);
        return text["Head,End\r\n".Length..^(",.\r\n".Length)];
    }

    private static async Task<byte[]> WrittenAsync(object? cell)
    {
        using var stream = new MemoryStream();
        List<CsvColumn<object?>> columns = [new("Head", c => c), .. cell is "é" ? (CsvColumn<object?>[])[] : [new("End", _ => ".")]];
        await Csv.WriteAsync(stream, columns, new[] { cell }.ToAsyncEnumerable());
        return stream.ToArray();
    }
}
