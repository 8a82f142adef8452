using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Portal.Core.GuestLists;
using Portal.Core.Guests;
using Portal.Tests.GuestLists;
using Portal.Web.Api;
using Portal.Web.Pages.Guests;

namespace Portal.Tests.Web;

public sealed class GuestListFileTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16le", "utf-16le with mark", "utf-16be", "utf-16be with mark", "utf-32 with mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_spreadsheets_write_is_read(string encoding)
    {
        var rows = GuestListFile.Read(Encoded("Name;Straße\r\nZoë Müller;Œuvre 5 €\r\nJosé Núñez;Čapek".Replace(encoding == "windows-1252" ? "Č" : "\0", "C", StringComparison.Ordinal), encoding)).Rows;

        Assert.Equal(["Zoë Müller", "Œuvre 5 €"], rows[1].Cells);
        Assert.Equal(encoding == "windows-1252" ? "Capek" : "Čapek", rows[2].Cells[1]);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Names_written_from_right_to_left_survive(string encoding)
    {
        if (encoding == "windows-1252")
            return; // It has no such letters.

        var rows = GuestListFile.Read(Encoded("الاسم;البريد\n\u202Bمحمد علي\u202C;m@example.org\nמרים כהן;k@example.org\n", encoding)).Rows;

        Assert.Equal(["\u202Bمحمد علي\u202C", "m@example.org"], rows[1].Cells);
        Assert.Equal(["محمد علي", "מרים כהן"], ListReading.Read(rows, ListGuess.Of(rows, []), ListOf.Today).Select(e => e.Name));
    }

    [Theory]
    [InlineData("Name\tMail\nByron, Ada\tada@example.org\nByron, Tom\ttom@example.org", "Byron, Ada")]
    [InlineData("Name;Mail\nByron, Ada;ada@example.org\nByron, Tom;tom@example.org", "Byron, Ada")]
    [InlineData("Name,Mail\n\"Byron, Ada\",ada@example.org\n\"Byron, Tom\",tom@example.org", "Byron, Ada")]
    [InlineData("Name|Mail\nByron, Ada|ada@example.org\nByron, Tom|tom@example.org", "Byron, Ada")]
    [InlineData("Name;Mail;Room;Note\nByron, Ada;ada@example.org\nByron, Tom;;;\n;;;\nKing, Kim;;;\n;tom@example.org;;\n", "Byron, Ada")]
    [InlineData("sep=;\r\nName;Mail\r\nByron, Ada;ada@example.org\r\nByron, Tom;tom@example.org", "Byron, Ada")]
    [InlineData("Rooming list, Tour 5, Spring\r\rName\tMail\rByron, Ada\tada@example.org\rByron, Tom\ttom@example.org", "Byron, Ada")]
    public void What_stands_between_the_cells_is_found(string text, string name)
    {
        var rows = GuestListFile.Read(text).Rows;

        Assert.Contains(rows, row => row.Cells.SequenceEqual([name, "ada@example.org"]));
        Assert.Equal(["Ada Byron", "Tom Byron"], Names(rows).Take(2));
    }

    [Theory]
    [InlineData("Byron, Ada\nByron, Tom\n")]
    [InlineData("Ada Byron\nTom Byron\n")]
    [InlineData("1. Ada Byron\n2. Tom Byron\n")]
    [InlineData("First name, Last name\nAda, Byron\nTom, Byron\n")]
    [InlineData("Ada Byron, ada@example.org\nTom Byron, tom@example.org\n")]
    public void Lines_of_an_e_mail_are_a_list_too(string text) => Assert.Equal(["Ada Byron", "Tom Byron"], Names(GuestListFile.Read(text).Rows));

    [Fact]
    public void Cells_copied_from_a_spreadsheet_keep_their_lines_quotes_and_row_numbers()
    {
        var rows = GuestListFile.Read("Name\tAddress\r\n\"Ada\r\nByron\"\t\"Herengracht \"\"12\"\"\r\nApt 4\"\r\n\t\r\n\r\nTom \"Tommy\" Byron\t5\" Street\r\n").Rows;

        Assert.Equal([1, 2, 5], rows.Select(r => r.Line));
        Assert.Equal(["Ada\r\nByron", "Herengracht \"12\"\r\nApt 4"], rows[1].Cells);
        Assert.Equal(["Tom \"Tommy\" Byron", "5\" Street"], rows[2].Cells);
    }

    [Theory]
    [InlineData("Name\tRoom\n\"Ada Byron\t1\nTom Byron\t2\nKim King\t3\n")]
    [InlineData("Name\tRoom\n\"Ada Byron\t1\nTom Byron\t2\nKim \"K\" King\t3\n")]
    public void A_quote_that_is_never_closed_does_not_swallow_the_list(string text)
    {
        var read = GuestListFile.Read(text);

        Assert.Equal([1, 2, 3, 4], read.Rows.Select(r => r.Line));
        Assert.Equal("A quotation mark is opened and never closed: each line was taken for a row.", read.Remark);
    }

    [Fact]
    public void The_thousands_of_empty_cells_beside_a_copied_row_are_none() =>
        Assert.Equal([2, 2], GuestListFile.Read($"Name\tMail{new string('\t', 16_000)}\nAda Byron\tada@example.org{new string('\t', 16_000)}\n").Rows.Select(r => r.Cells.Count));

    [Fact]
    public void Five_thousand_rows_are_read_and_one_more_is_refused_by_its_number()
    {
        string List(int rows) => string.Join('\n', Enumerable.Range(0, rows).Select(i => $"Guest{i};Byron;g{i}@example.org"));

        Assert.Equal(5_000, GuestListFile.Read(Encoding.UTF8.GetBytes(List(5_000) + "\n;;\n\n")).Rows.Count);
        Assert.Equal(5_001, GuestListFile.Read("First name;Last name;E-mail\n" + List(5_000)).Rows.Count);
        Assert.Equal("The list has 5001 rows; at most 5000 are taken at a time.", GuestListFile.Read(List(5_001)).Trouble);
    }

    [Theory]
    [InlineData("", "There is nothing in it.")]
    [InlineData(" \t \n;;\n", "There is nothing in it.")]
    [InlineData("PK\u0003\u0004...", "The file is a workbook.")]
    [InlineData("%PDF-1.7", "The file is a PDF.")]
    [InlineData("a\0b\0\0", "The file is not a text.")]
    public void What_is_no_list_is_refused_with_a_way_on(string content, string trouble)
    {
        var read = GuestListFile.Read(Encoding.Latin1.GetBytes(content));

        Assert.StartsWith(trouble, read.Trouble, StringComparison.Ordinal);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public void More_than_two_megabytes_are_refused()
    {
        Assert.StartsWith("It is larger than 2 MB", GuestListFile.Read(new byte[GuestListFile.MostBytes + 1]).Trouble, StringComparison.Ordinal);
        Assert.StartsWith("It is larger than 2 MB", GuestListFile.Read(new string('x', GuestListFile.MostBytes + 1)).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_exported_reads_back_the_same_with_any_separator_and_encoding()
    {
        // Letters and whatever a CSV, a spreadsheet or a cell could trip over.
        var letter = Gen.Frequency((6, Gen.Elements("aAbByYzZ0123456789éüßñŒ€".ToCharArray())), (2, Gen.Elements(",;\t|\"'\n =+-@()./".ToCharArray())), (1, Gen.Elements("مשЧ山\u200F\u00A0".ToCharArray())));
        var cell = from length in Gen.Choose(0, 12) from letters in letter.ArrayOf(length) select new string(letters);
        var list = from columns in Gen.Choose(2, 6)
                   from rows in cell.ArrayOf(columns).ListOf()
                   from separator in Gen.Elements(',', ';', '\t', '|')
                   from encoding in Gen.Elements("utf-8", "utf-8 with mark", "utf-16le", "utf-16le with mark", "utf-16be", "utf-16be with mark")
                   select (Rows: rows, Separator: separator, Encoding: encoding);

        Prop.ForAll(list.ToArbitrary(), sample =>
        {
            // A full row on top settles what stands between the cells, as a heading does.
            List<string[]> written = [[.. Enumerable.Range(1, sample.Rows.FirstOrDefault()?.Length ?? 2).Select(i => $"Column {i}")], .. sample.Rows];
            var read = GuestListFile.Read(Encoded("sep=" + sample.Separator + "\r\n" + Exported(written, sample.Separator), sample.Encoding));

            Assert.Equal(written.Select(Seen).Where(row => row.Length > 0), read.Rows.Select(row => Seen(row.Cells)));
            Assert.Equal(written.Select((row, i) => (Line: i + 1, Cells: Seen(row))).Where(r => r.Cells.Length > 0).Select(r => r.Line), read.Rows.Select(row => row.Line));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task The_portals_own_file_of_guests_reads_back_as_the_same_persons(char separator)
    {
        string[][] guests =
        [
            ["Zoë", "Müller-O'Brien", "zoe@example.org", "+31 20 123 4567", "1990-05-04"], ["محمد", "'t Hooft", "m@example.org", "-", "1988-12-31"],
            ["=HYPERLINK(\"http://example.org\")", "\"Quoted\", Ltd.; & Co", "q@example.org", "+1 212 555 0100", "1985-01-02"],
        ];
        using var file = new MemoryStream();
        List<CsvColumn<string[]>> columns = [new("First name", g => g[0]), new("Last name", g => g[1]), new("E-mail", g => g[2]), new("Phone", g => g[3]), new("Date of birth", g => DateOnly.Parse(g[4], System.Globalization.CultureInfo.InvariantCulture))];
        await Csv.WriteAsync(file, columns, guests.ToAsyncEnumerable());
        var rows = GuestListFile.Read(separator == ',' ? file.ToArray() : Encoding.UTF8.GetBytes(Exported([["First name", "Last name", "E-mail", "Phone", "Date of birth"], .. guests], separator))).Rows;

        var read = ListReading.Read(rows, ListGuess.Of(rows, []), ListOf.Today);

        Assert.Equal(guests.Select(g => (g[0], g[1], g[2], g[3].Trim('-'), g[4])),
            read.Select(e => (e.Of(GuestFields.FirstName), e.Of(GuestFields.LastName), e.Of(GuestFields.Email), e.Of(GuestFields.Phone), e.Of(GuestFields.DateOfBirth))));
    }

    private static IEnumerable<string> Names(IReadOnlyList<ListRow> rows) => ListReading.Read(rows, ListGuess.Of(rows, []), ListOf.Today).Select(e => e.Name);

    // As a cell is understood: without what nobody sees, and without the mark that a spreadsheet needs before a formula.
    private static string[] Seen(IReadOnlyList<string> cells)
    {
        var seen = cells.Select(cell => ListOf.Column(GuestFields.City, cell)[0]?.Typed ?? "").ToList();
        while (seen.Count > 0 && seen[^1].Length == 0)
            seen.RemoveAt(seen.Count - 1);
        return [.. seen];
    }

    private static string Exported(IEnumerable<string[]> rows, char separator)
    {
        using var text = new MemoryStream();
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Separator = separator, Injection = CsvInjection.Escape }, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static byte[] Encoded(string text, string encoding)
    {
        Encoding with = encoding.Split(' ')[0] switch
        {
            "utf-16le" => Encoding.Unicode, "utf-16be" => Encoding.BigEndianUnicode, "utf-32" => Encoding.UTF32, "windows-1252" => Windows1252, _ => new UTF8Encoding(true),
        };
        return [.. encoding.EndsWith("mark", StringComparison.Ordinal) ? with.GetPreamble() : [], .. with.GetBytes(text)];
    }
}
