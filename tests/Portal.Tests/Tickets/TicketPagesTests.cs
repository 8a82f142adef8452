using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Tickets;

public sealed class TicketPagesTests : IAsyncLifetime
{
    private TicketsHost host = null!;
    private Actor jonas = null!;

    public async Task InitializeAsync()
    {
        host = await TicketsHost.StartAsync();
        jonas = await host.AgentAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private Task<BookingMade> SoldAsync(string offerRef, int quantity, Func<FulfilledItem, FulfilledItem>? told = null) => host.World.SoldAsync(offerRef, quantity, told: told, agent: jonas);

    private static async Task<(HttpStatusCode Status, string Page)> GetAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_customer_opens_the_mail_s_link_and_sees_each_ticket_with_its_ways_in()
    {
        var made = await SoldAsync("A", 2, i => i with { Barcode = "9" + i.ItemRef, Section = "North", Seat = i.ItemRef, WalletUrl = "https://wallet.example/" + i.ItemRef });
        Assert.True((await host.World.SendAsync(made, "ada@example.org", actor: jonas)).IsYes);
        using var browser = host.Browser();

        var link = await host.MailedAsync("ada@example.org");
        var (status, page) = await GetAsync(browser, link);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Event A", page, StringComparison.Ordinal);
        Assert.Contains(made.Reference, page, StringComparison.Ordinal);
        Assert.Contains("North, seat A2", page, StringComparison.Ordinal);
        Assert.Contains("https://wallet.example/A2", page, StringComparison.Ordinal);
        Assert.Contains("Kanal Travel", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain("€", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_voucher_of_one_ticket_shows_its_code_as_a_picture_and_as_text()
    {
        var made = await SoldAsync("A", 2);
        var token = await SentAsync(made);
        using var browser = host.Browser();
        var item = (await host.World.OpenedAsync(token))!.Vouchers[1];

        var (_, page) = await GetAsync(browser, $"/t/{token}/vouchers?item={item.ItemId}");

        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.Contains($"<code>{item.Barcode}</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("90A1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_forty_tickets_is_small_and_is_kept_and_listed_by_nobody()
    {
        var offer = await host.World.SellsAsync("A", stock: 50);
        await host.World.AddedAsync(jonas, offer, 40);
        var made = await host.World.CheckedOutAsync(jonas);
        await host.World.ReportAsync(made, offer, i => i with { Barcode = "1234567890123456789", Section = "North", Row = "5", Seat = i.ItemRef, WalletUrl = "https://wallet.example/passes/" + i.ItemRef });
        var token = await SentAsync(made);
        using var browser = host.Browser();

        using var response = await browser.GetAsync(new Uri($"/t/{token}", UriKind.Relative));
        var size = (await response.Content.ReadAsByteArrayAsync()).Length;
        foreach (var sheet in (string[])["/tokens.css", "/tickets.css"])
            size += (await browser.GetByteArrayAsync(new Uri(sheet, UriKind.Relative))).Length;

        Assert.InRange(size, 1, 60_000);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", string.Join(' ', response.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", string.Join(' ', response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("frame-ancestors 'none'", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_a_revoked_and_an_unknown_link_say_the_same()
    {
        var made = await SoldAsync("A", 1);
        var revoked = await SentAsync(made);
        await host.World.Get<RevokeTicketLink>().RunAsync(jonas, made.BookingId, CancellationToken.None);
        var expired = await SentAsync(await SoldAsync("B", 1));
        host.World.Clock.Advance(TimeSpan.FromDays(80));
        using var browser = host.Browser();

        var answers = new List<(HttpStatusCode Status, string Page)>();
        foreach (var token in (string[])[revoked, expired, new string('x', 43), "short"])
            foreach (var path in (string[])[$"/t/{token}", $"/t/{token}/vouchers", $"/t/{token}/files/{Guid.NewGuid()}"])
                answers.Add(await GetAsync(browser, path));

        var (status, page) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("This link does not work", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_handed_out_for_the_link_s_booking_alone_and_no_invoice_is()
    {
        var (mine, other) = (await SoldAsync("A", 1), await SoldAsync("B", 1));
        var (ticket, invoice, foreign) = (await host.KeepsAsync(mine, FileKind.Ticket, "my ticket"), await host.KeepsAsync(mine, FileKind.Invoice, "net prices"), await host.KeepsAsync(other, FileKind.Ticket, "theirs"));
        var token = await SentAsync(mine);
        using var browser = host.Browser();

        Assert.Equal((HttpStatusCode.OK, "my ticket"), await GetAsync(browser, $"/t/{token}/files/{ticket}"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/t/{token}/files/{invoice}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/t/{token}/files/{foreign}")).Status);
    }

    [Fact]
    public async Task A_ticket_that_was_cancelled_since_is_gone_from_the_link_with_its_file()
    {
        var made = await SoldAsync("A", 2);
        var file = await host.KeepsAsync(made, FileKind.Ticket, "a ticket");
        var token = await SentAsync(made);
        await using (var db = host.World.Open())
            await db.Items.Where(i => db.TicketFiles.Any(f => f.Id == file && f.ItemId == i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ItemState.Cancelled));
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/t/{token}/files/{file}")).Status);
        Assert.Single((await host.World.OpenedAsync(token))!.Vouchers);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_address_is_logged()
    {
        var made = await SoldAsync("A", 1);
        await host.World.SendAsync(made, "ada@example.org", actor: jonas);
        var link = await host.MailedAsync("ada@example.org");
        using var browser = host.Browser();
        await GetAsync(browser, link);
        await GetAsync(browser, link + "/vouchers");
        await GetAsync(browser, $"{link}/files/{Guid.NewGuid()}");

        Assert.DoesNotContain(link.Split('/')[^1], host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_prints_vouchers_after_signing_in_and_another_agency_finds_none()
    {
        var made = await SoldAsync("A", 2);
        var path = $"/bookings/{made.Reference}/vouchers";
        using var stranger = host.Browser();
        Assert.Contains("Sign in", (await GetAsync(stranger, path)).Page, StringComparison.Ordinal);

        var mine = await (await host.SignInAsync()).GoAsync(path);
        Assert.Equal(2, mine.Page.QuerySelectorAll("article.voucher svg.qr").Length);
        Assert.Contains("Kanal Travel", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("€", mine.Text, StringComparison.Ordinal);

        var foreign = await (await host.SignInAsync(AccountsHost.OtherAgent)).GoAsync(path);
        Assert.Equal(404, foreign.Status);
        Assert.DoesNotContain("Event A", foreign.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_is_not_issued_yet_gets_words_in_place_of_a_code()
    {
        var made = await SoldAsync("A", 1, i => i);

        var page = await (await host.SignInAsync()).GoAsync($"/bookings/{made.Reference}/vouchers");

        Assert.Empty(page.Page.QuerySelectorAll("svg.qr"));
        Assert.Contains("This is not a ticket yet.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_too_many_links_waits()
    {
        await using var strict = await TicketsHost.StartAsync(("Accounts:CustomerPagesPerMinute", "3"));
        using var browser = strict.Browser();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await GetAsync(browser, $"/t/{new string('x', 43)}")).Status);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], statuses);
    }

    private async Task<string> SentAsync(BookingMade made)
    {
        var sent = await host.World.SendAsync(made, "ada@example.org", actor: jonas);
        Assert.True(sent.IsYes, sent.Refusal?.ToString());
        return (await host.World.Get<MakeCustomerLink>().RunAsync(sent.Value.LinkId, CancellationToken.None))!;
    }
}
