using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Pricing;
using Portal.Tests.Support;
using Portal.Web.Pages.Bookings;
using Portal.Web.Pages.Carts;
using Portal.Web.Pages.Catalog;
using Portal.Web.Parts;

namespace Portal.Tests.Web;

/// <summary>While a customer looks at the screen, no page says what the agency pays or earns, and a switch takes effect where one is.</summary>
public sealed class CustomerViewTests : BunitContext, IAsyncLifetime
{
    // Of 83.33 pounds with a fee of 1.63: no other figure on a page is one of these.
    private static readonly string[] OnlyTheAgencys = ["83.33", "166.66", "1.63", "1.90", "98.98", "197.96", "1.165", "19.80", "39.60", "net ", "margin", "You owe"];
    private PortalWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        this.SeesAs(world, world.Ann);
        await using var db = world.Open();
        foreach (var connection in db.Connections)
            (connection.FeePerTicket, connection.FeeCurrency) = (1.90m, "EUR");
        db.PriceRules.Add(new PriceRule { Id = Guid.CreateVersion7(), Percent = 20m });
        await db.SaveChangesAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 83.33m, currency: "GBP"), 2);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private CustomerView View => Services.GetRequiredService<CustomerView>();

    private async Task HidesAsync<T>(string selling, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent
    {
        View.Switch(false);
        var page = with is null ? Render<T>() : Render(with);
        page.WaitForAssertion(() => Assert.Contains(selling, page.Markup, StringComparison.Ordinal));
        Assert.Contains(OnlyTheAgencys, told => page.Markup.Contains(told, StringComparison.Ordinal));

        await page.InvokeAsync(() => View.Switch(true));

        page.WaitForAssertion(() => Assert.DoesNotContain(OnlyTheAgencys, told => page.Markup.Contains(told, StringComparison.Ordinal)));
        Assert.Contains(selling, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_way_from_the_offer_to_the_booking()
    {
        var cart = await world.CartIdAsync(world.Ann);
        await using var db = world.Open();
        var of = db.Events.Single();

        await HidesAsync<EventPage>("€118.78", p => p.Add(e => e.EventId, of.Id));
        await HidesAsync<CartPage>("€237.56");
        await HidesAsync<CheckoutPage>("€237.56", p => p.Add(c => c.CartId, cart));
        var reference = (await world.CheckedOutAsync(world.Ann)).Reference;
        await HidesAsync<BookingPage>("€237.56", p => p.Add(b => b.Reference, reference));
    }

    [Fact]
    public async Task Where_a_price_has_moved()
    {
        world.Provider.Traits = world.Provider.Traits with { LocksPrice = false };
        world.Provider.Offer("A").Net = new Money(90m, "GBP");
        Assert.False((await world.CheckOutAsync(world.Ann)).IsYes);

        await HidesAsync<CartPage>("€128.10");

        Assert.DoesNotContain("90.00", Render<CartPage>().WaitForElement(".was-now").ParentElement!.TextContent, StringComparison.Ordinal);
    }
}
