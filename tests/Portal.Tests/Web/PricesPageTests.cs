using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Pricing;
using Portal.Tests.Support;
using Portal.Web.Pages.Prices;

namespace Portal.Tests.Web;

public sealed class PricesPageTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        this.SeesAs(world, Actor.Admin(Guid.CreateVersion7(), "Ines Keller"));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private static Task ClickAsync(IRenderedComponent<PricesPage> page, string words) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == words).ClickAsync();

    [Fact]
    public async Task A_rule_is_written_previewed_saved_and_kept_in_the_history()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 2);
        await world.CheckedOutAsync(world.Ann);
        var page = Render<PricesPage>();
        await page.WaitForElement("button.primary").ClickAsync();

        await page.Find("#rule-percent").ChangeAsync("10");
        page.WaitForAssertion(() => Assert.Contains("2 of the 2 tickets sold in the last 30 days would have had another price. Agencies would have earned €10.00 more.", page.Markup, StringComparison.Ordinal));
        await page.Find("#rule-agency").ChangeAsync(world.Eve.AgencyId.ToString());
        page.WaitForAssertion(() => Assert.Contains("None of the 2 tickets", page.Markup, StringComparison.Ordinal));
        await page.Find(".rule-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Saved. It counts for what is quoted from now on", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".rule-form"));
        Assert.Contains("Added a markup of 10 % for Cloudy Trips.", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        await using var db = world.Open();
        Assert.Equal((10m, world.Eve.AgencyId), await db.PriceRules.Select(r => new ValueTuple<decimal, Guid?>(r.Percent, r.AgencyId)).SingleAsync());
    }

    [Fact]
    public async Task What_is_refused_stays_in_the_form()
    {
        var page = Render<PricesPage>();
        await page.WaitForElement("button.primary").ClickAsync();
        await page.Find("#rule-percent").ChangeAsync("12,5");
        await world.Get<SavePriceRule>().RunAsync(Actor.Admin(Guid.NewGuid(), "Somebody"), new PriceRuleDraft(null, PriceRuleKind.Markup, 0), default);

        await page.Find(".rule-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("There is a markup for exactly this already.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("12.5", page.Find("#rule-percent").GetAttribute("value"));
        await page.Find("#rule-percent").ChangeAsync("lots");
        page.WaitForAssertion(() => Assert.Contains("'lots' is no amount.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rate_that_looks_like_a_slip_waits_for_a_second_look()
    {
        var page = Render<PricesPage>();
        page.WaitForElement("#rate-from");
        await page.Find("#rate-from").ChangeAsync("gbp");
        await page.Find("#rate-to").ChangeAsync("EUR");
        await page.Find("#rate-rate").ChangeAsync("11.65");
        page.WaitForAssertion(() => Assert.Contains("it moves by 900 %", page.Markup, StringComparison.Ordinal));

        await page.Find("form[aria-labelledby=one-rate]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Nothing was taken.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await page.Find("form[aria-labelledby=one-rate] input[type=checkbox]").ChangeAsync(true);
        await page.Find("form[aria-labelledby=one-rate]").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Entered: 1 GBP = 11.6500 EUR.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_with_a_bad_line_is_shown_and_nothing_of_it_is_taken()
    {
        var page = Render<PricesPage>();
        page.WaitForElement("#rates-file");
        Upload(page, $"USD,EUR,0.93,{world.Now:yyyy-MM-dd}\nGBB,EUR,1.2,{world.Now:yyyy-MM-dd}\n");

        page.WaitForAssertion(() => Assert.Contains("'GBB' is no currency.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Nothing was taken. Mend the line", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.StartsWith("Take", StringComparison.Ordinal));

        Upload(page, $"USD,EUR,0.93,{world.Now:yyyy-MM-dd}\nGBP,EUR,1.2,{world.Now:yyyy-MM-dd}\n");
        page.WaitForAssertion(() => Assert.Contains("Take all 2 rates", page.Markup, StringComparison.Ordinal));
        await ClickAsync(page, "Take all 2 rates");
        page.WaitForAssertion(() => Assert.Contains("2 rates were taken.", page.Markup, StringComparison.Ordinal));
        await using var db = world.Open();
        Assert.Equal(SampleRates.All.Count() + 2, await db.ExchangeRates.CountAsync());
    }

    private static void Upload(IRenderedComponent<PricesPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "rates.csv"));
}
