using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Tests.Support;
using Portal.Web.Pages.Guests;

namespace Portal.Tests.Web;

/// <summary>What an agent, a manager and an admin find beside the guest data of a booking.</summary>
public sealed class GuestPrivacyPartTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;
    private BookingMade made = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        made = await world.SoldToPersonsAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private async Task<IRenderedComponent<GuestPrivacyPart>> OpenAsync(Actor actor, string role)
    {
        this.SeesAs(world, actor);
        var form = (await world.Get<ReadGuestForm>().OfBookingAsync(actor, made.Reference, default))!;
        return Render<GuestPrivacyPart>(p => p.Add(c => c.Form, form).Add(c => c.Seat, new Seat(actor.Name, role, "Sunny Trips", "Europe/Amsterdam", "EUR", null)));
    }

    [Fact]
    public async Task An_agent_takes_files_along_and_reads_when_all_is_erased()
    {
        var part = await OpenAsync(world.Ann, Roles.Agent);

        Assert.Equal($"/bookings/{made.Reference}/guests.csv", part.Find("a").GetAttribute("href"));
        Assert.Equal(2, part.FindAll("a[href$='export.json']").Count);
        Assert.Contains("Erased by itself on", part.Markup, StringComparison.Ordinal);
        Assert.Empty(part.FindAll("button"));
    }

    [Fact]
    public async Task A_manager_is_asked_before_anybody_is_erased_and_again_while_it_is_wanted()
    {
        await using (var db = world.Open())
        {
            db.Users.Add(new User { Id = world.Ann.UserId!.Value, AgencyId = world.AgencyId, DisplayName = "Ann", UserName = "ann" });
            var role = new Microsoft.AspNetCore.Identity.IdentityRole<Guid>(Roles.Manager) { Id = Guid.CreateVersion7() };
            db.AddRange(role, new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { RoleId = role.Id, UserId = world.Ann.UserId!.Value });
            await db.SaveChangesAsync();
        }
        var part = await OpenAsync(world.Ann, Roles.Manager);

        await part.FindAll("button")[0].ClickAsync(new());
        Assert.Contains("Erase what is known of Wilhelmina", part.Markup, StringComparison.Ordinal);
        await Button(part, "Erase").ClickAsync(new());
        part.WaitForAssertion(() => Assert.Contains("Event A is still ahead", part.Markup, StringComparison.Ordinal));
        Assert.Null((await world.GuestAsync(made)).ErasedAt);
        await Button(part, "Erase all the same").ClickAsync(new());

        part.WaitForAssertion(() => Assert.Contains($"The person was named in {made.Reference}.", part.Find("[role=status].small").TextContent, StringComparison.Ordinal));
        Assert.NotNull((await world.GuestAsync(made)).ErasedAt);
    }

    [Fact]
    public async Task An_admin_reads_that_values_are_not_for_them()
    {
        var part = await OpenAsync(EnablementSetUp.Admin, Roles.Admin);

        Assert.Contains("You see how far it is, not what was typed.", part.Markup, StringComparison.Ordinal);
        Assert.Empty(part.FindAll("a"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<GuestPrivacyPart> part, string words) => part.FindAll("button").Single(b => b.TextContent.Trim() == words);
}
