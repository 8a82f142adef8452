using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.GuestLinks;
using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.GuestLinks;

/// <summary>The customer's page as a browser without script gets it.</summary>
public sealed class GuestPagesTests : IAsyncLifetime
{
    private TicketsHost host = null!;
    private Actor jonas = null!;

    public async Task InitializeAsync()
    {
        host = await TicketsHost.StartAsync();
        jonas = await host.AgentAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private PortalWorld World => host.World;

    private Task<BookingMade> AskedAsync(int persons, string offer = "L", params string[] wants) => World.AskedAsync(persons, jonas, wants is [] ? null : (_, _) => wants, offer);

    private async Task<string> LinkAsync(BookingMade made, Guid? guest = null, string language = "en") => $"/g/{await World.SentGuestsAsync(made, guest: guest, language: language, actor: jonas)}";

    private Customer Visit() => new(host.Browser());

    [Fact]
    public async Task The_link_of_the_mail_opens_the_page_and_a_person_is_filled_in_after_the_other_until_nothing_is_missing()
    {
        var made = await AskedAsync(2);
        await World.SendGuestsAsync(made, "ada@example.org", actor: jonas);
        var customer = Visit();

        await customer.GoAsync(await host.MailedAsync("ada@example.org"));
        Assert.Equal("Details of the guests", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Kanal Travel", customer.Text, StringComparison.Ordinal);
        Assert.Contains("Event L", customer.Text, StringComparison.Ordinal);
        Assert.Contains(made.Reference, customer.Text, StringComparison.Ordinal);
        Assert.Contains("Please complete everything by", customer.Text, StringComparison.Ordinal);
        Assert.Contains("Person 1 of 2", customer.Text, StringComparison.Ordinal);

        await customer.SendAsync(("f.first_name", "Ada"), ("f.last_name", "Byron"));
        Assert.EndsWith("?p=2&saved=1", customer.Path, StringComparison.Ordinal);
        Assert.Equal("Saved", customer.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("Person 2 of 2", customer.Page.QuerySelector("form h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Save and finish", customer.Page.QuerySelector("button")!.TextContent);

        await customer.SendAsync(("f.first_name", "Grace"), ("f.last_name", "Hopper"));
        Assert.Equal("Thank you, nothing is missing", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("What happens next", customer.Text, StringComparison.Ordinal);
        Assert.Equal("Grace", (await World.KnownAsync(made, 2))["first_name"]);
    }

    [Fact]
    public async Task An_expired_a_revoked_a_wrong_and_a_made_up_link_get_the_same_answer_in_the_reader_s_language()
    {
        var (revoked, over) = (await LinkAsync(await AskedAsync(1, "R")), await LinkAsync(await AskedAsync(1, "O")));
        var sent = await World.SendAsync(await AskedAsync(1, "T"), "ada@example.org", actor: jonas);
        var tickets = $"/g/{await World.Get<MakeCustomerLink>().RunAsync(sent.Value!.LinkId, CancellationToken.None)}";
        await using (var db = World.Open())
            await db.CustomerLinks.Where(l => l.TokenHash == LinkHash(revoked)).ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, World.Now));
        World.Clock.Advance(TimeSpan.FromDays(41));

        var answers = new List<string>();
        foreach (var path in new[] { revoked, over, tickets, $"/g/{new string('x', 43)}", "/g/short", "/g/" + new string('y', 2000) })
        {
            var customer = Visit();
            await customer.GoAsync(path, "fr;q=0.9, de");
            Assert.Equal(404, customer.Status);
            answers.Add(customer.Html);
            await customer.GoAsync(path + "?lang=ca");
            Assert.Equal("Aquest enllaç no funciona", customer.Page.QuerySelector("h1")!.TextContent);
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("Dieser Link funktioniert nicht", WebUtility.HtmlDecode(answers[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Kanal", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_takes_nothing_either()
    {
        var made = await AskedAsync(1);
        var link = await LinkAsync(made);
        var customer = Visit();
        await customer.GoAsync(link);
        await World.Get<RevokeGuestLink>().RunAsync(jonas, made.BookingId, null, CancellationToken.None);

        await customer.SendAsync(("f.first_name", "Ada"), ("f.last_name", "Byron"));

        Assert.Equal(404, customer.Status);
        Assert.Equal("This link does not work", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(await World.KnownAsync(made, 1));
    }

    [Fact]
    public async Task What_is_right_is_saved_and_the_form_comes_back_with_the_rest_as_it_was_typed()
    {
        var made = await AskedAsync(1, "L", "first_name", "contact_email", "date_of_birth", "country_of_residence");
        var customer = Visit();
        await customer.GoAsync(await LinkAsync(made, language: "de"));

        await customer.SendAsync(("f.first_name", "Ada"), ("f.contact_email", "ada@"), ("f.date_of_birth.day", "31"), ("f.date_of_birth.month", "2"), ("f.date_of_birth.year", "85"), ("f.country_of_residence", "DEU"));

        Assert.Equal(422, customer.Status);
        var summary = customer.Page.QuerySelector(".faults")!;
        Assert.Equal(("alert", "-1", true), (summary.GetAttribute("role"), summary.GetAttribute("tabindex"), summary.HasAttribute("autofocus")));
        Assert.Equal("Bitte prüfen Sie 2 Eingaben", summary.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("Bitte prüfen Sie 2 Eingaben", customer.Page.Title, StringComparison.Ordinal);
        Assert.All(summary.QuerySelectorAll("li a"), a => Assert.NotNull(customer.Page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal([("f.first_name", "Ada", null), ("f.contact_email", "ada@", "true"), ("f.date_of_birth.day", "31", "true"), ("f.date_of_birth.month", "2", "true"), ("f.date_of_birth.year", "85", "true")],
            customer.Page.QuerySelectorAll<IHtmlInputElement>("form input:not([type=hidden])").Select(i => (i.Name!, i.Value, i.GetAttribute("aria-invalid"))));
        Assert.Equal("DEU", customer.Page.QuerySelector<IHtmlSelectElement>("select")!.Value);
        Assert.Equal(["country_of_residence", "first_name"], (await World.KnownAsync(made, 1)).Keys.Order());

        await customer.SendAsync(("f.contact_email", "ada@example.org"), ("f.date_of_birth.day", "28"), ("f.date_of_birth.year", "1985"));
        Assert.Equal("Vielen Dank, es fehlt nichts mehr", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1985-02-28", (await World.KnownAsync(made, 1))["date_of_birth"]);
    }

    [Fact]
    public async Task What_is_left_out_is_named_and_can_wait()
    {
        var made = await AskedAsync(1);
        var customer = Visit();
        var link = await LinkAsync(made);
        await customer.GoAsync(link);

        await customer.SendAsync(("f.first_name", "Ada"));
        Assert.Equal("Please fill this in.", customer.Page.QuerySelector("#f-last_name-foot")!.TextContent);
        await customer.GoAsync(customer.Page.QuerySelector<IHtmlAnchorElement>(".faults p a")!.GetAttribute("href")!);
        Assert.Equal("Saved so far", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Last name", customer.Page.QuerySelector(".missing li")!.TextContent.Trim());

        // Some days later, on another device.
        World.Clock.Advance(TimeSpan.FromDays(3));
        var later = Visit();
        await later.GoAsync(link);
        Assert.Equal(["f.last_name"], later.Page.QuerySelectorAll<IHtmlInputElement>("form input:not([type=hidden])").Select(i => i.Name!));
        Assert.Contains("A…", later.Page.QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", later.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_value_is_never_in_the_page_and_can_be_typed_anew()
    {
        var made = await AskedAsync(1);
        var customer = Visit();
        await customer.GoAsync(await LinkAsync(made));
        await customer.SendAsync(("f.first_name", "Adelheid"));
        await customer.GoAsync(customer.Path.Split('?')[0]);
        Assert.DoesNotContain("delheid", customer.Html, StringComparison.Ordinal);

        await customer.GoAsync(customer.Page.QuerySelector(".saved a")!.GetAttribute("href")!);
        var input = customer.Page.QuerySelector<IHtmlInputElement>("#f-first_name")!;
        Assert.Equal(("", false), (input.Value, input.IsRequired));
        await customer.SendAsync(("f.first_name", ""), ("f.last_name", ""));
        Assert.Equal("Adelheid", (await World.KnownAsync(made, 1))["first_name"]);
        await customer.GoAsync(customer.Path.Split('?')[0] + "?p=1&change=first_name");
        await customer.SendAsync(("f.first_name", "Ada"), ("f.last_name", "Byron"));

        Assert.Equal("Ada", (await World.KnownAsync(made, 1))["first_name"]);
    }

    [Fact]
    public async Task Used_to_the_end_and_leaked_the_link_tells_nothing_of_the_booking_and_takes_nothing()
    {
        var made = await AskedAsync(1);
        var link = await LinkAsync(made);
        var customer = Visit();
        await customer.GoAsync(link);
        await customer.SendAsync(("f.first_name", "Ada"), ("f.last_name", "Byron"));

        foreach (var path in new[] { link, link + "?p=1", link + "?later=1", link + "?p=1&change=first_name" })
        {
            var thief = Visit();
            await thief.GoAsync(path);
            Assert.Equal(200, thief.Status);
            foreach (var secret in new[] { "Ada", "Byron", "A…", "Event L", made.Reference, "<form", "ada@example.org" })
                Assert.DoesNotContain(secret, thief.Html, StringComparison.Ordinal);
        }
        // A page of another link gives the thief a form that is sealed for this browser, not a way in.
        var own = Visit();
        await own.GoAsync(await LinkAsync(await AskedAsync(1, "M")));
        await own.SendToAsync(link + "?p=1", ("f.first_name", "Mallory"));
        Assert.Equal("Ada", (await World.KnownAsync(made, 1))["first_name"]);
    }

    [Fact]
    public async Task A_form_that_no_page_of_this_browser_made_is_not_taken_and_comes_back_whole()
    {
        var made = await AskedAsync(1);
        var link = await LinkAsync(made);
        using var stranger = host.Browser();
        using var form = new FormUrlEncodedContent([new("f.first_name", "Ada"), new("f.last_name", "Byron")]);

        using var response = await stranger.PostAsync(new Uri(link + "?p=1", UriKind.Relative), form);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await World.KnownAsync(made, 1));
        Assert.Contains("value=\"Byron\"", html, StringComparison.Ordinal);
        Assert.Contains("please press the button once more", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_saves_one_field_and_hears_what_is_wrong_with_it()
    {
        var made = await AskedAsync(1, "L", "first_name", "contact_email");
        var customer = Visit();
        await customer.GoAsync(await LinkAsync(made, language: "es"));

        Assert.Equal((200, """{"saved":true,"fault":null}"""), await customer.TellAsync(("f.first_name", "Ada")));
        Assert.Contains("\"saved\":false,\"fault\":\"Esto no parece una", (await customer.TellAsync(("f.contact_email", "ada"))).Said, StringComparison.Ordinal);
        Assert.Equal((200, """{"saved":true,"fault":null}"""), await customer.TellAsync(("f.contact_email", "ada@example.org")));
        // The last field was saved a moment ago: the page that is still open may correct.
        Assert.Equal((200, """{"saved":true,"fault":null}"""), await customer.TellAsync(("f.first_name", "Adela")));
        await World.Get<RevokeGuestLink>().RunAsync(jonas, made.BookingId, null, CancellationToken.None);
        Assert.Equal(404, (await customer.TellAsync(("f.first_name", "Mallory"))).Status);

        Assert.Equal("Adela", (await World.KnownAsync(made, 1))["first_name"]);
    }

    [Fact]
    public async Task Two_tabs_of_one_link_save_beside_each_other()
    {
        var made = await AskedAsync(1, "L", "first_name", "last_name", "city");
        var link = await LinkAsync(made);
        var (one, two) = (Visit(), Visit());
        await one.GoAsync(link);
        await two.GoAsync(link);

        await one.SendAsync(("f.first_name", "Ada"));
        await two.SendAsync(("f.last_name", "Byron"), ("f.city", "London"));

        Assert.Equal(3, (await World.KnownAsync(made, 1)).Count);
        Assert.Equal("Thank you, nothing is missing", two.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_guest_s_own_link_shows_that_guest_alone()
    {
        var made = await AskedAsync(3);
        var link = await LinkAsync(made, (await World.GuestsAsync(made))[1].Id);
        var customer = Visit();

        await customer.GoAsync(link);
        Assert.Equal("Your details", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Null(customer.Page.QuerySelector("nav"));
        await customer.SendToAsync(link + "?p=1", ("f.first_name", "Mallory"));
        Assert.Empty(await World.KnownAsync(made, 1));
        await customer.GoAsync(link);
        await customer.SendAsync(("f.first_name", "Grace"), ("f.last_name", "Hopper"));

        Assert.Equal("Thank you, nothing is missing", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Grace", (await World.KnownAsync(made, 2))["first_name"]);
    }

    public static TheoryData<string> Languages => [.. CustomerLanguage.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_is_in_the_language_of_the_link(string code)
    {
        var words = CustomerLanguage.Get(code).Words;
        var link = await LinkAsync(await AskedAsync(2, "L", [.. Core.Guests.GuestFields.All.Select(f => f.Name), "dietary_wishes"]), language: code);
        var customer = Visit();

        await customer.GoAsync(link);
        Assert.Equal(code, customer.Page.DocumentElement.GetAttribute("lang"));
        foreach (var text in new[] { words.Page.Title, words.Page.Intro, words.Page.Saves, words.Page.Continue, words.Privacy.Sealed, words.Reasons.Address.Why, words.Fields.PassportNumber, words.Fields.Female, words.Page.Choose, CustomerLanguage.Get(code).Countries[7].Name })
            Assert.Contains(text, customer.Text, StringComparison.Ordinal);
        await customer.GoAsync(link + "?later=1");
        Assert.Contains(words.Ends.LaterBody, customer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', customer.Text);
    }

    [Fact]
    public async Task A_reader_chooses_another_language_and_the_link_remembers_it()
    {
        var link = await LinkAsync(await AskedAsync(2));
        var customer = Visit();
        await customer.GoAsync(link + "?p=2");

        await customer.GoAsync(customer.Path.Split('?')[0] + customer.Page.QuerySelector("a[lang=nl]")!.GetAttribute("href"));
        Assert.Contains("Persoon 2 van 2", customer.Text, StringComparison.Ordinal);

        var again = Visit();
        await again.GoAsync(link, "it");
        Assert.Equal("Gegevens van de gasten", again.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_forty_guests_with_everything_it_loads_is_under_sixty_kilobytes()
    {
        var link = await LinkAsync(await AskedAsync(40, "L", [.. Core.Guests.GuestFields.All.Select(f => f.Name)]), language: "ca");
        var customer = Visit();
        await customer.GoAsync(link);

        var size = System.Text.Encoding.UTF8.GetByteCount(customer.Html);
        foreach (var part in customer.Page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Concat(customer.Page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!)))
            size += await customer.SizeAsync(part);

        Assert.Equal(40, customer.Page.QuerySelectorAll(".people li").Length);
        Assert.InRange(size, 20_000, 60_000);
        Assert.InRange(await customer.SizeAsync("/guests.js"), 1, 4096);
        Assert.DoesNotMatch(new Regex("(src|href)=\"(https?:)?//"), customer.Html);
    }

    [Fact]
    public async Task Nobody_keeps_lists_or_passes_on_the_address_and_the_log_holds_neither_it_nor_anything_typed()
    {
        var made = await AskedAsync(1);
        await World.SendGuestsAsync(made, "ada@example.org", actor: jonas);
        var link = await host.MailedAsync("ada@example.org");
        var customer = Visit();
        await customer.GoAsync(link);
        Assert.Equal(("no-store, no-cache", "noindex, nofollow", "no-referrer"), (customer.Header("Cache-Control"), customer.Header("X-Robots-Tag"), customer.Header("Referrer-Policy")));
        await customer.TellAsync(("f.first_name", "Zebedee"));
        await customer.SendAsync(("f.first_name", "Zebedee"), ("f.last_name", "x".PadRight(200, 'q')));
        Assert.Equal("no-store, no-cache", customer.Header("Cache-Control"));
        await customer.SendAsync(("f.last_name", "Quillfeather"));

        Assert.DoesNotContain("have been overridden", host.Log, StringComparison.Ordinal);
        foreach (var secret in new[] { link.Split('/')[^1], "ada@example.org", "Zebedee", "Quillfeather", "xqqq" })
            Assert.DoesNotContain(secret, host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_too_many_links_waits_and_is_told_how_long()
    {
        await using var strict = await TicketsHost.StartAsync(("Accounts:CustomerPagesPerMinute", "3"));
        var customer = new Customer(strict.Browser());

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add(await customer.GoAsync($"/g/{new string('x', 43)}", "nl"));

        Assert.Equal([404, 404, 404, 429], statuses);
        Assert.Equal("Een ogenblik alstublieft", customer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(customer.Header("Retry-After"), customer.Text, StringComparison.Ordinal);
        Assert.Equal("no-store, no-cache", customer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Whoever_saves_too_often_loses_nothing_of_what_was_typed()
    {
        await using var strict = await TicketsHost.StartAsync(("Accounts:CustomerSavesPerMinute", "2"));
        var agent = await strict.AgentAsync();
        var made = await strict.World.AskedAsync(2, agent);
        var customer = new Customer(strict.Browser());
        await customer.GoAsync($"/g/{await strict.World.SentGuestsAsync(made, actor: agent)}");
        await customer.TellAsync(("f.first_name", "A"));
        await customer.TellAsync(("f.first_name", "Ada"));

        await customer.SendAsync(("f.first_name", "Ada"), ("f.last_name", "\"Byron\" <King>"));

        Assert.Equal(429, customer.Status);
        Assert.Contains("it is not lost", customer.Text, StringComparison.Ordinal);
        Assert.Equal("\"Byron\" <King>", customer.Page.QuerySelector<IHtmlInputElement>("form input[name='f.last_name']")!.Value);
        Assert.NotNull(customer.Page.QuerySelector("form input[name='pass']"));
        Assert.DoesNotContain("last_name", (await strict.World.KnownAsync(made, 1)).Keys);
    }

    private static string LinkHash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path.Split('/')[^1])));

    /// <summary>A browser that runs no script and keeps cookies.</summary>
    private sealed class Customer(HttpClient browser)
    {
        private IDocument? page;
        private HttpResponseMessage? last;

        public IDocument Page => page!;
        public string Html { get; private set; } = "";
        public string Text => Page.DocumentElement.TextContent;
        public string Path { get; private set; } = "";
        public int Status { get; private set; }

        public string Header(string name) => last!.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

        public async Task<int> GoAsync(string path, string? languages = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (languages is not null)
                request.Headers.TryAddWithoutValidation("Accept-Language", languages);
            return await ShowAsync(await browser.SendAsync(request));
        }

        /// <summary>Types into the form of the page and sends it.</summary>
        public Task<int> SendAsync(params (string Name, string Value)[] typed) => SendToAsync(Page.QuerySelector("form")!.GetAttribute("action")!, typed);

        public async Task<int> SendToAsync(string path, params (string Name, string Value)[] typed)
        {
            using var content = Form(Page.QuerySelectorAll<IHtmlInputElement>("form input").Select(i => (i.Name!, i.Value)).Concat(Page.QuerySelectorAll<IHtmlSelectElement>("form select").Select(s => (s.Name!, s.Value!))).Concat(typed));
            return await ShowAsync(await browser.PostAsync(new Uri(path, UriKind.Relative), content));
        }

        /// <summary>As the page's script tells of one field.</summary>
        public async Task<(int Status, string Said)> TellAsync(params (string Name, string Value)[] typed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Page.QuerySelector("form")!.GetAttribute("action")!, UriKind.Relative))
            {
                Content = Form(Page.QuerySelectorAll<IHtmlInputElement>("form input[type=hidden]").Select(i => (i.Name!, i.Value)).Concat(typed)),
            };
            request.Headers.Add("Accept", "application/json");
            using var response = await browser.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public async Task<int> SizeAsync(string path) => (await browser.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;

        private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields)
        {
            var last = new Dictionary<string, string>();
            foreach (var (name, value) in fields)
                last[name] = value;
            return new FormUrlEncodedContent(last);
        }

        private async Task<int> ShowAsync(HttpResponseMessage response)
        {
            last = response;
            (Status, Path, Html) = ((int)response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());
            page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(Html));
            return Status;
        }
    }
}
