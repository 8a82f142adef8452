using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Desk;
using Portal.Core.Pricing;
using Portal.Tests.Support;

namespace Portal.Tests.Desk;

public sealed class ReadDeskTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<DeskView> ReadAsync(Core.Agencies.Actor? actor = null) => world.Get<ReadDesk>().RunAsync(actor ?? world.Ann, "Europe/Amsterdam", CancellationToken.None);

    [Fact]
    public async Task Holds_and_open_answers_wait_and_colleagues_see_the_agencys_orders_but_not_my_cart()
    {
        world.Provider.Next(Questioned.Commit, Fate.SilentBefore);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var made = await world.CheckedOutAsync(world.Ann);
        var held = await world.AddedAsync(world.Ann, await world.SellsAsync("B"), 2);

        var mine = await ReadAsync();
        Assert.Equal([NeedKind.Hold, NeedKind.Unknown], mine.Needs.Select(n => n.Kind));
        Assert.Equal((held.CartId, 2, held.Hold!.CommitBy), (mine.Needs[0].CartId, mine.Needs[0].Tickets, mine.Needs[0].By));
        Assert.Equal(made.Reference, mine.Needs[1].Reference);

        var bens = Assert.Single((await ReadAsync(world.Ben)).Needs);
        Assert.Equal((NeedKind.Unknown, false), (bens.Kind, bens.IsMine));
        Assert.Empty((await ReadAsync(world.Eve)).Needs);
    }

    [Fact]
    public async Task What_ran_out_asks_for_a_choice()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.Get<ExpireHolds>().RunAsync(CancellationToken.None);

        Assert.Equal(NeedKind.Choice, Assert.Single((await ReadAsync()).Needs).Kind);
    }

    [Fact]
    public async Task Todays_sales_are_mine_and_the_agencys()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 2);
        await world.CheckedOutAsync(world.Ann);
        await world.AddedAsync(world.Ben, await world.SellsAsync("B", net: 20m), 1);
        await world.CheckedOutAsync(world.Ben);

        var desk = await ReadAsync();

        Assert.Equal((100m, 2), (desk.Mine.Single().Selling.Amount, desk.Mine.Single().Tickets));
        Assert.Equal((120m, 3), (desk.Agency.Single().Selling.Amount, desk.Agency.Single().Tickets));
        Assert.Empty((await ReadAsync(world.Eve)).Agency);
    }

    [Fact]
    public async Task The_contracts_fee_is_no_margin()
    {
        await using (var db = world.Open())
        {
            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.FeePerTicket, 1.90m).SetProperty(c => c.FeeCurrency, "EUR"));
            db.PriceRules.Add(new PriceRule { Id = Guid.CreateVersion7(), AmountEach = 5m });
            await db.SaveChangesAsync();
        }
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 2);
        await world.CheckedOutAsync(world.Ann);

        var sold = (await ReadAsync()).Agency.Single();

        Assert.Equal((113.80m, 10m), (sold.Selling.Amount, sold.Margin.Amount));
    }

    [Fact]
    public async Task A_notice_stays_until_it_is_read_and_only_its_agency_can_read_it()
    {
        var notice = new Notice { Id = Guid.CreateVersion7(), AgencyId = world.AgencyId, Kind = NoticeKind.TicketsReady, Said = "The tickets are ready.", At = world.Now };
        await using (var db = world.Open())
        {
            db.Add(notice);
            await db.SaveChangesAsync();
        }

        await world.Get<SeeNotice>().RunAsync(world.Eve, notice.Id, CancellationToken.None);
        Assert.Single((await ReadAsync()).Notices);
        await world.Get<SeeNotice>().RunAsync(world.Ann, notice.Id, CancellationToken.None);
        Assert.Empty((await ReadAsync()).Notices);
    }
}
