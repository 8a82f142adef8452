using Bunit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Web.Pages.Bookings;

namespace Portal.Tests.Tickets;

public sealed class SendTicketsPartTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;
    private BookingMade made = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        this.SeesAs(world, world.Ann);
        var offer = await world.SellsAsync("A");
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, BuyerField.Email, "ada@example.org", CancellationToken.None);
        made = await world.CheckedOutAsync(world.Ann);
        await world.ReportAsync(made, offer, i => i with { Barcode = "1" });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private IRenderedComponent<SendTicketsPart> Open()
    {
        var part = Render<SendTicketsPart>(p => p.Add(c => c.BookingId, made.BookingId).Add(c => c.Reference, made.Reference));
        part.WaitForElement("input[type=email]");
        return part;
    }

    [Fact]
    public async Task Tickets_go_to_the_buyer_unless_another_address_is_typed_and_the_last_sending_is_shown()
    {
        var part = Open();
        Assert.Equal("ada@example.org", part.Find("input").GetAttribute("value"));
        Assert.Contains("2 tickets, all ready", part.Markup, StringComparison.Ordinal);

        part.Find("input").Input("eve@example.com");
        await part.Find("form").SubmitAsync();

        part.WaitForAssertion(() => Assert.Contains("Link sent to", part.Markup, StringComparison.Ordinal));
        Assert.Equal("eve@example.com", part.Find("strong").TextContent);
        Assert.Equal("Send again", part.Find("button[type=submit]").TextContent);
        Assert.Equal("eve@example.com", world.Get<MailSeal>().OpenAddress(Assert.Single(await world.MailsAsync()).SealedTo));
    }

    [Fact]
    public async Task A_wrong_address_is_said_beside_its_field_and_nothing_is_sent()
    {
        var part = Open();

        part.Find("input").Input("nobody");
        await part.Find("form").SubmitAsync();

        part.WaitForAssertion(() => Assert.Equal("true", part.Find("input").GetAttribute("aria-invalid")));
        Assert.Contains("Nothing was sent", part.Find("#send-says").TextContent, StringComparison.Ordinal);
        Assert.Empty(await world.MailsAsync());
    }

    [Fact]
    public async Task A_link_can_be_revoked_and_the_page_says_so()
    {
        var token = await world.SentAsync(made);
        var part = Open();

        await part.FindAll("button").Single(b => b.TextContent == "Revoke the link").ClickAsync();

        part.WaitForAssertion(() => Assert.Contains("nobody comes in with it any more", part.Markup, StringComparison.Ordinal));
        Assert.Null(await world.OpenedAsync(token));
    }
}
