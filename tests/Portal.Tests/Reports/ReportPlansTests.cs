using Portal.Core.Ledger;
using Portal.Core.Reports;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Reports;

/// <summary>However many tickets were ever sold, a period's sums read that period: by an index into the agency's days, and from there by keys.</summary>
public sealed class ReportPlansTests
{
    private static readonly Period Month = Period.Month(new(2027, 3, 1));

    [Theory]
    [InlineData(ReportGroup.Provider, "\"ConnectionId\" AS \"Key\"")]
    [InlineData(ReportGroup.Agent, "\"AgentId\" AS \"Key\"")]
    [InlineData(ReportGroup.Event, "\"EventId\"")]
    [InlineData(ReportGroup.Time, "strftime")]
    [InlineData(ReportGroup.Provider, "'Customer'")]
    public async Task A_report_reads_the_days_of_its_agency_and_nothing_whole(ReportGroup group, string statement)
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);
        await world.SoldAsync(world.Ann, 50m, 2);

        await world.Get<ReadReport>().RunAsync(EnablementSetUp.Admin, new() { Group = group, Period = Month, AgencyId = world.AgencyId }, default);

        AssertByIndex(plans.Last(statement));
    }

    [Fact]
    public async Task A_statement_reads_the_days_of_its_agency_and_nothing_whole()
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);
        await world.PostedAsync(world.AgencyId, 50m);

        await world.Get<ReadStatement>().RunAsync(world.Ann, world.AgencyId, Month, 1, default);

        AssertByIndex(plans.Last("\"Said\""));
        AssertByIndex(plans.Last("\"Balance\""));
    }

    private static void AssertByIndex(IReadOnlyList<string> steps)
    {
        Assert.Contains(steps, s => s.Contains("IX_LedgerTransactions_AgencyId_At_Id (AgencyId=? AND At>", StringComparison.Ordinal));
        // What is gone through whole may only be what was just gathered.
        Assert.DoesNotContain(steps, s => s.StartsWith("SCAN", StringComparison.Ordinal) && !s.Contains("SUBQUERY", StringComparison.Ordinal) && s.Split(' ')[^1] is not ("s" or "s0" or "s1" or "l1"));
    }
}
