using Microsoft.EntityFrameworkCore;
using Portal.Core.Desk;
using Portal.Core.Guests;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>However many bookings wait for guest data, a page of the board is found and counted in one index, and the rest is read by keys.</summary>
public sealed class GuestBoardPlansTests
{
    private const string OfAgency = "COVERING INDEX IX_GuestProgress_AgencyId_State_DueAt_BookingId_AgentId_Refused (AgencyId=? AND State=?";
    private const string OfAll = "COVERING INDEX IX_GuestProgress_State_DueAt_BookingId (State=?";

    [Theory]
    [InlineData(false, GuestBoardGroup.Missing, false, OfAgency)]
    [InlineData(false, GuestBoardGroup.Refused, true, OfAgency)]
    [InlineData(false, GuestBoardGroup.All, false, OfAgency)]
    [InlineData(true, GuestBoardGroup.Missing, false, OfAll)]
    public async Task A_page_is_found_and_counted_in_one_index(bool isAdmin, GuestBoardGroup group, bool isMine, string index)
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);
        await FillAsync(world);

        await world.Get<FindGuestProgress>().RunAsync(isAdmin ? EnablementSetUp.Admin : world.Ann, new() { Group = group, IsMine = isMine }, default);

        AssertBy(index, plans.Last("COUNT("));
        AssertBy(index, plans.Last("\"DueAt\" IS NOT NULL"));
        AssertBy(index, plans.Last("\"DueAt\" IS NULL"));
    }

    [Theory]
    [InlineData("\"SealedCustomer\"")]
    [InlineData("\"ProviderKind\"")]
    [InlineData("\"SeenAt\"")]
    public async Task What_a_page_shows_is_read_by_keys(string statement)
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);
        await FillAsync(world);

        await world.Get<FindGuestProgress>().RunAsync(world.Ann, new(), default);

        AssertByKeys(plans.Last(statement));
    }

    [Fact]
    public async Task The_desk_takes_the_first_from_the_same_index_and_passes_by_what_is_sold()
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);
        await FillAsync(world);

        await world.Get<ReadDesk>().RunAsync(world.Ann, null, default);

        AssertBy(OfAgency, plans.Last("\"DueAt\" IS NOT NULL"));
        AssertByKeys(plans.Last("\"Reference\""));
        AssertByKeys(plans.Last("\"Slot\" = 0"));
        Assert.Contains(plans.Last("\"RefusedFor\" IS NOT NULL"), step => step.Contains("IX_Orders_AgencyId_State (AgencyId=? AND State=?)", StringComparison.Ordinal));
    }

    // What is gone through whole may only be what was just gathered.
    private static void AssertByKeys(IReadOnlyList<string> steps) =>
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("SUBQUERY", StringComparison.Ordinal));

    private static async Task FillAsync(PortalWorld world)
    {
        await world.CountedAsync(world.Ann, [(GuestProgressState.Late, world.Now.AddHours(-1)), (GuestProgressState.Collecting, world.Now.AddHours(1)), (GuestProgressState.Collecting, null)]);
        await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        await using var db = world.Open();
        await db.GuestProgress.ExecuteUpdateAsync(set => set.SetProperty(p => p.Refused, 1));
    }

    private static void AssertBy(string index, IReadOnlyList<string> steps)
    {
        Assert.Contains(steps, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
