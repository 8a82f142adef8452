using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Desk;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Tests.Support;
using Portal.Web.Pages.Home;

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
    public async Task Missing_guest_data_are_named_with_how_far_they_are_ones_own_first_and_lead_to_where_they_are_typed()
    {
        var others = await world.ListedAsync(world.Ben, TimeSpan.FromDays(9));
        var refused = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40), 2);
        var complete = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        await world.ListedAsync(world.Eve, TimeSpan.FromDays(9));
        await world.NamedAsync(world.Ann, refused, 2);
        await world.RefusedAsync(refused);
        await world.NamedAsync(world.Ann, complete);
        world.Clock.Advance(TimeSpan.FromDays(2));
        var (due, since) = ((await world.ProgressAsync(refused.BookingId)).DueAt!.Value, (await world.ProgressAsync(others.BookingId)).DueAt!.Value);

        var needs = (await ReadAsync()).Needs;

        Assert.Equal([(refused.Reference, true, due), (others.Reference, false, since)], needs.Select(n => (n.Reference!, n.IsMine, n.By!.Value)));
        Assert.Equal("Event " + refused.OfferRef, needs[0].What);
        Assert.Equal($"{refused.Reference}: 1 of 2 persons complete, 1 field was refused, due {VenueWords.Moment(due, null)}.", NeedWords.Say(needs[0], null));
        Assert.Equal($"{others.Reference}: 0 of 1 person complete, late since {VenueWords.Moment(since, null)}. A colleague's.", NeedWords.Say(needs[1], null));
        Assert.Equal($"/bookings/{refused.Reference}/guests", NeedWords.WayIn(needs[0]));
    }

    [Fact]
    public async Task However_many_colleagues_bookings_wait_ones_own_are_named()
    {
        await world.CountedAsync(world.Ben, Enumerable.Repeat((GuestProgressState.Late, (DateTime?)world.Now.AddHours(-1)), 30));
        var mine = await world.CountedAsync(world.Ann, [(GuestProgressState.Collecting, null)]);

        var needs = (await ReadAsync()).Needs;

        Assert.Equal(12, needs.Count);
        Assert.Equal(mine[0], needs[0].Guests!.BookingId);
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
