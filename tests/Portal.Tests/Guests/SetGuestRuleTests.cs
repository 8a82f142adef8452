using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Who may say how an agency collects guest data, and that what is open follows.</summary>
public sealed class SetGuestRuleTests
{
    private static readonly GuestRule Seen = GuestRule.Of(new Agency { Name = "" });
    private static readonly GuestRule Wanted = new(SendsLinks: false, DueDays: 14, RemindDays: 2, WarnHours: 72, EraseDays: 10, Language: "nl");

    [Theory, OnEveryEngine]
    public async Task A_manager_sets_the_rule_of_their_agency_with_history_and_an_agent_does_not(DatabaseEngine engine)
    {
        await using var world = await WorldAsync(engine);

        Assert.Contains("Only a manager", (await SetAsync(world, world.Ben, Seen, Wanted)).Problem, StringComparison.Ordinal);
        Assert.Contains("Only a manager", (await SetAsync(world, world.Eve, Seen, Wanted)).Problem, StringComparison.Ordinal);
        Assert.True((await SetAsync(world, world.Ann, Seen, Wanted)).IsDone);
        Assert.Contains("Somebody else changed", (await SetAsync(world, world.Ann, Seen, Wanted)).Problem, StringComparison.Ordinal);

        var read = Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Ann, default));
        Assert.Equal((Wanted, true), (read.Rule, read.MayChange));
        Assert.Equal("Guest data of the agency Sunny Trips: links are sent by hand; due 14 days before the event; reminded every 2 days; agent warned 72 h before; erased 10 days after; language Nederlands.", Assert.Single(read.History).Said);
        Assert.False(Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Ben, default)).MayChange);
        Assert.Equal((Seen, 0), Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Eve, default)) is var other ? (other.Rule, other.History.Count) : default);
        Assert.True((await SetAsync(world, EnablementSetUp.Admin, Wanted, Seen)).IsDone);
    }

    [Theory]
    [InlineData(121, 3, 48, 30, "en", "120 days before")]
    [InlineData(7, -1, 48, 30, "en", "never (0)")]
    [InlineData(7, 3, 721, 30, "en", "720 hours")]
    [InlineData(7, 3, 48, 0, "en", "365 days after")]
    [InlineData(7, 3, 48, 30, "xx", "language from the list")]
    public async Task A_rule_that_cannot_be_changes_nothing(int dueDays, int remindDays, int warnHours, int eraseDays, string language, string said)
    {
        await using var world = await WorldAsync();

        Assert.Contains(said, (await SetAsync(world, world.Ann, Seen, new(true, dueDays, remindDays, warnHours, eraseDays, language))).Problem, StringComparison.Ordinal);
        Assert.Equal(Seen, Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Ann, default)).Rule);
    }

    [Fact]
    public async Task Open_bookings_of_the_agency_are_looked_at_at_once_and_follow_another_day_when_counted()
    {
        await using var world = await WorldAsync();
        var (open, accepted, others) = (await world.ListedAsync(world.Ann, TimeSpan.FromDays(40)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(40)), await world.ListedAsync(world.Eve, TimeSpan.FromDays(40)));
        await world.NamedAsync(world.Ann, accepted);
        await world.SubmittedAsync(accepted);
        var later = world.Now.AddDays(3);
        await using (var db = world.Open())
            await db.GuestProgress.Where(p => p.State == GuestProgressState.Collecting).ExecuteUpdateAsync(set => set.SetProperty(p => p.NextChaseAt, later));
        var due = (await world.ProgressAsync(open.BookingId)).DueAt;

        await SetAsync(world, world.Ann, Seen, Wanted);

        Assert.Equal(world.Now, (await world.ProgressAsync(open.BookingId)).NextChaseAt);
        Assert.Null((await world.ProgressAsync(accepted.BookingId)).NextChaseAt);
        Assert.Equal(later, (await world.ProgressAsync(others.BookingId)).NextChaseAt);
        await world.Get<MeasureGuests>().RunAsync(open.BookingId, default);
        Assert.Equal(due!.Value.AddDays(-7), (await world.ProgressAsync(open.BookingId)).DueAt);
    }

    [Fact]
    public async Task Whoever_decides_by_the_old_rule_at_that_moment_does_not_put_the_look_off()
    {
        await using var world = await WorldAsync();
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        await using var db = world.Open();
        var deciding = await db.GuestProgress.SingleAsync(p => p.BookingId == booking.BookingId);

        await SetAsync(world, world.Ann, Seen, Wanted);
        deciding.NextChaseAt = world.Now.AddDays(3);
        deciding.Touch();

        Assert.False(await db.TrySaveAsync(default));
        Assert.Equal(world.Now, (await world.ProgressAsync(booking.BookingId)).NextChaseAt);
    }

    private static async Task<PortalWorld> WorldAsync(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var world = await PortalWorld.StartAsync(engine);
        await world.HasMailAsync(world.Ben);
        await world.ManagesAsync(world.Ann);
        return world;
    }

    private static Task<SettingOutcome> SetAsync(PortalWorld world, Actor actor, GuestRule seen, GuestRule wanted) => world.Get<SetGuestRule>().RunAsync(actor, world.AgencyId, seen, wanted, default);
}
