using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Web.Pages.Carts;

namespace Portal.Tests.Web;

public sealed class CartPagesTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;
    private HandTimers timers = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        timers = this.SeesAs(world, world.Ann);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_moved_price_is_shown_as_was_and_now_and_held_only_when_accepted()
    {
        var offer = await world.SellsAsync("A", net: 90m);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        offer.Net = offer.Net with { Amount = 95m };
        var page = Render<CartPage>();
        await page.WaitForElement("button.now").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("now asks €95.00 instead of €90.00", page.Markup, StringComparison.Ordinal));
        Assert.Contains("€90.00", page.Find(".was-now").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HoldState.Held, (await world.LineAsync(line.Id))!.Hold?.State);
        await page.FindAll("button").Single(b => b.TextContent.Contains("Hold 2 at €95.00", StringComparison.Ordinal)).ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".was-now")));
        Assert.Equal(95m, (await world.LineAsync(line.Id))!.Quote.Net);
    }

    [Fact]
    public async Task When_fewer_are_left_that_many_are_offered()
    {
        var offer = await world.SellsAsync("A", stock: 4);
        await world.AddedAsync(world.Ann, offer, 4);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.RunJobsAsync();
        await world.AddedAsync(world.Ben, offer, 1);
        var page = Render<CartPage>();
        await page.WaitForElement("button.now").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Only 3 left, you asked for 4.", page.Markup, StringComparison.Ordinal));
        await page.FindAll("button").Single(b => b.TextContent.Trim() == "Hold 3").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("3 tickets held.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_silent_hold_says_not_to_hold_it_again_and_offers_no_button_to_do_so()
    {
        world.Provider.Next(Questioned.Hold, Fate.SilentAfter);
        await world.AddAsync(world.Ann, await world.SellsAsync("A"), 2);

        var page = Render<CartPage>();

        page.WaitForAssertion(() => Assert.Contains("Do not add them again", page.Markup, StringComparison.Ordinal));
        Assert.Contains("They may be held until", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("Hold", StringComparison.Ordinal) || b.TextContent.Contains("Remove", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_a_line_out_says_what_may_be_lost_and_asks_first()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        var page = Render<CartPage>();
        await page.WaitForElement(".line-acts button").ClickAsync();

        Assert.Contains("gets the places back at once", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(await world.LineAsync(line.Id));
        await page.FindAll("button").Single(b => b.TextContent.Trim() == "Take out").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Nothing in this cart", page.Markup, StringComparison.Ordinal));
        Assert.Null(await world.LineAsync(line.Id));
    }

    [Fact]
    public async Task A_change_made_elsewhere_shows_by_itself()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        var page = Render<CartPage>();
        page.WaitForAssertion(() => Assert.Contains("2 tickets held.", page.Markup, StringComparison.Ordinal));

        await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 3, CancellationToken.None);
        timers.RunOut();

        page.WaitForAssertion(() => Assert.Contains("3 tickets held.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_plan_names_whom_it_asks_in_which_order_and_that_all_or_nothing_is_impossible()
    {
        world.Other.Traits = world.Other.Traits with { CommitCanBeUndone = true, CanCancel = true };
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        await world.AddedAsync(world.Ann, await world.SellsAsync("B", by: world.Other), 1);
        var plan = (await world.Get<ReadCheckout>().RunAsync(world.Ann, await world.CartIdAsync(world.Ann), CancellationToken.None))!;

        var part = Render<CheckoutPlanPart>(p => p.Add(c => c.Plan, plan));

        var steps = part.FindAll(".parts > li");
        Assert.Contains("Other", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Can be undone without cost", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("cannot be undone here", steps[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("All or nothing", part.Markup, StringComparison.Ordinal);

        part.Render(p => p.Add(c => c.Plan, plan with { AllOrNothing = false }));
        Assert.Contains("All or nothing is not possible", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_that_show_the_same_plan_book_once_and_both_lead_to_the_booking()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var cart = await world.CartIdAsync(world.Ann);
        var first = Render<CheckoutPage>(p => p.Add(c => c.CartId, cart));
        var second = Render<CheckoutPage>(p => p.Add(c => c.CartId, cart));
        var navigation = Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        second.WaitForElement("button.primary");

        await first.WaitForElement("button.primary").ClickAsync();
        first.WaitForAssertion(() => Assert.Contains("/bookings/", navigation.Uri, StringComparison.Ordinal));
        var booking = navigation.Uri;
        navigation.NavigateTo("/");
        await second.Find("button.primary").ClickAsync();

        second.WaitForAssertion(() => Assert.Equal(booking, navigation.Uri));
        Assert.Single(world.Provider.Bookings);
    }
}
