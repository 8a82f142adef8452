using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>A person's wish to be forgotten.</summary>
public sealed class EraseGuestTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        await using var db = world.Open();
        foreach (var manager in (Actor[])[world.Ann, world.Eve])
            db.Users.Add(new User { Id = manager.UserId!.Value, AgencyId = manager.AgencyId, DisplayName = manager.Name, UserName = manager.Name });
        var role = new IdentityRole<Guid>(Roles.Manager) { Id = Guid.CreateVersion7() };
        db.AddRange(role, new IdentityUserRole<Guid> { RoleId = role.Id, UserId = world.Ann.UserId!.Value }, new IdentityUserRole<Guid> { RoleId = role.Id, UserId = world.Eve.UserId!.Value });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<Answer<PersonErased>> EraseAsync(Guid guest, bool thoughWanted = false, Actor? actor = null) => world.Get<EraseGuest>().RunAsync(actor ?? world.Ann, guest, thoughWanted, default);

    [Fact]
    public async Task Everything_of_that_person_goes_and_nothing_of_the_others()
    {
        var made = await world.SoldToPersonsAsync();
        world.Clock.Advance(TimeSpan.FromDays(42));
        var guest = await world.GuestAsync(made);

        var answer = await EraseAsync(guest.Id);

        Assert.Equal((1, made.Reference), (answer.Value!.Records, Assert.Single(answer.Value.Bookings)));
        var kept = await world.KeptAsync();
        Assert.All(Personal.Lead.Values, value => Assert.Empty(kept.Find(value)));
        Assert.All(Personal.Companion.Values, value => Assert.NotEmpty(kept.Find(value)));
        Assert.NotEmpty(kept.Find(Personal.Buyer[BuyerField.LastName]));
        Assert.NotNull((await world.GuestAsync(made)).ErasedAt);
        var item = (await world.Get<ReadBooking>().RunAsync(world.Ann, made.Reference, default))!.Orders.Single().Items;
        Assert.Equal([GuestNames.Erased, "Bartholomeus Zwanenburg"], item.Select(i => i.Guest));
        await using var db = world.Open();
        Assert.Equal("What was known of one person was erased at that person's wish. What accounting needs is kept.", await db.History.Where(h => h.BookingId == made.BookingId).OrderByDescending(h => h.Id).Select(h => h.Said).FirstAsync());
    }

    [Fact]
    public async Task While_the_event_is_ahead_and_its_provider_wants_the_data_it_takes_a_second_word()
    {
        var guest = await world.GuestAsync(await world.SoldToPersonsAsync());

        var first = await EraseAsync(guest.Id);
        Assert.Equal(RefusalReason.NotAllowed, first.Refusal!.Reason);
        Assert.Contains("Event A is still ahead", first.Refusal.Detail, StringComparison.Ordinal);
        Assert.NotEmpty((await world.KeptAsync()).Find("XK7788990"));
        Assert.True((await EraseAsync(guest.Id, thoughWanted: true)).IsYes);

        Assert.Empty((await world.KeptAsync()).Find("XK7788990"));
    }

    [Fact]
    public async Task The_same_person_goes_wherever_the_agency_named_them_and_a_namesake_and_another_agencys_stay()
    {
        var (one, again) = (await world.SoldToPersonsAsync("A"), await world.SoldToPersonsAsync("B", world.Ben));
        var elsewhere = await world.SoldToPersonsAsync("C", world.Eve);
        var namesake = await world.GuestAsync(again, 1);
        Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, namesake.Id, new Dictionary<string, string>
        {
            [GuestFields.FirstName] = "Wilhelmina", [GuestFields.LastName] = "Łuczakova", [GuestFields.DateOfBirth] = "1990-01-01",
        }, default)).IsYes);

        var answer = await EraseAsync((await world.GuestAsync(one)).Id, thoughWanted: true);

        Assert.Equal((2, 2), (answer.Value!.Records, answer.Value.Bookings.Count));
        Assert.NotNull((await world.GuestAsync(again)).ErasedAt);
        Assert.NotNull((await world.GuestAsync(again, 1)).SealedValues);
        Assert.NotNull((await world.GuestAsync(elsewhere)).SealedValues);
    }

    [Fact]
    public async Task Who_is_the_buyer_too_is_forgotten_as_the_buyer_once_everything_is_bought()
    {
        var made = await world.SoldToPersonsAsync();
        var guest = await world.GuestAsync(made);
        await world.Get<SaveGuest>().RunAsync(world.Ann, guest.Id, new Dictionary<string, string> { [GuestFields.Email] = Personal.Buyer[BuyerField.Email] }, default);

        Assert.True((await EraseAsync(guest.Id, thoughWanted: true)).IsYes);

        var kept = await world.KeptAsync();
        Assert.All(Personal.Buyer.Values, value => Assert.Empty(kept.Find(value)));
        Assert.NotEmpty(kept.Find(Personal.Customer));
    }

    [Fact]
    public async Task Only_a_manager_of_the_agency_decides_it()
    {
        var guest = await world.GuestAsync(await world.SoldToPersonsAsync());

        foreach (var nobody in (Actor[])[world.Ben, EnablementSetUp.Admin, world.Eve])
            Assert.False((await EraseAsync(guest.Id, thoughWanted: true, nobody)).IsYes);

        Assert.NotEmpty((await world.KeptAsync()).Find("XK7788990"));
    }
}
