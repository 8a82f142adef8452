using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Tickets from the sale to the customer's telephone: sent, sent again to somebody else, opened with the mail's link.</summary>
[Collection(SellingStories.Name)]
public sealed partial class SentTicketsTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task Tickets_are_sent_to_a_changed_recipient_who_opens_the_voucher_on_a_telephone() => portal.StoryAsync(async () =>
    {
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.GoAsync($"/bookings/{await BuyTwoAsync()}");
        await Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync("ada@guests.example");
        await Expect(page.Locator("#tickets")).ToContainTextAsync("2 tickets, all ready");
        await page.Button("Send tickets").ClickAsync();
        var old = await LinkToAsync("ada@guests.example");

        await page.GetByLabel("E-mail address").FillAsync("grace@guests.example");
        await page.Button("Send again").ClickAsync();
        await Expect(page.Locator("#tickets")).ToContainTextAsync("Link sent to grace@guests.example");
        await Expect(page.Locator("main .timeline")).ToContainTextAsync("The link that was sent before no longer works.");
        var link = await LinkToAsync("grace@guests.example");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        await ShotAsync(page, "tickets-booking");

        var phone = await portal.VisitAsync(link, 390, 844, ColorScheme.Dark);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Your tickets" })).ToBeVisibleAsync();
        await Expect(phone.GetByRole(AriaRole.Link, new() { Name = "Show the code" })).ToHaveCountAsync(2);
        Assert.Equal("", string.Join('\n', await phone.ComplaintsAsync()));
        Assert.True(await phone.EvaluateAsync<bool>("[...document.querySelectorAll('a.button')].every(a => a.getBoundingClientRect().height >= 44)"));
        await ShotAsync(phone, "tickets-customer");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Show the code" }).First.ClickAsync();
        await Expect(phone.Locator("svg.qr")).ToBeVisibleAsync();
        await Expect(phone.Locator("figcaption code")).ToHaveTextAsync(Digits());
        Assert.Equal("", string.Join('\n', await phone.ComplaintsAsync()));
        await ShotAsync(phone, "tickets-voucher");

        await phone.GotoAsync(old);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "This link does not work" })).ToBeVisibleAsync();
        await Expect(page.Locator("#tickets")).ToContainTextAsync("Opened on", new() { Timeout = 30_000 });
    });

    /// <returns>The path of the link in the newest mail to that address.</returns>
    private async Task<string> LinkToAsync(string address)
    {
        await Until.TrueAsync(() => Task.FromResult(portal.Sandbox.Mailbox.To(address).Count > 0), "the mail with the tickets came");
        return new Uri(Link().Match(portal.Sandbox.Mailbox.To(address)[0].Text!).Value).PathAndQuery;
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <returns>The booking's reference: two places at a provider that gives codes and no files.</returns>
    private async Task<string> BuyTwoAsync()
    {
        var sample = portal.Sandbox.OneboxDistribution.Samples.OtherEvent;
        var session = await portal.ReadAsync(db => db.Sessions.Where(s => s.ProviderRef == $"{sample.SessionId}" && s.Event!.Connection!.ProviderKind == "OneboxDistribution").Select(s => s.Id).SingleAsync());
        var cart = await portal.FreshCartAsync(Jonas);
        var user = await portal.ReadAsync(db => db.Users.SingleAsync(u => u.Email == Jonas));
        var agent = Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
        var added = await portal.Services.GetRequiredService<AddToCart>().RunAsync(
            agent, new AddToCartRequest(Guid.NewGuid(), session, $"{sample.SessionId}:{sample.PriceTypeId}:{sample.RateId}", 2, SaleMode.Purchase, new Money(sample.Price, "EUR")), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@guests.example"), (BuyerField.Phone, "+34600111222") })
            await portal.Services.GetRequiredService<NoteBuyer>().RunAsync(agent, cart, field, value, CancellationToken.None);
        var bought = await portal.Services.GetRequiredService<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), cart, "The Byrons", OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(bought.IsYes, bought.Refusal?.ToString());
        await Until.TrueAsync(() => portal.ReadAsync(db => db.Items.Where(i => i.Order!.BookingId == bought.Value!.BookingId).AllAsync(i => i.Barcode != null)), "the codes were read back");
        return bought.Value!.Reference;
    }

    [GeneratedRegex("https?://[^ \\s]+/t/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
