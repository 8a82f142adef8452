using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Tests.Sandbox;
using Portal.Web.Parts;

namespace Portal.Tests.Parts;

public sealed class PartsTests : BunitContext
{
    private readonly HandClock clock = new();

    public PartsTests() => Services.AddSingleton<TimeProvider>(clock);

    [Fact]
    public void A_countdown_carries_expiry_and_server_time_and_leaves_the_counting_to_the_browser()
    {
        var until = clock.GetUtcNow().UtcDateTime.AddMinutes(9);
        var part = Render<Countdown>(p => p.Add(c => c.Until, until).Add(c => c.Label, "2 tickets").Add(c => c.ReaderZone, "Europe/Amsterdam"));

        part.MarkupMatches("""
            <span class="clock">
              <portal-clock role="timer" expires="2027-03-01T09:09:00.000Z" server-now="2027-03-01T09:00:00.000Z" label="2 tickets">until</portal-clock>
              <span class="until">until <time datetime="2027-03-01T09:09:00.000Z">10:09</time></span>
            </span>
            """);

        clock.Advance(TimeSpan.FromSeconds(30));
        part.Render();
        Assert.Contains("server-now=\"2027-03-01T09:00:00.000Z\"", part.Markup);
    }

    [Fact]
    public void A_countdown_at_zero_has_the_page_ask()
    {
        var asked = 0;
        var part = Render<Countdown>(p => p.Add(c => c.Until, clock.GetUtcNow().UtcDateTime).Add(c => c.OnLapse, () => asked++));

        part.Find("portal-clock").TriggerEvent("onlapse", EventArgs.Empty);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_stepper_moves_between_allowed_quantities_and_says_the_rule_first()
    {
        var quantity = 2;
        var part = Render<QuantityStepper>(p => p.Add(s => s.Rule, new QuantityRule(Step: 2)).Add(s => s.Stock, 5).Add(s => s.Label, "How many")
            .Add(s => s.Value, quantity).Add(s => s.ValueChanged, chosen => quantity = chosen));

        Assert.Contains("In pairs only", part.Markup);
        part.Find("[aria-label='More: How many']").Click();
        Assert.Equal(4, quantity);
        part.Render(p => p.Add(s => s.Value, quantity));
        Assert.True(part.Find("[aria-label='More: How many']").HasAttribute("aria-disabled"));
    }

    [Fact]
    public void A_stepper_says_why_a_typed_quantity_cannot_be_had_and_offers_the_nearest()
    {
        var quantity = 2;
        var part = Render<QuantityStepper>(p => p.Add(s => s.Rule, new QuantityRule(NotLeaveOne: true)).Add(s => s.Stock, 5).Add(s => s.Label, "How many")
            .Add(s => s.Value, quantity).Add(s => s.ValueChanged, chosen => quantity = chosen));

        part.Find("input").Change("4");
        part.Render(p => p.Add(s => s.Value, quantity));

        Assert.Equal("This would leave a single one of 5: take one fewer, or all.", part.Find("[role=alert]").ChildNodes[0].TextContent.Trim());
        part.Find(".button-link").Click();
        Assert.Equal(3, quantity);
    }

    [Fact]
    public void A_refusal_has_three_parts_and_is_announced()
    {
        var part = Render<RefusalNote>(p => p.Add(n => n.Words, new RefusalSentences("Sold out.", "Nothing is held yet.", "Choose another.")));

        Assert.Equal("Sold out.", part.Find("[role=alert] .happened").TextContent);
        Assert.Contains("Nothing is held yet. Choose another.", part.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Every_state_has_a_word_an_icon_and_a_colour()
    {
        var css = File.ReadAllText(Support.Repository.File("src/Portal.Web/wwwroot/app.css"));
        foreach (var state in Enum.GetValues<ShownState>())
        {
            var part = Render<StateBadge>(p => p.Add(b => b.Shown, state));
            Assert.Equal(ShownStates.Look(state).Word, part.Find(".state").TextContent.Trim());
            Assert.NotEmpty(part.FindAll("svg path"));
        }
        foreach (var told in (string[])["checking", "held", "booked", "purchased", "unknown", "refused", "cancelled"])
            Assert.Contains($".state.{told}", css);
    }

    [Fact]
    public void Every_one_of_our_states_is_shown_as_one_that_people_know()
    {
        Assert.All(Enum.GetValues<HoldState>(), state => ShownStates.Look(ShownStates.Of(state)));
        Assert.All(Enum.GetValues<OrderState>(), state => ShownStates.Look(ShownStates.Of(state)));
        Assert.All(Enum.GetValues<ItemState>(), state => ShownStates.Look(ShownStates.Of(state)));
        Assert.Equal(ShownState.Unknown, ShownStates.Of(OrderState.Unknown));
    }

    [Theory]
    [InlineData(1, 60, false, "1–25 of 60 events", false, true)]
    [InlineData(3, 60, false, "51–60 of 60 events", true, false)]
    [InlineData(2, 1000, true, "26–50 of more than 1,000 events", true, true)]
    public void A_pager_says_where_one_is_and_links_the_way_on(int page, int total, bool capped, string said, bool back, bool on)
    {
        var part = Render<Pager>(p => p.Add(g => g.Page, page).Add(g => g.PageSize, 25).Add(g => g.Total, total).Add(g => g.IsCapped, capped)
            .Add(g => g.What, "events").Add(g => g.Href, to => $"/search?page={to}"));

        Assert.Equal(said, part.Find(".said").TextContent);
        Assert.Equal(back ? [$"/search?page={page - 1}"] : [], part.FindAll("[rel=prev]").Select(a => a.GetAttribute("href")));
        Assert.Equal(on ? [$"/search?page={page + 1}"] : [], part.FindAll("[rel=next]").Select(a => a.GetAttribute("href")));
    }
}
