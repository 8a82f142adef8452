using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

public sealed class RecordFulfilmentsTests : IAsyncLifetime
{
    private PortalWorld world = null!;
    private MemoryOffer offer = null!;
    private Order order = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        offer = await world.SellsAsync("A");
        await world.AddedAsync(world.Ann, offer, 1);
        await world.CheckedOutAsync(world.Ann);
        order = (await world.OrdersAsync()).Single();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task ReportAsync(FulfilmentStatus status, DateTime start) => world.Get<RecordFulfilments>().RunAsync(order.Id,
    [
        new FulfilmentReport(order.Id, new ProviderReference("part", "1"), status, status.ToString())
        {
            EventRef = offer.EventRef, StartLocal = start, Items = [new FulfilledItem("ticket-1", offer.OfferRef)],
        },
    ], TimeSpan.FromSeconds(30), CancellationToken.None);

    private async Task<IReadOnlyList<NoticeKind>> ToldAsync()
    {
        await using var db = world.Open();
        return await db.Notices.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync();
    }

    [Fact]
    public async Task The_agent_is_told_once_when_tickets_are_ready_when_it_moves_and_when_it_is_cancelled()
    {
        var start = new DateTime(2027, 5, 1, 20, 0, 0);
        await ReportAsync(FulfilmentStatus.Processing, start);
        Assert.Empty(await ToldAsync());

        await ReportAsync(FulfilmentStatus.Completed, start);
        await ReportAsync(FulfilmentStatus.Completed, start);
        Assert.Equal([NoticeKind.TicketsReady], await ToldAsync());

        await ReportAsync(FulfilmentStatus.Completed, start.AddDays(1));
        Assert.Equal([NoticeKind.TicketsReady, NoticeKind.EventMoved], await ToldAsync());

        await ReportAsync(FulfilmentStatus.Cancelled, start.AddDays(1));
        Assert.Equal([NoticeKind.TicketsReady, NoticeKind.EventMoved, NoticeKind.EventCancelled], await ToldAsync());
        Assert.Equal(ItemState.Cancelled, (await world.OrdersAsync()).Single().Items.Single().State);
    }

    [Fact]
    public async Task What_we_took_back_ourselves_is_no_news_when_its_provider_calls_it_cancelled()
    {
        var cancelling = await world.SellsAsync("C", 10, by: world.Cancelling);
        await world.AddedAsync(world.Ann, cancelling, 1);
        await world.AddedAsync(world.Ann, offer, 1);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));
        await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest);
        order = (await world.OrdersAsync()).Single(o => o.Operations.Exists(x => x.IsUndo));
        offer = cancelling;

        await ReportAsync(FulfilmentStatus.Cancelled, new DateTime(2027, 5, 1, 20, 0, 0));

        Assert.DoesNotContain(NoticeKind.EventCancelled, await ToldAsync());
    }
}
