using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Portal.Core.Carts;
using Portal.Core.GuestLists;
using Portal.Core.Guests;
using Portal.Tests.Support;
using Portal.Web.Pages.Guests;

namespace Portal.Tests.Web;

public sealed class PasteListTests : BunitContext, IAsyncLifetime
{
    private const string List = "Name;E-mail;Born\nAda Byron;ada@example.org;23.5.1990\nTom Byron;;\nKim King;;\n";
    private PortalWorld world = null!;
    private CartLine line = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        this.SeesAs(world, world.Ann);
        line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", wanted: ["first_name", "last_name", "contact_email", "date_of_birth", "country_of_residence"]), 3);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, CancellationToken.None);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_looked_through_and_nothing_is_written_until_it_is_applied()
    {
        var part = await OpenAsync();
        Upload(part, List);

        Assert.Equal(["full_name", "contact_email", "date_of_birth"], part.FindAll("select[aria-label^='Column']").Select(s => s.GetAttribute("value")));
        Assert.Equal("3 rows: 3 new.", Sum(part));
        Assert.Equal(["Person 1", "Person 2", "Person 3"], Rows(part).Select(r => r.QuerySelector("th bdi")!.TextContent));
        Assert.Contains("still needed: country of residence", Rows(part)[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["", "", ""], await NamesAsync());

        await Button(part, "Apply to 3 persons").ClickAsync();

        Assert.Equal(["Ada Byron", "Tom Byron", "Kim King"], await NamesAsync());
        Assert.Contains("8 fields of 3 persons written.", part.Find("[data-list-done]").TextContent, StringComparison.Ordinal);
        Assert.Empty(part.FindAll("table"));
    }

    [Fact]
    public async Task What_is_pasted_is_fetched_as_a_stream_however_long_it_is()
    {
        var rows = string.Join('\n', Enumerable.Range(0, ListRow.MostRows).Select(i => $"Guest{i.ToString(CultureInfo.InvariantCulture)}\tByron\tg{i}@example.org"));
        JSInterop.Setup<IJSStreamReference?>("portal.listText").SetResult(new Text(rows + "\n"));
        var part = await OpenAsync();

        await part.Find(".field:has(textarea)").TriggerEventAsync("onlistpaste", EventArgs.Empty);

        part.WaitForAssertion(() => Assert.Equal("5000 rows: 4997 no place, 3 new.", Sum(part)));
        Assert.Equal(50, Rows(part).Count);
        Assert.Equal("1–50 of 5000 rows", part.Find(".pager .said").TextContent);
        Button(part, "Next").Click();
        Assert.Equal("51", Rows(part)[0].QuerySelector(".num")!.TextContent);
        Button(part, "New").Click();
        Assert.Equal(["1", "2", "3"], Rows(part).Select(r => r.QuerySelector(".num")!.TextContent));
        Assert.Empty(part.FindAll(".pager"));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_it_is_fetched()
    {
        JSInterop.Setup<IJSStreamReference?>("portal.listText").SetResult(new Text("") { Length = GuestListFile.MostBytes + 1 });
        var part = await OpenAsync();

        await Button(part, "Look it through").ClickAsync();

        Assert.Contains("It is larger than 2 MB", part.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(part.FindAll("table"));
    }

    [Fact]
    public async Task A_column_that_was_taken_for_something_else_is_corrected()
    {
        var part = await OpenAsync();
        Upload(part, "Name;Contact;When\nAda Byron;ada@example.org;4/5/1990\n");
        Assert.Contains("read as 4 May 1990", part.Markup, StringComparison.Ordinal);

        part.Find("select[aria-label='Dates of column C are written']").Change("MonthFirst");
        Assert.Equal("1990-04-05", Cell(Rows(part)[0], "Date of birth").QuerySelector("ins")!.TextContent);

        part.Find("select[aria-label='Column A is']").Change("last_name");
        part.Find("select[aria-label='Column C is']").Change("");
        await Button(part, "Apply to 1 person").ClickAsync();

        var lead = (await FormAsync()).Persons[0];
        Assert.Equal(("Ada Byron", "", "ada@example.org", ""), (Value(lead, "last_name"), Value(lead, "first_name"), Value(lead, "contact_email"), Value(lead, "date_of_birth")));
    }

    [Fact]
    public async Task A_heading_that_was_taken_for_a_person_is_one()
    {
        var part = await OpenAsync();
        Upload(part, "Nimi;Kaupunki\nAda Byron;Turku\n");
        Assert.Equal("2 rows: 2 new.", Sum(part));

        part.Find(".paste-list section input[type=checkbox]").Change(true);

        Assert.Equal("1 row: 1 new.", Sum(part));
        Assert.Equal("2", Rows(part)[0].QuerySelector(".num")!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_cell_and_formulas_are_shown_as_text()
    {
        var part = await OpenAsync();
        Upload(part, "First name;Last name;E-mail;Born\n=HYPERLINK(\"http://example.org\",\"Ada\");Byron;ada@localhost;31.2.1990\n");

        var row = Rows(part)[0];
        Assert.Equal("Cannot be right", row.QuerySelector(".state")!.TextContent.Trim());
        Assert.Equal("E-mail is not an e-mail address", Cell(row, "E-mail").QuerySelector(".fault")!.TextContent);
        Assert.Equal("Date of birth is not a date (year-month-day)", Cell(row, "Date of birth").QuerySelector(".fault")!.TextContent);
        Assert.Contains("begins like a formula: kept as plain text", Cell(row, "First name").TextContent, StringComparison.Ordinal);
        Assert.Empty(row.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task A_second_list_shows_what_was_and_what_becomes_of_it()
    {
        var part = await OpenAsync();
        Upload(part, List);
        await Button(part, "Apply to 3 persons").ClickAsync();

        Upload(part, "Name;E-mail\nAda Byron;byron@example.org\nTom Byron;\nTom Byron;\nLee King;\n");

        Assert.Equal("4 rows: 1 no place, 1 repeated, 1 changed, 1 no change. 1 person who was typed before is not in the list.", Sum(part));
        var mail = Cell(Rows(part)[0], "E-mail");
        Assert.Equal(("was ada@example.org", "becomes byron@example.org"), (mail.QuerySelector("del")!.TextContent, mail.QuerySelector("ins")!.TextContent));
        Assert.Equal("Repeats row 3", Rows(part)[2].QuerySelector(".state")!.TextContent.Trim());
        Assert.False(Rows(part)[2].QuerySelector("input")!.HasAttribute("checked"));

        part.Find("fieldset input[type=checkbox]").Change(true);
        Assert.Contains("3. instead of Kim King", Rows(part)[3].TextContent, StringComparison.Ordinal);
        await Button(part, "Apply to 2 persons").ClickAsync();
        Assert.Equal(["Ada Byron", "Tom Byron", "Lee King"], await NamesAsync());
    }

    [Fact]
    public async Task A_row_is_left_out_and_taken_again()
    {
        var part = await OpenAsync();
        Upload(part, List);

        Rows(part)[0].QuerySelector("input")!.Change(false);
        Assert.Equal(["Left out", "New", "New"], Rows(part).Select(r => r.QuerySelector(".state")!.TextContent.Trim()));
        Assert.Equal("Person 1", Rows(part)[1].QuerySelector("th bdi")!.TextContent);
        Assert.NotNull(Button(part, "Apply to 2 persons"));

        Rows(part)[0].QuerySelector("input")!.Change(true);
        Assert.NotNull(Button(part, "Apply to 3 persons"));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_told_and_shown_before_it_can_be_written()
    {
        var part = await OpenAsync();
        Upload(part, List);
        await world.TypesAsync(world.Ann, line, 0, ("first_name", "Ada"), ("last_name", "Byron"), ("contact_email", "other@example.org"));

        await Button(part, "Apply to 3 persons").ClickAsync();

        Assert.Contains("Somebody changed 1 person since the list was looked through.", part.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Byron", "", ""], await NamesAsync());
        Assert.Equal("was other@example.org", Cell(Rows(part)[0], "E-mail").QuerySelector("del")!.TextContent);
        await Button(part, "Apply to 3 persons").ClickAsync();
        Assert.Equal("ada@example.org", Value((await FormAsync()).Persons[0], "contact_email"));
    }

    [Fact]
    public async Task What_is_discarded_leaves_nothing()
    {
        var part = await OpenAsync();
        Upload(part, List);

        await Button(part, "Discard").ClickAsync();

        Assert.Empty(part.FindAll("table"));
        Assert.Equal(["", "", ""], await NamesAsync());
    }

    private async Task<IRenderedComponent<PasteListPart>> OpenAsync()
    {
        var form = await FormAsync();
        IRenderedComponent<PasteListPart> part = null!;
        part = Render<PasteListPart>(p => p.Add(c => c.Form, form).Add(c => c.OnApplied, async () =>
        {
            var now = await FormAsync();
            part.Render(again => again.Add(c => c.Form, now));
        }));
        return part;
    }

    private static void Upload(IRenderedComponent<PasteListPart> part, string text)
    {
        part.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes(text), "list.csv"));
        part.WaitForElement("#list-rows", TimeSpan.FromSeconds(15));
    }

    private async Task<GuestForm> FormAsync() => (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!;

    private async Task<IEnumerable<string>> NamesAsync() => (await FormAsync()).Persons.Select(p => p.Name);

    private static string Value(GuestPerson person, string field) => person.Find(field)?.Value ?? "";

    private static string Sum(IRenderedComponent<PasteListPart> part) => part.Find("section[aria-labelledby=list-rows] > p").TextContent;

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<PasteListPart> part) => [.. part.FindAll(".list-rows tbody tr")];

    private static IElement Cell(IElement row, string label) => row.QuerySelector($"td[data-label='{label}']")!;

    private static IElement Button(IRenderedComponent<PasteListPart> part, string says) => part.FindAll("button").First(b => b.TextContent.Trim().StartsWith(says, StringComparison.Ordinal));

    private sealed class Text(string text) : IJSStreamReference
    {
        public long Length { get; init; } = Encoding.UTF8.GetByteCount(text);

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
