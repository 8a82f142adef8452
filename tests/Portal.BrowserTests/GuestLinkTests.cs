using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.GuestLinks;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Guest data from the mail to the thanks page, on telephones in seven languages, with a script and without.</summary>
[Collection(SellingStories.Name)]
public sealed partial class GuestLinkTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task A_customer_fills_in_everything_on_a_telephone_in_German_and_loses_nothing_by_a_break_or_a_dead_spot() => portal.StoryAsync(async () =>
    {
        var made = await BuyAsync("contact_email", "contact_phone", "country_of_residence");
        var phone = await portal.VisitAsync(await MailedAsync(made, "de"), 390, 844, ColorScheme.Dark);
        await Expect(phone).ToHaveTitleAsync(new Regex("^Person 1 von 2"));
        await LooksGoodAsync(phone, "guests-first");
        Assert.Equal("de", await phone.EvaluateAsync<string>("document.documentElement.lang"));

        await phone.GetByLabel("Vorname").FillAsync("Ada");
        await phone.GetByLabel("Nachname").FillAsync("Byron");
        await Expect(Foot(phone, "first_name")).ToHaveTextAsync("Gespeichert");
        // Ten minutes later, after the telephone threw the page away: what was not left yet is there again, and saved.
        portal.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        await phone.ReloadAsync();
        await Expect(phone.GetByLabel("Nachname")).ToHaveValueAsync("Byron");
        await Expect(Foot(phone, "last_name")).ToHaveTextAsync("Gespeichert");
        await Expect(phone.Locator(".saved")).ToContainTextAsync("A…");

        await phone.Context.SetOfflineAsync(true);
        await phone.GetByLabel("E-Mail-Adresse").FillAsync("ada@guests.example");
        await phone.GetByLabel("Telefonnummer").FillAsync("12");
        await Expect(Foot(phone, "contact_email")).ToContainTextAsync("Noch nicht gespeichert");
        await LooksGoodAsync(phone, "guests-offline");
        await phone.Context.SetOfflineAsync(false);
        await Expect(Foot(phone, "contact_email")).ToHaveTextAsync("Gespeichert");

        await DateAsync(phone, "31", "2", "1990");
        await phone.GetByLabel("Wohnsitzland").SelectOptionAsync(new SelectOptionValue { Label = "Österreich" });
        await phone.Button("Speichern und weiter").ClickAsync();
        await Expect(phone.Locator(".faults h2")).ToHaveTextAsync("Bitte prüfen Sie 2 Eingaben");
        Assert.True(await phone.EvaluateAsync<bool>("document.activeElement.matches('.faults')"));
        await Expect(phone.GetByLabel("Telefonnummer")).ToHaveValueAsync("12");
        await LooksGoodAsync(phone, "guests-faults");

        await phone.GetByLabel("Telefonnummer").FillAsync("+43 1 2345678");
        await DateAsync(phone, "28", "2", "1990");
        await phone.Button("Speichern und weiter").ClickAsync();
        await Expect(phone.Locator("form h2")).ToContainTextAsync("Person 2 von 2");
        await LooksGoodAsync(phone, "guests-second");
        await phone.GetByLabel("Vorname").FillAsync("Grace");
        await phone.GetByLabel("Nachname").FillAsync("Hopper");
        await DateAsync(phone, "9", "12", "1986");
        await phone.Button("Speichern und abschließen").ClickAsync();

        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Vielen Dank, es fehlt nichts mehr");
        await LooksGoodAsync(phone, "guests-thanks");
        Assert.Equal(0, await phone.EvaluateAsync<int>("sessionStorage.length"));
        await Expect(phone.Locator("main")).Not.ToContainTextAsync(made.Reference);
        Assert.Equal("1990-02-28", (await KnownAsync(made, 1))[GuestFields.DateOfBirth]);
    });

    [BrowserFact]
    public Task Without_a_script_a_customer_fills_in_in_Spanish_leaves_something_out_and_comes_back() => portal.StoryAsync(async () =>
    {
        var made = await BuyAsync("passport_number");
        var link = await MailedAsync(made, "es");
        var phone = await portal.VisitAsync(link, 390, 844, ColorScheme.Light, runsScripts: false);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Datos de los asistentes");
        await ShotAsync(phone, "guests-spanish");

        await phone.GetByLabel("Nombre", new() { Exact = true }).FillAsync("فاطمة");
        await phone.GetByLabel("Apellidos").FillAsync("Zahrá");
        await DateAsync(phone, "1", "2", "1980");
        portal.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        await phone.Button("Guardar y continuar").ClickAsync();
        await Expect(phone.Locator(".faults")).ToContainTextAsync("Número de pasaporte: Rellene este campo, por favor.");
        await Expect(phone.GetByLabel("Nombre", new() { Exact = true })).ToHaveValueAsync("فاطمة");
        await ShotAsync(phone, "guests-spanish-faults");
        await phone.Link("Continuar sin este dato").ClickAsync();
        await phone.GetByLabel("Nombre", new() { Exact = true }).FillAsync("Juan");
        await phone.GetByLabel("Apellidos").FillAsync("Pérez");
        await DateAsync(phone, "3", "4", "1981");
        await phone.Button("Guardar y terminar").ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Guardado hasta aquí");
        await Expect(phone.Locator(".missing")).ToContainTextAsync("Número de pasaporte");
        await ShotAsync(phone, "guests-later");

        var again = await portal.VisitAsync(link, 390, 844, ColorScheme.Light, runsScripts: false);
        await Expect(again.Locator("form input:visible")).ToHaveCountAsync(1);
        await Expect(again.Locator(".saved li")).ToHaveCountAsync(3);
        await again.GetByLabel("Número de pasaporte").FillAsync("XK1234567");
        await again.Button("Guardar y terminar").ClickAsync();
        await Expect(again.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gracias, no falta nada");
        Assert.Equal("فاطمة", (await KnownAsync(made, 1))[GuestFields.FirstName]);
    });

    [BrowserFact]
    public Task The_same_link_twice_saves_side_by_side_and_what_the_organiser_refuses_is_asked_again() => portal.StoryAsync(async () =>
    {
        var made = await BuyAsync();
        var link = await MailedAsync(made, "en");
        var desk = await portal.VisitAsync(link);
        var phone = await portal.VisitAsync(link + "?p=2", 390, 844);
        await LooksGoodAsync(desk, "guests-desk");
        foreach (var (page, first, last) in new[] { (desk, "Ada", "Notaname"), (phone, "Grace", "Hopper") })
        {
            await page.GetByLabel("First name").FillAsync(first);
            await page.GetByLabel("Last name").FillAsync(last);
            await DateAsync(page, "9", "12", "1986");
        }
        portal.Sandbox.Xs2Event.RefuseGuestValue("last_name", "Notaname");
        await phone.Button("Save").ClickAsync();
        await desk.Button("Save").ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you, nothing is missing");
        Assert.Equal("Hopper", (await KnownAsync(made, 2))[GuestFields.LastName]);

        await Until.TrueAsync(() => portal.ReadAsync(db => db.GuestProgress.AnyAsync(p => p.BookingId == made.BookingId && p.Refused > 0)), "the organiser refused it");
        await desk.GotoAsync(link);
        await Expect(Foot(desk, "last_name")).ToContainTextAsync("not valid");
        await Expect(desk.Locator("form input:visible")).ToHaveCountAsync(1);
        await LooksGoodAsync(desk, "guests-refused");
        await desk.GetByLabel("Last name").FillAsync("Byron");
        await desk.Button("Save and finish").ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you, nothing is missing");
        portal.Sandbox.Xs2Event.AcceptGuestValue("last_name", "Notaname");
    });

    [BrowserFact]
    public Task Whatever_is_wrong_with_a_link_its_page_is_friendly_in_every_language_and_tells_nothing() => portal.StoryAsync(async () =>
    {
        var made = await BuyAsync();
        var (old, fresh) = (await MailedAsync(made, "en"), await MailedAsync(made, "fr"));
        var phone = await portal.VisitAsync(old, 390, 844, ColorScheme.Dark);
        await LooksGoodAsync(phone, "guests-over");
        var words = await phone.Locator("main").InnerTextAsync();
        await portal.ReadAsync(db => db.CustomerLinks.Where(l => l.BookingId == made.BookingId).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, portal.Sandbox.Clock.GetUtcNow().UtcDateTime)));
        foreach (var wrong in new[] { fresh, "/g/" + new string('x', 43), "/g/none" })
        {
            await phone.GotoAsync(wrong);
            Assert.Equal(words, await phone.Locator("main").InnerTextAsync());
        }
        await phone.Locator(".languages summary").ClickAsync();
        await ShotAsync(phone, "guests-languages");
        await phone.Link("Català").ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Aquest enllaç no funciona");
        Assert.Empty(await phone.ComplaintsAsync());
    });

    private static ILocator Foot(IPage page, string field) => page.Locator($"#f-{field}-foot");

    private static async Task DateAsync(IPage page, string day, string month, string year)
    {
        foreach (var (part, typed) in new[] { ("day", day), ("month", month), ("year", year) })
            await page.Locator($"[name='f.date_of_birth.{part}']").FillAsync(typed);
    }

    /// <summary>axe is content, nothing is wider than the page, and everything one touches is large enough.</summary>
    private static async Task LooksGoodAsync(IPage page, string shot)
    {
        await ShotAsync(page, shot);
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        Assert.True(await page.WidthAsync() <= page.ViewportSize!.Width, "The page is wider than the screen.");
        Assert.Equal("", await page.EvaluateAsync<string>("""
            [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML).join('\n')
            """));
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private async Task<IReadOnlyDictionary<string, string>> KnownAsync(BookingMade made, int number)
    {
        var guests = await portal.ReadAsync(db => db.Guests.AsNoTracking().Where(g => g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == made.BookingId))).OrderBy(g => g.Number).ToListAsync());
        return portal.Services.GetRequiredService<GuestSeal>().Open(guests[number - 1].SealedValues);
    }

    /// <summary>Two tickets of an event that wants everybody's name and birthday, and of the lead guest these too.</summary>
    private async Task<BookingMade> BuyAsync(params string[] alsoOfLead)
    {
        var sample = portal.Samples.AllPreDownload;
        var agent = await AgentAsync();
        var session = await portal.ReadAsync(db => db.Sessions.Where(s => s.Event!.ProviderRef == sample.EventId).Select(s => s.Id).SingleAsync());
        var cart = await portal.FreshCartAsync(Jonas);
        var added = await portal.Services.GetRequiredService<AddToCart>().RunAsync(
            agent, new AddToCartRequest(Guid.NewGuid(), session, sample.TicketId, 2, SaleMode.Purchase, new Money(sample.NetRate / 100m, sample.Currency)), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        var bought = await portal.Services.GetRequiredService<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), cart, "The Byrons", OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(bought.IsYes, bought.Refusal?.ToString());
        var made = bought.Value!;
        await Until.TrueAsync(() => portal.ReadAsync(db => db.GuestProgress.AnyAsync(p => p.BookingId == made.BookingId)), "the list was read", seconds: 60);
        if (alsoOfLead.Length == 0)
            return made;
        var part = await portal.ReadAsync(db => db.Fulfilments.SingleAsync(f => f.Order!.BookingId == made.BookingId));
        portal.Sandbox.Xs2Event.RequireLater(part.RefValue, alsoOfLead, allPersons: false);
        Assert.True(await portal.Services.GetRequiredService<ReadLateList>().RunAsync(agent, part.Id, CancellationToken.None));
        return made;
    }

    private async Task<Actor> AgentAsync()
    {
        var user = await portal.ReadAsync(db => db.Users.SingleAsync(u => u.Email == Jonas));
        return Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
    }

    /// <returns>The path of the link in the mail that was sent.</returns>
    private async Task<string> MailedAsync(BookingMade made, string language)
    {
        var address = $"{Guid.NewGuid():N}@guests.example";
        var sent = await portal.Services.GetRequiredService<SendGuestLink>().RunAsync(await AgentAsync(), new GuestLinkToSend(Guid.NewGuid(), made.BookingId, null, address, language), CancellationToken.None);
        Assert.True(sent.IsYes, sent.Refusal?.ToString());
        await Until.TrueAsync(() => Task.FromResult(portal.Sandbox.Mailbox.To(address).Count > 0), "the mail with the link came");
        return new Uri(Link().Match(portal.Sandbox.Mailbox.To(address)[0].Text!).Value).PathAndQuery;
    }

    [GeneratedRegex("https?://[^ \\s]+/g/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
