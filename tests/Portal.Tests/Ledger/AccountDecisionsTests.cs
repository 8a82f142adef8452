using Microsoft.EntityFrameworkCore;
using Portal.Core.Ledger;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>What admins decide about an agency's account, and what is written down of it.</summary>
public sealed class AccountDecisionsTests
{
    [Theory, OnEveryEngine]
    public async Task A_transfer_is_recorded_once_however_often_it_is_sent(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        await world.PostedAsync(world.AgencyId, 500m);
        var request = new SettlementRequest(Guid.NewGuid(), world.AgencyId, 300m, DateOnly.FromDateTime(world.Now), "INV 7");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Get<RecordSettlement>().RunAsync(EnablementSetUp.Admin, request, default))));

        Assert.All(outcomes, o => Assert.True(o.IsDone, o.Problem));
        Assert.Equal(200m, await world.SumAsync(LedgerAccount.Agency));
        Assert.Equal(300m, await world.SumAsync(LedgerAccount.Bank));
        Assert.Single((await world.Get<ReadAccount>().RunAsync(EnablementSetUp.Admin, world.AgencyId, default))!.Decided);
    }

    [Fact]
    public async Task A_correction_says_why_and_a_fault_records_nothing()
    {
        await using var world = await PortalWorld.StartAsync();
        var correct = world.Get<CorrectAccount>();

        Assert.False((await correct.RunAsync(EnablementSetUp.Admin, new(Guid.NewGuid(), world.AgencyId, -5m, false, " "), default)).IsDone);
        Assert.False((await correct.RunAsync(EnablementSetUp.Admin, new(Guid.NewGuid(), world.AgencyId, 0.005m, false, "x"), default)).IsDone);
        Assert.False((await correct.RunAsync(world.Ann, new(Guid.NewGuid(), world.AgencyId, -5m, false, "mine"), default)).IsDone);
        Assert.True((await correct.RunAsync(EnablementSetUp.Admin, new(Guid.NewGuid(), world.AgencyId, -5m, false, "Late tickets"), default)).IsDone);

        var line = Assert.Single((await world.Get<ReadStatement>().RunAsync(world.Ann, world.AgencyId, null, 1, default))!.Lines);
        Assert.Equal(("Correction: Late tickets", -5m), (line.What, line.Amount.Amount));
    }

    [Theory, OnEveryEngine]
    public async Task A_limit_below_what_is_used_is_taken_and_what_follows_is_said(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.PostedAsync(world.AgencyId, 500m);
        var set = world.Get<SetCredit>();

        Assert.True((await set.RunAsync(EnablementSetUp.Admin, world.AgencyId, null, 1000m, default)).IsDone);
        Assert.Contains("Somebody else", (await set.RunAsync(EnablementSetUp.Admin, world.AgencyId, null, 5m, default)).Problem, StringComparison.Ordinal);
        Assert.False((await set.RunAsync(world.Ann, world.AgencyId, 1000m, null, default)).IsDone);
        Assert.False((await set.RunAsync(EnablementSetUp.Admin, world.AgencyId, 1000m, -1m, default)).IsDone);
        var cut = await set.RunAsync(EnablementSetUp.Admin, world.AgencyId, 1000m, 100m, default);

        Assert.StartsWith("Credit limit of Sunny Trips: was €1,000.00, now €100.00. €400.00 more than that is owed, held or under way.", cut.Said, StringComparison.Ordinal);
        var account = (await world.Get<ReadAccount>().RunAsync(EnablementSetUp.Admin, world.AgencyId, default))!;
        Assert.Equal((100m, -400m), (account.Exposure.Limit!.Value, account.Exposure.Free!.Value));
        Assert.Equal(["was €1,000.00, now €100.00.", "was no limit, now €1,000.00."], account.Decided.Select(d => d.Said[(d.Said.IndexOf(':', StringComparison.Ordinal) + 2)..]));
        var row = Assert.Single((await world.Get<ReadAgencies>().RunAsync(EnablementSetUp.Admin, new(Text: "sunny", OverdrawnOnly: true), default)).Rows);
        Assert.True(row.IsOverdrawn);
        Assert.Empty((await world.Get<ReadAgencies>().RunAsync(world.Ann, new(), default)).Rows);
        Assert.Equal(2, (await world.Get<ReadAgencies>().RunAsync(EnablementSetUp.Admin, new(Sort: AgencySort.Balance), default)).Total);
    }

    [Fact]
    public async Task An_address_is_for_the_next_documents_and_its_change_is_written_down()
    {
        await using var world = await PortalWorld.StartAsync();

        Assert.True((await world.Get<SetAddress>().RunAsync(EnablementSetUp.Admin, world.AgencyId, " Kade 1\r\n1000 AA Amsterdam ", default)).IsDone);

        await using var db = world.Open();
        Assert.Equal("Kade 1\n1000 AA Amsterdam", (await db.Agencies.SingleAsync(a => a.Id == world.AgencyId)).Address);
        Assert.Equal(world.AgencyId, (await db.History.SingleAsync(h => h.AccountOf != null)).AccountOf);
    }
}
