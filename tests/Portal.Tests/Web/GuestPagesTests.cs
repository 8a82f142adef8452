using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Web.Pages.Guests;

namespace Portal.Tests.Web;

public sealed class GuestPagesTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;
    private HandTimers timers = null!;
    private CartLine line = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        timers = this.SeesAs(world, world.Ann);
        line = await world.AddedAsync(world.Ann,
            await world.SellsAsync("A", wanted: ["last_name", "contact_email", "contact_phone", "date_of_birth", "country_of_residence", "gender"]), 1);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private IRenderedComponent<GuestsPage> Open()
    {
        var page = Render<GuestsPage>(p => p.Add(c => c.CartId, line.CartId));
        page.WaitForElement("fieldset.person");
        return page;
    }

    private async Task<string?> SavedAsync(string field) => (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!
        .Persons[0].Fields.Single(f => f.Field.Name == field).Value;

    [Fact]
    public void Each_kind_of_field_has_the_input_that_fits_it()
    {
        var page = Open();

        Assert.Equal("email", page.Find("input[id$=contact_email]").GetAttribute("type"));
        Assert.Equal("tel", page.Find("input[id$=contact_phone]").GetAttribute("type"));
        Assert.Equal(["dd", "mm", "yyyy"], page.FindAll(".date-parts input").Select(i => i.GetAttribute("placeholder")));
        Assert.Contains("Netherlands", page.Find("select[id$=country_of_residence]").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("select[id$=gender] option").Count);
    }

    [Fact]
    public async Task What_is_typed_is_saved_after_a_short_pause_and_when_the_field_is_left()
    {
        var page = Open();
        page.Find("input[id$=last_name]").Input("Byr");
        Assert.Equal("", await SavedAsync("last_name"));

        timers.RunOut();
        page.WaitForAssertion(() => Assert.Contains("saved", page.Find("input[id$=last_name]").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Equal("Byr", await SavedAsync("last_name"));

        page.Find("input[id$=last_name]").Input("Byron");
        await page.Find("input[id$=last_name]").BlurAsync(new());
        Assert.Equal("Byron", await SavedAsync("last_name"));
        Assert.Contains("saved", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_typed_date_is_kept_half_and_drawn_so_again()
    {
        var page = Open();
        page.FindAll(".date-parts input")[1].Input("12");
        await page.FindAll(".date-parts input")[1].BlurAsync(new());

        Assert.Equal("-12-", await SavedAsync("date_of_birth"));
        var again = Open();
        Assert.Equal(["", "12", ""], again.FindAll(".date-parts input").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_reading_of_the_page_does_not_overwrite_what_is_being_typed()
    {
        var page = Open();
        page.Find("input[id$=last_name]").Input("Byron");
        var guest = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!.Persons[0].Id;
        await world.Get<SaveGuest>().RunAsync(world.Ann, guest, new Dictionary<string, string> { ["last_name"] = "Elsewhere" }, CancellationToken.None);

        page.Render();

        Assert.Equal("Byron", page.Find("input[id$=last_name]").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_missing_is_marked_when_the_agent_wants_to_go_on_and_not_before()
    {
        var page = Open();
        Assert.Empty(page.FindAll(".fault"));

        await page.FindAll("button").Single(b => b.TextContent.Contains("Continue", StringComparison.Ordinal)).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(6, page.FindAll(".fault").Count));
        Assert.Contains("Last name is needed", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, world.Provider.Asked.Count(q => q == Questioned.Guests));
    }

    [Fact]
    public async Task Who_is_not_known_yet_is_said_at_once()
    {
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"));
        var person = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!.Persons[0];
        var part = Render<KnownGuestPart>(p => p.Add(c => c.Person, person));

        await part.Find("button").ClickAsync(new());

        part.WaitForAssertion(() => Assert.Contains("Nobody of that name is known.", part.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1990-05-07", "1990", "5", "7", "1990-05-07")]
    [InlineData("-12-", "", "12", "", "-12-")]
    [InlineData("", "", "", "", "")]
    [InlineData("19-5-7", "19", "5", "7", "19-5-7")]
    public void A_date_in_parts_is_the_same_date(string kept, string year, string month, string day, string again)
    {
        var parts = DateParts.Of(kept);

        Assert.Equal((year, month, day), (parts.Year, parts.Month, parts.Day));
        Assert.Equal(again, parts.ToString());
    }
}
