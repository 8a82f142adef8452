using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A group of forty: most from a spreadsheet, some of it wrong, two by customers on their telephones, sent by the job.</summary>
[Collection(SellingStories.Name)]
public sealed partial class GroupGuestsTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task Forty_guests_are_pasted_corrected_and_asked_for_and_the_provider_accepts_all_of_them() => portal.StoryAsync(async () =>
    {
        var reference = await BuyAsync(40);
        await Until.TrueAsync(() => portal.ReadAsync(db => db.GuestProgress.AnyAsync(p => p.Persons == 40 && db.Bookings.Any(b => b.Id == p.BookingId && b.Reference == reference))), "the list was read", seconds: 60);
        var page = await portal.VisitAsAsync(Jonas, "/guests");
        await page.UntilLiveAsync();
        await Expect(page.Locator("tr", new() { HasTextString = reference })).ToContainTextAsync("0 of 40");
        await ShotAsync(page, "guests-board");
        await page.Locator("tr", new() { HasTextString = reference }).GetByRole(AriaRole.Link, new() { NameRegex = FillIn() }).ClickAsync();
        await Expect(page.Locator("fieldset.person")).ToHaveCountAsync(40);

        await PasteAsync(page);
        await CorrectAsync(page);
        await page.GetByLabel("For whom").SelectOptionAsync(new SelectOptionValue { Label = "Person 39 alone" });
        await SendLinkAsync(page, "hans@guests.example", "Deutsch");
        await page.GetByLabel("For whom").SelectOptionAsync(new SelectOptionValue { Label = "Person 40 alone" });
        await SendLinkAsync(page, "maria@guests.example", "Español");
        await ShotAsync(page, "guests-links");

        await FillInAsync("hans@guests.example", ("Vorname", "Hans"), ("Nachname", "Müßig"), "Speichern und abschließen", "de");
        await FillInAsync("maria@guests.example", ("Nombre", "María"), ("Apellidos", "Núñez"), null, "es");

        await Until.TrueAsync(() => portal.ReadAsync(db => db.GuestProgress.AnyAsync(p => p.State == GuestProgressState.Done && db.Bookings.Any(b => b.Id == p.BookingId && b.Reference == reference))),
            "the provider accepted everybody", seconds: 60);
        await Expect(page.Locator("main")).ToContainTextAsync("which has everything", new() { Timeout = 30_000 });
        await ShotAsync(page, "guests-done");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
    });

    /// <summary>38 rows as a spreadsheet gives them: headings, German dates, and three that cannot be right.</summary>
    private static async Task PasteAsync(IPage page)
    {
        var rows = Enumerable.Range(1, 38).Select(n => string.Join('\t', $"Gast{n}", $"Müller-{n:00}", n switch
        {
            7 => "31.02.1990", 21 => "unbekannt", 30 => "01.01.2190", _ => new DateTime(1980, 1, 1).AddDays(n * 91).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        }));
        await page.GetByText("Paste or upload a list").ClickAsync();
        await page.GetByLabel("Paste the cells here").FillAsync(string.Join('\n', rows.Prepend("Vorname\tName\tGeburtsdatum")));
        await page.Button("Look it through").ClickAsync();
        await Expect(page.Locator(".list-rows tbody tr")).ToHaveCountAsync(38);
        await Expect(page.Locator(".list-rows .state", new() { HasTextString = "Cannot be right" })).ToHaveCountAsync(3);
        await ShotAsync(page, "guests-pasted");
        await page.Button("Apply to 38 persons").ClickAsync();
        await Expect(page.Locator("[data-list-done]")).ToContainTextAsync("38 persons written");
    }

    /// <summary>The three broken dates are marked at their persons; they are typed anew there.</summary>
    private static async Task CorrectAsync(IPage page)
    {
        foreach (var number in (int[])[7, 21, 30])
        {
            var person = page.Locator("fieldset.person", new() { HasTextString = $"{number}. Gast{number} " });
            await Expect(person.Locator(".fault")).ToHaveCountAsync(1);
            foreach (var (part, value) in (IReadOnlyList<(string, string)>)[("day", "5"), ("month", "6"), ("year", "1991")])
            {
                await person.GetByLabel($"Date of birth: {part}").FillAsync(value);
                await person.GetByLabel($"Date of birth: {part}").PressAsync("Tab");
            }
            await Expect(person.Locator(".fault")).ToHaveCountAsync(0);
        }
    }

    private static async Task SendLinkAsync(IPage page, string to, string language)
    {
        await page.GetByLabel("E-mail address").FillAsync(to);
        await page.GetByLabel("Language").SelectOptionAsync(new SelectOptionValue { Label = language });
        await page.Button("Send link").ClickAsync();
        await Expect(page.Locator("#links")).ToContainTextAsync(to);
    }

    private async Task FillInAsync(string address, (string Label, string Value) first, (string Label, string Value) last, string? finish, string language)
    {
        await Until.TrueAsync(() => portal.Sandbox.Mailbox.To(address).Count > 0, $"the mail to {address} came");
        var phone = await portal.VisitAsync(new Uri(Link().Match(portal.Sandbox.Mailbox.To(address)[0].Text!).Value).PathAndQuery, 390, 844, ColorScheme.Dark);
        Assert.Equal(language, await phone.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("", string.Join('\n', await phone.ComplaintsAsync()));
        Assert.True(await phone.WidthAsync() <= 390);
        await phone.GetByLabel(first.Label, new() { Exact = true }).FillAsync(first.Value);
        await phone.GetByLabel(last.Label, new() { Exact = true }).FillAsync(last.Value);
        var date = phone.Locator("fieldset, .date", new() { Has = phone.Locator("input[inputmode=numeric]") }).Last.Locator("input");
        // Both languages write the day first.
        await date.Nth(0).FillAsync("17");
        await date.Nth(1).FillAsync("5");
        await date.Nth(2).FillAsync("1990");
        await ShotAsync(phone, $"guests-customer-{language}");
        await (finish is null ? phone.Locator("form .button.primary") : phone.Button(finish)).ClickAsync();
        await Expect(phone.Locator("form input[name='pass']")).ToHaveCountAsync(0);
        await ShotAsync(phone, $"guests-thanks-{language}");
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <returns>The booking's reference: everybody's name and date of birth is wanted before download.</returns>
    private async Task<string> BuyAsync(int quantity)
    {
        var sample = portal.Samples.AllPreDownload;
        portal.Sandbox.Xs2Event.SetStock(sample.TicketId, quantity + 10);
        var session = await portal.ReadAsync(db => db.Sessions.Where(s => s.Event!.ProviderRef == sample.EventId).Select(s => s.Id).SingleAsync());
        var cart = await portal.FreshCartAsync(Jonas);
        var user = await portal.ReadAsync(db => db.Users.SingleAsync(u => u.Email == Jonas));
        var agent = Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
        var added = await portal.Services.GetRequiredService<AddToCart>().RunAsync(agent,
            new AddToCartRequest(Guid.NewGuid(), session, sample.TicketId, quantity, SaleMode.Purchase, new Money(sample.NetRate / 100m, sample.Currency)), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        var bought = await portal.Services.GetRequiredService<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), cart, "The Müller party", OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(bought.IsYes, bought.Refusal?.ToString());
        return bought.Value!.Reference;
    }

    [GeneratedRegex("https?://[^ \\s]+/g/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("^Fill in")]
    private static partial Regex FillIn();
}
