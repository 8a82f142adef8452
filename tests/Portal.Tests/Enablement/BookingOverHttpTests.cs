using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels;
using Portal.Sandbox.OneboxChannels;
using Portal.Tests.Providers;
using Portal.Tests.Support;
using static Portal.Core.Enablement.NotEnabledReason;

namespace Portal.Tests.Enablement;

/// <summary>A provider that lets be booked, before its sandbox: what is switched off at the portal sends no call.</summary>
public sealed class BookingOverHttpTests
{
    [Fact]
    public async Task With_booking_off_for_the_promoter_and_then_for_the_channel_no_call_leaves()
    {
        await using var world = await SandboxWorld.StartAsync();
        var session = await ConnectAsync(world, world.Sandbox.OneboxChannels.Samples.Arena);
        world.Sandbox.Ledger.ForgetCalls();

        await SwitchAsync(world, promoter: false, channel: true);
        Assert.Equal(PromoterBookingOff, Assert.Single(Against(await BookAsync(world, session))).Reason);
        await SwitchAsync(world, promoter: true, channel: false);
        Assert.Equal(new(ChannelBookingOff, "Desks"), Assert.Single(Against(await BookAsync(world, session))));
        Assert.Empty(world.Sandbox.Ledger.Calls);

        await SwitchAsync(world, promoter: true, channel: true);
        var line = await BookAsync(world, session);
        Assert.Equal(HoldState.Held, line.Value?.Hold?.State);
        Assert.NotEmpty(world.Sandbox.Ledger.Calls);

        world.Sandbox.Ledger.ForgetCalls();
        await SwitchAsync(world, promoter: false, channel: true);
        var refused = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), line.Value!.CartId, null, OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.Equal(PromoterBookingOff, Assert.Single(Against(refused)).Reason);
        Assert.Empty(world.Sandbox.Ledger.Calls);
    }

    [Fact]
    public async Task What_the_provider_itself_does_not_let_be_booked_is_said_and_not_checked_out()
    {
        await using var world = await SandboxWorld.StartAsync();
        var sample = world.Sandbox.OneboxChannels.Samples.NotBookable;
        var session = await ConnectAsync(world, sample);
        await SwitchAsync(world, promoter: true, channel: true);

        await BookAsync(world, session, sample);

        var cart = await world.Get<ReadCart>().RunAsync(world.Ann, null, CancellationToken.None);
        Assert.False(cart is { CanCheckOut: true });
        Assert.Contains(cart?.Lines.SelectMany(l => l.Against) ?? [], reason => reason.Reason is HoldNotBookable or EventNotBookable);
    }

    private static Task<Answer<CartLine>> BookAsync(SandboxWorld world, Guid session, PlaceSample? sample = null)
    {
        var wanted = OneboxChannelsContractTests.Line(sample ?? world.Sandbox.OneboxChannels.Samples.Arena, 2);
        return world.Get<AddToCart>().RunAsync(
            world.Ann, new AddToCartRequest(Guid.NewGuid(), session, wanted.OfferRef, 2, SaleMode.Book, wanted.NetEach), CancellationToken.None);
    }

    /// <returns>The portal's id of the sample's session, once the catalogue has been read.</returns>
    private static async Task<Guid> ConnectAsync(SandboxWorld world, PlaceSample sample)
    {
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Desks" };
        var connection = new Connection
        {
            Id = Guid.CreateVersion7(), Name = "Onebox", ProviderKind = OneboxChannelsProvider.ProviderKind, BaseUrl = world.Sandbox.BaseUrl.ToString(), ChannelId = channel.Id,
            SealedValues = world.Get<ConnectionSeal>().Seal(new Dictionary<string, string>(OneboxChannelsContractTests.Signed)),
        };
        await using var db = world.Open();
        db.AddRange(channel, connection);
        await db.SaveChangesAsync();
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connection.Id, CancellationToken.None));
        return await db.Sessions.Where(s => s.Event!.ConnectionId == connection.Id && s.ProviderRef == $"{sample.SessionId}").Select(s => s.Id).SingleAsync();
    }

    private static async Task SwitchAsync(SandboxWorld world, bool promoter, bool channel)
    {
        await using var db = world.Open();
        await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, promoter));
        await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, channel));
    }

    private static IReadOnlyList<NotEnabled> Against<T>(Answer<T> answer) where T : notnull
    {
        Assert.Equal(RefusalReason.NotEnabled, answer.Refusal?.Reason);
        return NotEnabled.Read(answer.Refusal!.Detail);
    }
}
