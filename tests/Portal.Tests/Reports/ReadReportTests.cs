using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Ledger;
using Portal.Core.Reports;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Reports;

public sealed class ReadReportTests
{
    private static Task<Report> ReadAsync(PortalWorld world, ReportQuery query, Actor? actor = null) => world.Get<ReadReport>().RunAsync(actor ?? EnablementSetUp.Admin, query, default);

    [Theory, OnEveryEngine]
    public async Task Whatever_the_rows_are_their_sums_are_the_ledger_s(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FurnishAsync(world);
        foreach (var group in Enum.GetValues<ReportGroup>())
            foreach (var period in (Period[])[Period.Month(new(2027, 3, 1)), new(new(2027, 3, 1), new(2027, 3, 1)), new(new(2027, 3, 3), new(2027, 3, 9))])
            {
                var report = await ReadAsync(world, new() { Group = group, Period = period, AgencyId = world.AgencyId });

                var (since, until) = period.Instants("Europe/Amsterdam");
                bool Within(LedgerTransaction t) => t.AgencyId == world.AgencyId && t.At >= since && t.At < until && t.Kind is LedgerKind.Sale or LedgerKind.Cancellation;
                var (sales, owed) = (-await world.SumAsync(LedgerAccount.Sales, Within), await world.SumAsync(LedgerAccount.Agency, Within));
                var rows = report.Rows.Aggregate(Figures.None, (sum, r) => sum + r.Figures);
                Assert.Equal((sales, sales - owed), (rows.Turnover, rows.Margin));
                Assert.Equal((sales, owed), (report.Totals.Sum(t => t.Figures.Turnover), report.Totals.Sum(t => t.Figures.Owed)));
                Assert.Equal(rows, report.Steps.Aggregate(Figures.None, (sum, r) => sum + r.Figures));
            }
    }

    [Theory, OnEveryEngine]
    public async Task What_is_taken_back_counts_on_the_day_it_comes_back(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FurnishAsync(world);

        var report = await ReadAsync(world, new() { Group = ReportGroup.Time, AgencyId = world.AgencyId });

        var days = report.Rows.Where(r => r.Figures != Figures.None).Select(r => (r.From!.Value.Day, r.Figures.Sold, r.Figures.Back, r.Figures.Sales, r.Figures.Returned));
        // 50 × 2 and 30 on the first; the second half of the next evening is the third day in Amsterdam; 80 of 100 came back on the fourth.
        Assert.Equal([(1, 3, 0, 130m, 0m), (3, 1, 0, 20m, 0m), (4, 0, 2, 0m, 80m)], days);
        Assert.Equal(31, report.Rows.Count);
    }

    [Theory, OnEveryEngine]
    public async Task Rows_are_named_and_sorted_and_filters_narrow_them(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FurnishAsync(world);

        var providers = await ReadAsync(world, new() { AgencyId = world.AgencyId });
        Assert.Equal([("Memory", 50m), ("Cancelling", 20m)], providers.Rows.Select(r => (r.Name, r.Figures.Turnover)));
        Assert.Equal(["Cancelling", "Memory"], (await ReadAsync(world, new() { AgencyId = world.AgencyId, IsTurned = true })).Rows.Select(r => r.Name));
        Assert.Equal("Memory", Assert.Single((await ReadAsync(world, new() { Provider = "Memory", AgencyId = world.AgencyId })).Rows).Name);
        Assert.Equal(["Cancelling", "Memory"], (await ReadAsync(world, new() { AgencyId = world.AgencyId, Sort = ReportSort.Name })).Rows.Select(r => r.Name));
        Assert.Equal(31, (await ReadAsync(world, new() { AgencyId = world.AgencyId, Group = ReportGroup.Time, IsTurned = true })).Rows[0].From!.Value.Day);
        Assert.Equal(2, (await ReadAsync(world, new() { Group = ReportGroup.Agency })).Rows.Count);
        var events = await ReadAsync(world, new() { Group = ReportGroup.Event, AgencyId = world.AgencyId });
        Assert.Equal(4, events.Rows.Count);
        Assert.Contains(events.Rows, r => r.Name == ReadReport.BesideTickets && r.Figures.Turnover == 20m);
        Assert.Equal(70m, providers.Totals.Single().Figures.Turnover);
    }

    [Theory, OnEveryEngine]
    public async Task An_agent_sees_what_they_sold_a_manager_the_agency_and_neither_another_agency(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FurnishAsync(world);
        var mia = await ManagerAsync(world);

        Assert.Equal(50m, (await ReadAsync(world, new(), world.Ann)).Totals.Single().Figures.Turnover);
        Assert.Equal(20m, (await ReadAsync(world, new() { AgentId = world.Ann.UserId }, world.Ben)).Totals.Single().Figures.Turnover);
        Assert.Equal(70m, (await ReadAsync(world, new(), mia)).Totals.Single().Figures.Turnover);
        Assert.Equal(20m, (await ReadAsync(world, new() { AgentId = world.Ben.UserId }, mia)).Totals.Single().Figures.Turnover);
        Assert.Empty((await ReadAsync(world, new() { AgencyId = world.Eve.AgencyId }, mia)).Totals);
        Assert.Empty((await ReadAsync(world, new() { AgencyId = world.AgencyId }, world.Eve)).Totals);
        Assert.Equal(7m, (await ReadAsync(world, new(), world.Eve)).Totals.Single().Figures.Turnover);
    }

    [Theory, OnEveryEngine]
    public async Task What_customers_still_owe_is_said_for_the_bookings_of_the_period(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FurnishAsync(world);

        var report = await ReadAsync(world, new() { AgencyId = world.AgencyId });

        Assert.Equal(70m, Assert.Single(report.Unpaid).Amount);
        Assert.Equal([30m, 20m, 20m], report.UnpaidBookings.Select(b => b.Unpaid.Amount));
        Assert.Empty((await ReadAsync(world, new() { Period = Period.Month(new(2027, 4, 1)) })).Unpaid);
    }

    [Fact]
    public void A_report_survives_its_own_address()
    {
        var query = new ReportQuery
        {
            Group = ReportGroup.Time, Step = ReportStep.Week, Period = new(new(2026, 3, 5), new(2026, 4, 1)), Provider = "Onebox & Söhne", AgentId = Guid.NewGuid(), AgencyId = Guid.NewGuid(), Sort = ReportSort.Margin,
            IsTurned = true,
        };

        Assert.Equal(query, ReportQuery.Parse("?" + query.ToQueryString(), new(2026, 11, 21)));
        Assert.Equal("", ReportQuery.Parse("by=nonsense&step=7&sort=-1&agent=me&order=down", new(2026, 11, 21)).ToQueryString());
    }

    [Theory]
    [InlineData(ReportStep.Day, 31)]
    [InlineData(ReportStep.Week, 5)]
    [InlineData(ReportStep.Month, 1)]
    public void Steps_cover_the_period_whole(ReportStep step, int count) =>
        Assert.Equal(count, ReportSteps.Of([], "EUR", Period.Month(new(2027, 3, 1)), step, "UTC").Count);

    [Fact]
    public void Too_many_steps_become_longer_ones() =>
        Assert.InRange(ReportSteps.Of([], "EUR", new(new(2000, 1, 1), new(2030, 12, 31)), ReportStep.Day, "UTC").Count, 300, 400);

    /// <summary>The 1st: Ann sells 2 × 50 and 30… of the first 80 come back on the 4th; Ben sells 20 an hour after Amsterdam's midnight; Eve 7 elsewhere.</summary>
    private static async Task FurnishAsync(PortalWorld world)
    {
        var made = await world.SoldAsync(world.Ann, 50m, 2, world.Cancelling);
        await world.SoldAsync(world.Ann, 30m);
        await world.SoldAsync(world.Eve, 7m);
        world.Clock.Advance(new DateTimeOffset(2027, 3, 2, 23, 30, 0, TimeSpan.Zero) - world.Time.GetUtcNow());
        await world.SoldAsync(world.Ben, 20m);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.TakenBackAsync(world.Ann, made, 80m);
    }

    private static async Task<Actor> ManagerAsync(PortalWorld world)
    {
        await using var db = world.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = "mia", DisplayName = "Mia", AgencyId = world.AgencyId };
        var role = new IdentityRole<Guid>(Roles.Manager) { Id = Guid.CreateVersion7() };
        db.AddRange(user, role, new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id });
        await db.SaveChangesAsync();
        return Actor.Agent(user.Id, world.AgencyId, "Mia");
    }
}
