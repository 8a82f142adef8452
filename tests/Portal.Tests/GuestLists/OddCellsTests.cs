using Portal.Core.Guests;
using Portal.Core.GuestLists;

namespace Portal.Tests.GuestLists;

/// <summary>What spreadsheets and people leave in lists beside what they mean.</summary>
public sealed class OddCellsTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\";\"Ada\")")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("+1+cmd")]
    [InlineData("-2+3+cmd")]
    public void A_formula_is_a_text_like_any_other_and_is_said_to_be_one(string formula)
    {
        var read = ListOf.Column(GuestFields.LastName, formula)[0]!;
        Assert.Equal((formula, ListReading.FormulaNote, null), (read.Value, read.Note, read.Fault));

        var marked = ListOf.Column(GuestFields.LastName, "'" + formula)[0]!;
        Assert.Equal((formula, ListReading.FormulaNote), (marked.Value, marked.Note));
    }

    [Fact]
    public void A_formula_in_a_column_of_whole_names_is_not_split()
    {
        var read = ListOf.Entries("Name|Mail", "=HYPERLINK(\"x\", \"Ada Byron\")|ada@example.org")[0];

        Assert.Equal("=HYPERLINK(\"x\", \"Ada Byron\")", read.Name);
        Assert.Equal(ListReading.FormulaNote, read.Values[GuestFields.FirstName].Note);
    }

    [Theory]
    [InlineData("'t Hooft")]
    [InlineData("'s-Gravesande")]
    [InlineData("O'Brien")]
    public void An_apostrophe_that_belongs_to_a_name_stays(string name) => Assert.Equal(name, ListOf.Column(GuestFields.LastName, name)[0]!.Value);

    [Theory]
    [InlineData("  Zoë \u00A0 Müller ", "Zoë Müller")]
    [InlineData("\uFEFFAda\u200B", "Ada")]
    [InlineData("\u2067محمد\u2069", "محمد")]
    [InlineData("\u202Eada\u202C", "ada")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("Ada\r\nAugusta", "Ada Augusta")]
    [InlineData("Ada\tAugusta\u0007", "Ada Augusta")]
    public void Invisible_marks_and_odd_spaces_are_taken_off(string typed, string value) => Assert.Equal(value, ListOf.Column(GuestFields.LastName, typed)[0]!.Value);

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("\uFFFDx", ListOf.Column(GuestFields.LastName, "\uD83Dx")[0]!.Value);

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("#N/A")]
    [InlineData("./.")]
    [InlineData("\u200F")]
    public void A_cell_that_says_nothing_in_words_is_empty(string typed) => Assert.Null(ListOf.Column(GuestFields.CountryOfResidence, typed)[0]);

    [Fact]
    public void The_lines_of_an_address_are_kept_apart_by_commas() => Assert.Equal("Herengracht 12, Apt 4", ListOf.Column(GuestFields.Street, "Herengracht 12\n Apt 4")[0]!.Value);

    [Fact]
    public void Merged_cells_are_gaps_until_the_agent_says_they_repeat()
    {
        var rows = ListOf.Rows("Vorname|Nachname|Land", "Ada|Byron|NL", "Tom||", "Kim|King|", "|| ");
        var layout = ListGuess.Of(rows, []);
        Assert.Equal([false, true, true], layout.Columns.Select(c => c.HasGaps));
        Assert.Equal(["Ada Byron", "Tom", "Kim King"], ListReading.Read(rows, layout, ListOf.Today).Select(e => e.Name));

        var filled = ListReading.Read(rows, layout.WithFillsDown(1, true).WithFillsDown(2, true), ListOf.Today);

        Assert.Equal(["Ada Byron", "Tom Byron", "Kim King"], filled.Select(e => e.Name));
        Assert.Equal(["NLD", "NLD", "NLD"], filled.Select(e => e.Of(GuestFields.CountryOfResidence)));
        Assert.Equal("from a row above", filled[1].Values[GuestFields.LastName].Note);
    }

    [Fact]
    public void Blank_rows_headings_that_return_and_rows_without_a_person_are_passed_over()
    {
        var read = ListOf.Entries("Name|Mail|Room", "Ada Byron||1", "||", "Name|Mail|Room", "||2", "Tom Byron||2");

        Assert.Equal([(2, "Ada Byron"), (6, "Tom Byron")], read.Select(e => (e.Line, e.Name)));
    }

    [Fact]
    public void A_value_that_is_too_long_says_so()
    {
        var read = ListOf.Column(GuestFields.LastName, new string('x', 101))[0]!;

        Assert.Equal((101, "is longer than 100 characters"), (read.Value.Length, read.Fault));
        var novel = ListOf.Column(GuestFields.LastName, new string('x', 100_000))[0]!;
        Assert.Equal((500, "cut after 500 letters", "is longer than 100 characters"), (novel.Value.Length, novel.Note, novel.Fault));
    }
}
