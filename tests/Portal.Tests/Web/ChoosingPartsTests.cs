using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Tests.Sandbox;
using Portal.Web.Pages.Catalog;
using Portal.Web.Parts;

namespace Portal.Tests.Web;

public sealed class ChoosingPartsTests : BunitContext
{
    public ChoosingPartsTests() => Services.AddSingleton<TimeProvider>(new HandClock());

    [Fact]
    public void A_calendar_shows_each_day_with_its_price_and_lets_only_what_is_open_be_chosen()
    {
        DateOnly? chosen = null;
        var part = Render<DayCalendar>(p => p.Add(c => c.Dates, [On(8, 10), On(8, 12), On(9, 20), On(10, 10) with { Stock = 0 }, On(11, 10) with { IsOffered = false }])
            .Add(c => c.Chosen, new DateOnly(2027, 3, 8)).Add(c => c.OnChosen, day => chosen = day));

        Assert.Equal(["8 10", "9 20", "10 sold out"], part.FindAll("button.day").Select(b => string.Join(' ', b.QuerySelectorAll("[aria-hidden]").Select(s => s.TextContent))));
        Assert.Equal(["Monday 8 March 2027, from €10.00, 2 times", "Tuesday 9 March 2027, from €20.00", "Wednesday 10 March 2027, sold out"], part.FindAll("button.day .visually-hidden").Select(s => s.TextContent));
        Assert.Equal("0", part.Find("button.day[aria-pressed=true]").GetAttribute("tabindex"));
        Assert.Equal(7, part.FindAll("th[scope=col]").Count);
        part.FindAll("button.day")[1].Click();
        Assert.Equal(new DateOnly(2027, 3, 9), chosen);
    }

    [Fact]
    public void A_calendar_turns_only_between_months_that_have_days()
    {
        var part = Render<DayCalendar>(p => p.Add(c => c.Dates, [On(8, 10), On(8, 10) with { StartLocal = new DateTime(2027, 4, 2, 9, 0, 0) }]).Add(c => c.Chosen, new DateOnly(2027, 3, 8)));

        Assert.Equal("true", part.Find("[aria-label='Month before']").GetAttribute("aria-disabled"));
        part.Find("[aria-label='Month after']").Click();
        Assert.Equal("April 2027", part.Find("h2").TextContent);
        Assert.Equal("0", part.Find("button.day").GetAttribute("tabindex"));
        part.Find("[aria-label='Month after']").Click();
        Assert.Equal("April 2027", part.Find("h2").TextContent);
    }

    [Fact]
    public void A_stepper_of_several_begins_at_nobody_and_leaps_to_the_least_that_is_allowed()
    {
        var quantity = 0;
        var part = Render<QuantityStepper>(p => p.Add(s => s.Rule, new QuantityRule(Min: 10, Max: 60)).Add(s => s.Label, "Group").Add(s => s.AllowsZero, true)
            .Add(s => s.Value, quantity).Add(s => s.ValueChanged, chosen => quantity = chosen));

        Assert.Empty(part.FindAll("[role=alert]"));
        part.Find("[aria-label='More: Group']").Click();
        Assert.Equal(10, quantity);
        part.Render(p => p.Add(s => s.Value, quantity));
        part.Find("[aria-label='Fewer: Group']").Click();
        Assert.Equal(0, quantity);
    }

    private static SessionDate On(int day, decimal price) => new(Guid.NewGuid(), new DateTime(2027, 3, day, 9, 0, 0), new Money(price, "EUR"), null, true);
}
