using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Desk;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>The list of deadlines, and who may set the rule behind it.</summary>
public sealed class FindDeadlinesTests
{
    [Theory, OnEveryEngine]
    public async Task The_next_deadline_comes_first_with_what_is_paid_and_what_will_happen(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.Keeping.KeptFor = TimeSpan.FromDays(3);
        var later = await world.BookedAsync(2, "L");
        world.Keeping.KeptFor = TimeSpan.FromHours(5);
        var sooner = await world.BookedAsync(1, "S");

        var rows = (await ReadAsync(world, new DeadlineQuery())).Rows;

        Assert.Equal([sooner.Id, later.Id], rows.Select(r => r.OrderId));
        Assert.Equal((sooner.KeptUntil, 1, 0, 50m, 0m, 50m), (rows[0].Deadline, rows[0].ItemIds.Count, rows[0].Later, rows[0].Selling.Amount, rows[0].Money!.Paid.Amount, rows[0].Money!.Open.Amount));
        Assert.Equal((1, 1, Prospect.YouDecide, true, true), (rows[1].ItemIds.Count, rows[1].Later, rows[1].Outlook.Prospect, rows[1].CanBuy, rows[1].CanFree));
        Assert.Equal(sooner.Id, Assert.Single((await ReadAsync(world, new DeadlineQuery { Within = DeadlineSpan.Day })).Rows).OrderId);
        Assert.Equal(2, (await ReadAsync(world, new DeadlineQuery { Within = DeadlineSpan.Week, IsMine = true })).Total);
        Assert.Equal(0, (await world.Get<FindDeadlines>().RunAsync(world.Ben, new DeadlineQuery { IsMine = true }, default)).Total);
        Assert.Equal(0, (await world.Get<FindDeadlines>().RunAsync(world.Eve, new DeadlineQuery(), default)).Total);
        Assert.Equal(2, (await world.Get<FindDeadlines>().RunAsync(EnablementSetUp.Admin, new DeadlineQuery(), default)).Total);
    }

    [Fact]
    public async Task Home_names_near_deadlines_and_not_what_was_given_up()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var far = await world.BookedAsync(1);
        Assert.DoesNotContain(await NeedsAsync(world), n => n == NeedKind.Deadline);

        world.GoTo(far.KeptUntil!.Value.AddHours(-20));
        Assert.Contains(NeedKind.Deadline, await NeedsAsync(world));

        await world.Get<GiveUpItems>().RunAsync(world.Ann, new(Guid.NewGuid(), far.Id, []), default);
        Assert.DoesNotContain(NeedKind.Deadline, await NeedsAsync(world));
    }

    [Theory]
    [InlineData("", DeadlineSpan.All, false, 1)]
    [InlineData("within=day&whose=mine&page=3", DeadlineSpan.Day, true, 3)]
    [InlineData("within=week", DeadlineSpan.Week, false, 1)]
    [InlineData("within=century&whose=yours&page=-2", DeadlineSpan.All, false, 1)]
    public void A_query_goes_into_the_address_and_back(string address, DeadlineSpan within, bool isMine, int page)
    {
        var query = DeadlineQuery.Parse("?" + address);

        Assert.Equal(new DeadlineQuery { Within = within, IsMine = isMine, Page = page }, query);
        Assert.Equal(query, DeadlineQuery.Parse(query.ToQueryString()));
    }

    [Fact]
    public async Task A_manager_sets_the_rule_of_their_agency_with_history_and_an_agent_does_not()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.ManagesAsync(world.Ann);
        await world.HasMailAsync(world.Ben);
        var seen = new ConversionSettings(ConversionRule.ByHand, 6, 48, 6);
        var wanted = new ConversionSettings(ConversionRule.BeforeDeadline, 12, 72, 8);

        Assert.False((await SetAsync(world, world.Ben, seen, wanted)).IsDone);
        Assert.False((await SetAsync(world, world.Eve, seen, wanted)).IsDone);
        Assert.Contains("720", (await SetAsync(world, world.Ann, seen, wanted with { HoursBefore = 0 })).Problem, StringComparison.Ordinal);
        Assert.True((await SetAsync(world, world.Ann, seen, wanted)).IsDone);
        Assert.Contains("Somebody else changed", (await SetAsync(world, world.Ann, seen, wanted)).Problem, StringComparison.Ordinal);

        var read = Assert.Single(await world.Get<ReadConversion>().RunAsync(world.Ann, default));
        Assert.Equal((wanted, true), (read.Settings, read.MayChange));
        Assert.Contains("from 12 h before the deadline", Assert.Single(read.History).Said, StringComparison.Ordinal);
        Assert.False(Assert.Single(await world.Get<ReadConversion>().RunAsync(world.Ben, default)).MayChange);
    }

    private static Task<SettingOutcome> SetAsync(PortalWorld world, Actor actor, ConversionSettings seen, ConversionSettings wanted) =>
        world.Get<SetConversion>().RunAsync(actor, world.AgencyId, seen, wanted, default);

    private static Task<DeadlineList> ReadAsync(PortalWorld world, DeadlineQuery query) => world.Get<FindDeadlines>().RunAsync(world.Ann, query, default);

    private static async Task<IEnumerable<NeedKind>> NeedsAsync(PortalWorld world) => (await world.Get<ReadDesk>().RunAsync(world.Ann, null, default)).Needs.Select(n => n.Kind);
}
