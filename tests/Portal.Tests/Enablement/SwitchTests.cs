using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Enablement;

/// <summary>Who decides, what is written down of it, and what two who decide at once do to each other.</summary>
public sealed class SwitchTests
{
    [Theory]
    [OnEveryEngine]
    public async Task A_decision_is_saved_with_who_made_it_and_the_second_of_two_admins_is_told(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.ListAsync("match");
        var seen = (await MatrixAsync(world)).Promoters.Single(p => p.Name == "Memory");
        Assert.True(seen is { IsNew: true, SellingOn: true, BookingOn: false, Upcoming: 1 });

        Assert.True((await SwitchAsync(world, new(seen.Id, true, true, seen.Version))).IsDone);
        var late = await SwitchAsync(world, new(seen.Id, false, false, seen.Version));

        Assert.StartsWith("Somebody else changed the promoter Memory meanwhile.", late.Problem);
        var matrix = await MatrixAsync(world);
        Assert.True(matrix.Promoters.Single(p => p.Id == seen.Id) is { IsNew: false, SellingOn: true, BookingOn: true });
        Assert.Equal(("Ines", "For the promoter Memory: booking switched on."), (Assert.Single(matrix.History).By, matrix.History[0].Said));
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_channel_is_switched_and_chosen_for_an_agency_under_the_same_rules(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var seen = (await MatrixAsync(world)).Channels.Single(c => c.Connections.Contains("Memory"));
        var choose = world.Get<ChooseChannel>();

        Assert.True((await world.Get<SwitchChannel>().RunAsync(EnablementSetUp.Admin, new(seen.Id, false, false, seen.Version), CancellationToken.None)).IsDone);
        Assert.False((await world.Get<SwitchChannel>().RunAsync(EnablementSetUp.Admin, new(seen.Id, true, true, seen.Version), CancellationToken.None)).IsDone);
        Assert.True((await choose.RunAsync(EnablementSetUp.Admin, world.AgencyId, null, seen.Id, CancellationToken.None)).IsDone);
        Assert.False((await choose.RunAsync(EnablementSetUp.Admin, world.AgencyId, null, null, CancellationToken.None)).IsDone);

        var matrix = await MatrixAsync(world);
        Assert.True(matrix.Channels.Single(c => c.Id == seen.Id) is { IsNew: false, SellingOn: false, Agencies: ["Sunny Trips"] });
        Assert.Equal(["The agency Sunny Trips sells through the sales channel Channel of Memory.", "For the sales channel Channel of Memory: selling switched off."], matrix.History.Select(h => h.Said));
    }

    [Theory]
    [OnEveryEngine]
    public async Task An_exception_is_set_changed_and_cleared_and_never_over_somebody_else_s(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var eventId = await EventAsync(world, await world.ListAsync("match"));
        var promoter = (await TraceAsync(world, eventId)).Owners[0];

        Assert.True((await ExceptAsync(world, new(eventId, promoter.Id, false, true, 0))).IsDone);
        Assert.False((await ExceptAsync(world, new(eventId, promoter.Id, null, null, 0))).IsDone);
        var set = await TraceAsync(world, eventId);
        Assert.True(set.Owners[0] is { Selling: false, Booking: true, Version: 1 });
        Assert.Contains(new NotEnabled(NotEnabledReason.PromoterSellingOffHere, "Memory"), set.Decision.AgainstSelling);
        Assert.Equal("promoter Memory", Assert.Single((await MatrixAsync(world)).Exceptions).Owner);

        Assert.True((await ExceptAsync(world, new(eventId, promoter.Id, null, null, 1))).IsDone);
        Assert.False((await ExceptAsync(world, new(eventId, promoter.Id, true, null, 1))).IsDone);
        var cleared = await TraceAsync(world, eventId);
        Assert.True(cleared.Decision.MaySell);
        Assert.Empty((await MatrixAsync(world)).Exceptions);
        Assert.Equal("match, for the promoter Memory: selling as usual, booking as usual.", (await MatrixAsync(world)).History[0].Said);
    }

    [Fact]
    public async Task An_exception_belongs_to_the_event_s_promoter_or_to_a_channel()
    {
        await using var world = await PortalWorld.StartAsync();
        var eventId = await EventAsync(world, await world.ListAsync("match"));
        var stranger = (await MatrixAsync(world)).Promoters.Single(p => p.Name == "Other");

        Assert.False((await ExceptAsync(world, new(eventId, stranger.Id, false, null, 0))).IsDone);
    }

    [Fact]
    public async Task Only_an_admin_decides_or_reads()
    {
        await using var world = await PortalWorld.StartAsync();
        var eventId = await EventAsync(world, await world.ListAsync("match"));
        var matrix = await MatrixAsync(world);

        Assert.False((await world.Get<SwitchPromoter>().RunAsync(world.Ann, new(matrix.Promoters[0].Id, false, false, 0), CancellationToken.None)).IsDone);
        Assert.False((await world.Get<SwitchChannel>().RunAsync(world.Ann, new(matrix.Channels[0].Id, false, false, 0), CancellationToken.None)).IsDone);
        Assert.False((await world.Get<ChooseChannel>().RunAsync(world.Ann, world.AgencyId, null, matrix.Channels[0].Id, CancellationToken.None)).IsDone);
        Assert.False((await world.Get<SetException>().RunAsync(world.Ann, new(eventId, matrix.Channels[0].Id, false, false, 0), CancellationToken.None)).IsDone);
        Assert.Same(EnablementMatrix.Empty, await world.Get<ReadEnablementMatrix>().RunAsync(world.Ann, null, CancellationToken.None));
        Assert.Null(await world.Get<TraceEnablement>().RunAsync(world.Ann, eventId, world.AgencyId, CancellationToken.None));
        Assert.Equal(EnablementPreview.Nothing, await world.Get<PreviewEnablement>().RunAsync(world.Ann, [new(matrix.Promoters[0].Id, false, false, 0)], [], CancellationToken.None));
        await using var db = world.Open();
        Assert.False(await db.History.AnyAsync(h => h.SwitchOf != null));
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_preview_counts_what_saving_then_moves(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.Provider.Traits = world.Provider.Traits with { CanBook = true };
        for (var number = 0; number < 5; number++)
            await world.ListAsync($"match {number}");
        var excepted = await world.ListAsync("excepted");
        await world.ExceptAsync(excepted, ofPromoter: true, selling: true, booking: null);
        await world.ListAsync("elsewhere", world.Other);
        var matrix = await MatrixAsync(world);
        var (promoter, channel) = (matrix.Promoters.Single(p => p.Name == "Memory"), matrix.Channels.Single(c => c.Connections.Contains("Memory")));

        Assert.Equal(new(0, 0, 0, 0), await PreviewAsync(world, [new(promoter.Id, true, true, 0)]));
        Assert.Equal(new(0, 0, 6, 0), await PreviewAsync(world, [new(promoter.Id, true, true, 0), new(channel.Id, true, true, 0)]));
        Assert.Equal(new(0, 5, 0, 0), await PreviewAsync(world, [new(promoter.Id, false, false, 0)]));
        Assert.Equal(new(0, 6, 0, 0), await PreviewAsync(world, [new(channel.Id, false, false, 0)]));
        Assert.Equal(new(0, 1, 0, 0), await world.Get<PreviewEnablement>().RunAsync(
            EnablementSetUp.Admin, [], [new(await EventAsync(world, excepted), promoter.Id, false, null, 0)], CancellationToken.None));

        await using (var db = world.Open())
            await db.Events.Where(e => e.Name == "match 0").ExecuteUpdateAsync(set => set.SetProperty(e => e.NoBooking, "not reservable"));
        Assert.Equal(new(0, 0, 5, 0), await PreviewAsync(world, [new(promoter.Id, true, true, 0), new(channel.Id, true, true, 0)]));

        await SwitchAsync(world, new(promoter.Id, false, false, promoter.Version));
        Assert.Equal(["elsewhere", "excepted"], (await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery(), CancellationToken.None)).Rows.Select(r => r.Name).Order());
        Assert.Equal(new(5, 0, 0, 0), await PreviewAsync(world, [new(promoter.Id, true, false, 0)]));
    }

    [Fact]
    public async Task A_trace_judges_for_the_agency_that_is_asked_about()
    {
        await using var world = await PortalWorld.StartAsync();
        var eventId = await EventAsync(world, await world.ListAsync("match"));
        var other = (await MatrixAsync(world)).Channels.Single(c => c.Connections.Contains("Other"));
        await world.Get<ChooseChannel>().RunAsync(EnablementSetUp.Admin, world.AgencyId, null, other.Id, CancellationToken.None);

        var trace = (await world.Get<TraceEnablement>().RunAsync(EnablementSetUp.Admin, eventId, world.AgencyId, CancellationToken.None))!;

        Assert.Equal([new NotEnabled(NotEnabledReason.OtherChannel, "Channel of Memory")], trace.Decision.AgainstSelling);
        Assert.True((await TraceAsync(world, eventId)).Decision.MaySell);
        Assert.All(trace.Verdicts, v => Assert.NotEqual("It is for sale", EnablementWords.Asks(v.Condition, trace.Facts)));
    }

    [Fact]
    public async Task A_search_for_a_promoter_finds_it_by_its_own_and_its_connection_s_words()
    {
        await using var world = await PortalWorld.StartAsync();

        Assert.Equal(["Memory"], (await world.Get<ReadEnablementMatrix>().RunAsync(EnablementSetUp.Admin, "mem", CancellationToken.None)).Promoters.Select(p => p.Name));
        Assert.Equal(0, (await world.Get<ReadEnablementMatrix>().RunAsync(EnablementSetUp.Admin, "mem zzz", CancellationToken.None)).PromotersFound);
    }

    [Fact]
    public async Task A_refresh_of_the_catalogue_leaves_the_switches_alone_and_marks_what_it_finds_as_new()
    {
        await using var world = await PortalWorld.StartAsync();
        var start = DateTime.SpecifyKind(world.Now.AddDays(30), DateTimeKind.Unspecified);
        CatalogEvent Listed(string name, string promoter) => new(name, name, EventStatus.OnSale, "x") { Promoter = new(promoter, promoter), Sessions = [new("s", start, start, true)] };
        world.Provider.Lists = _ => [new([Listed("a", "Ajax")], null)];
        await RefreshAsync(world);
        var ajax = (await MatrixAsync(world)).Promoters.Single(p => p.Name == "Ajax");
        Assert.True(ajax is { IsNew: true, SellingOn: true, BookingOn: false });
        await SwitchAsync(world, new(ajax.Id, false, true, ajax.Version));

        world.Provider.Lists = _ => [new([Listed("a", "Ajax"), Listed("b", "Feyenoord")], null)];
        await RefreshAsync(world);

        var matrix = await MatrixAsync(world);
        Assert.True(matrix.Promoters.Single(p => p.Name == "Ajax") is { IsNew: false, SellingOn: false, BookingOn: true });
        Assert.True(matrix.Promoters.Single(p => p.Name == "Feyenoord") is { IsNew: true, SellingOn: true, BookingOn: false });
    }

    private static Task<EnablementMatrix> MatrixAsync(PortalWorld world) => world.Get<ReadEnablementMatrix>().RunAsync(EnablementSetUp.Admin, null, CancellationToken.None);

    private static Task<SwitchOutcome> SwitchAsync(PortalWorld world, Switching wanted) => world.Get<SwitchPromoter>().RunAsync(EnablementSetUp.Admin, wanted, CancellationToken.None);

    private static Task<SwitchOutcome> ExceptAsync(PortalWorld world, Excepting wanted) => world.Get<SetException>().RunAsync(EnablementSetUp.Admin, wanted, CancellationToken.None);

    private static Task<EnablementPreview> PreviewAsync(PortalWorld world, IReadOnlyList<Switching> wanted) =>
        world.Get<PreviewEnablement>().RunAsync(EnablementSetUp.Admin, wanted, [], CancellationToken.None);

    private static async Task<EnablementTrace> TraceAsync(PortalWorld world, Guid eventId) =>
        (await world.Get<TraceEnablement>().RunAsync(EnablementSetUp.Admin, eventId, null, CancellationToken.None))!;

    private static async Task<Guid> EventAsync(PortalWorld world, Guid sessionId)
    {
        await using var db = world.Open();
        return await db.Sessions.Where(s => s.Id == sessionId).Select(s => s.EventId).SingleAsync();
    }

    private static async Task RefreshAsync(PortalWorld world)
    {
        await using var db = world.Open();
        await world.Get<RefreshCatalog>().RunAsync(await db.Connections.Where(c => c.ProviderKind == world.Provider.Kind).Select(c => c.Id).SingleAsync(), CancellationToken.None);
    }
}
