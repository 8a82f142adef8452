using System.Text;
using Portal.Core.Bookings;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels;
using Portal.Sandbox;
using static Portal.Tests.Providers.OneboxChannelsContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxChannelsOrderTests : OneboxChannelsInSandbox
{
    private HoldLine Two => Line(Samples.Theatre, 2);

    [Fact]
    public async Task Preparing_locks_the_places_for_45_minutes_and_nothing_gives_them_back()
    {
        var prepared = await PreparedAsync(Two);

        Assert.Equal(Bench.Clock.Now.AddMinutes(45), prepared.ExpiresAt);
        Assert.Equal(Two.NetEach * 2, prepared.Total);
        Assert.Contains("09:45 UTC", No(RefusalReason.NotAllowed, await Provider.ReleaseAsync(Call(), default)).Detail, StringComparison.Ordinal);
        No(RefusalReason.NotAllowed, await Provider.ChangeHoldAsync(Call(), Request(Two with { Quantity = 3 }), default));
        Assert.Equal(HoldFound.Alive, Yes(await Provider.LookUpHoldAsync(Call(), Request(Two), default)).Found);
        Bench.Clock.Advance(TimeSpan.FromMinutes(45));
        Yes(await Provider.ReleaseAsync(Call(), default));
    }

    [Theory]
    [InlineData(ScenarioKind.SilentBefore, PrepareFound.NotPreparedHoldAlive)]
    [InlineData(ScenarioKind.ServerErrorBefore, PrepareFound.NotPreparedHoldAlive)]
    [InlineData(ScenarioKind.SilentAfter, PrepareFound.HoldOver)]
    [InlineData(ScenarioKind.Malformed, PrepareFound.HoldOver)]
    public async Task A_lost_preparation_is_told_from_the_cart_and_says_how_long_places_may_be_locked(ScenarioKind loss, PrepareFound expected)
    {
        await HeldAsync(Two);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(Two), Ada, null), default));
        var request = Commit(Two.NetEach * 2, Two);
        Happens("order.create", loss);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.PrepareAsync(Call(), request, default));

        var found = Yes(await Provider.LookUpPrepareAsync(Call(), request, default));

        Assert.Equal(expected, found.Found);
        Assert.Equal(expected is PrepareFound.HoldOver ? request.AskedAt.AddMinutes(45) : null, found.LockedUntil);
        // The look-up wrote the buyer again, so the cart is still ready.
        if (expected is PrepareFound.NotPreparedHoldAlive)
            Yes(await Provider.PrepareAsync(Call(), request, default));
    }

    [Fact]
    public async Task A_look_up_that_left_the_client_blank_is_mended_when_the_order_is_made()
    {
        await HeldAsync(Two);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(Two), Ada, null), default));
        Yes(await Provider.LookUpHoldAsync(Call(), Request(Two), default));

        Yes(await Provider.PrepareAsync(Call(), Commit(Two.NetEach * 2, Two), default));
        No(RefusalReason.BuyerDataMissing, await RefusedOfNobodyAsync());

        async Task<Answer<PreparedOrder>> RefusedOfNobodyAsync()
        {
            await HeldAsync(Two);
            return await Provider.PrepareAsync(Call(), Commit(Two.NetEach * 2, Two) with { Buyer = Buyer.Nobody }, default);
        }
    }

    [Fact]
    public async Task What_delivery_costs_is_paid_with_the_purchase_and_is_no_moved_price()
    {
        var line = Line(Samples.Theatre, 2) with { Mode = SaleMode.Book };
        await HeldAsync(line);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(line), Ada, Provider.DeliveryOptions(Call().Connection, 2, "EUR")[1]), default));
        var prepared = Yes(await Provider.PrepareAsync(Call(), Commit(line.NetEach * 2, line), default));
        Assert.Equal(line.NetEach.Amount * 2 + 13.80m, prepared.Total!.Value.Amount);
        Yes(await Provider.CommitAsync(Call(), Commit(prepared.Total.Value, line), default));

        Yes(await Provider.PurchaseAsync(Call(), Items(line.NetEach * 2), default));
        Assert.All((await ReadBackAsync()).Items, i => Assert.Equal(ItemState.Purchased, i.State));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_ran_out_is_expired_however_it_is_said(bool forgotten)
    {
        World.Options.ForgetsExpiredOrders = forgotten;
        var prepared = await PreparedAsync(Two);
        Bench.Clock.Advance(TimeSpan.FromMinutes(46));

        No(RefusalReason.HoldExpired, await Provider.CommitAsync(Call(), Commit(prepared.Total!.Value, Two), default));
        Assert.Equal(OrderFound.NotMadeHoldOver, Yes(await Provider.LookUpOrderAsync(Call(), Commit(prepared.Total!.Value, Two), default)).Found);
        Assert.Equal(PrepareFound.HoldOver, Yes(await Provider.LookUpPrepareAsync(Call(), Commit(prepared.Total!.Value, Two), default)).Found);
        Assert.Equal(HoldFound.Over, Yes(await Provider.LookUpHoldAsync(Call(), Request(Two), default)).Found);
    }

    [Fact]
    public async Task A_price_that_moves_with_the_order_is_told_in_its_total_and_never_underpaid()
    {
        await HeldAsync(Two);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(Two), Ada, null), default));
        Happens("order.create", ScenarioKind.PriceUp, rate: 99);

        var prepared = Yes(await Provider.PrepareAsync(Call(), Commit(Two.NetEach * 2, Two), default));

        Assert.True(prepared.Total!.Value.Amount > 198);
        No(RefusalReason.PriceChanged, await Provider.CommitAsync(Call(), Commit(Two.NetEach * 2, Two), default));
        Assert.Equal("PRE_ORDER", World.OrderStatus(Named(OneboxChannelsReferences.OrderCode)));
        Yes(await Provider.CommitAsync(Call(), Commit(prepared.Total.Value, Two), default));
    }

    [Fact]
    public async Task Booking_is_refused_where_promoter_or_channel_has_it_off()
    {
        var line = Line(Samples.NotBookable, 1) with { Mode = SaleMode.Book };
        await HeldAsync(line);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(line), Ada, null), default));

        No(RefusalReason.NotEnabled, await Provider.PrepareAsync(Call(), Commit(line.NetEach, line), default));
        Assert.Equal(1, World.ItemsIn(Named(OneboxChannelsReferences.Token)));
    }

    [Fact]
    public async Task A_booking_is_committed_without_payments_unless_the_contract_says_otherwise()
    {
        var booked = await BookedAsync(Samples.Theatre, 2);
        Assert.Equal((CommitOutcome.Booked, Bench.Clock.Now.AddDays(3)), (booked.Outcome, booked.KeptUntil));
        Assert.DoesNotContain("payments", Sandbox.Ledger.CallsOf("oneboxchannels/order.commit")[^1].RequestBody, StringComparison.Ordinal);

        World.Options.BookingsNeedPayment = true;
        var line = Line(Samples.OtherTheatre, 1) with { Mode = SaleMode.Book };
        var prepared = await PreparedAsync(line);
        Assert.Contains("BookingsNeedPayment", No(RefusalReason.Invalid, await Provider.CommitAsync(Call(), Commit(prepared.Total!.Value, line), default)).Detail, StringComparison.Ordinal);
        Assert.Equal(CommitOutcome.Booked, Yes(await Provider.CommitAsync(Call(("BookingsNeedPayment", "true")), Commit(prepared.Total!.Value, line), default)).Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Part_of_a_booking_is_bought_and_the_report_tells_each_place(bool keepsCode)
    {
        World.Options.PurchaseKeepsCode = keepsCode;
        await BookedAsync(Samples.Theatre, 3);
        var second = (await ReadBackAsync()).Items[1];

        var bought = Yes(await Provider.PurchaseAsync(Call(), Items(Two.NetEach, second.ItemRef), default));

        Assert.Equal((CommitOutcome.Purchased, keepsCode ? 0 : 1), (bought.Outcome, bought.References.Count));
        var report = await ReadBackAsync();
        Assert.Equal([ItemState.Booked, ItemState.Purchased, ItemState.Booked], report.Items.Select(i => i.State));
        Assert.Equal((second.Row, second.Seat), (report.Items[1].Row, report.Items[1].Seat));
        var ticket = Yes(await Provider.DownloadTicketAsync(Call(), Assert.Single(report.Items[1].Tickets), default));
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(ticket.Content), StringComparison.Ordinal);
        Assert.Equal(OrderFound.Made, Yes(await Provider.LookUpPurchaseAsync(Call(), Items(null, second.ItemRef), default)).Found);
        No(RefusalReason.NotAllowed, await Provider.PurchaseAsync(Call(), Items(Two.NetEach, second.ItemRef), default));

        Yes(await Provider.PurchaseAsync(Call(), Items(null, report.Items[0].ItemRef, report.Items[2].ItemRef), default));
        Assert.All((await ReadBackAsync()).Items, i => Assert.Equal(ItemState.Purchased, i.State));
    }

    [Theory]
    [InlineData("order.purchaseBooking", ScenarioKind.SilentBefore)]
    [InlineData("order.commit", ScenarioKind.SilentBefore)]
    public async Task A_purchase_that_was_not_done_is_asked_again_and_done_once(string operation, ScenarioKind loss)
    {
        await BookedAsync(Samples.Theatre, 2);
        Happens(operation, loss);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.PurchaseAsync(Call(), Items(Two.NetEach * 2), default));

        Assert.Equal(OrderFound.NotMadeHoldAlive, Yes(await Provider.LookUpPurchaseAsync(Call(), Items(null), default)).Found);
        Yes(await Provider.PurchaseAsync(Call(), Items(Two.NetEach * 2), default));

        Assert.Single(Sandbox.Ledger.Made("oneboxchannels", "order"), o => o.State == "PAID");
    }

    [Fact]
    public async Task A_purchase_whose_last_answer_was_lost_is_found()
    {
        await BookedAsync(Samples.Theatre, 2);
        Happens("order.commit", ScenarioKind.SilentAfter);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.PurchaseAsync(Call(), Items(Two.NetEach * 2), default));

        Assert.Equal(OrderFound.Made, Yes(await Provider.LookUpPurchaseAsync(Call(), Items(null), default)).Found);
    }

    [Fact]
    public async Task A_booking_that_lapsed_tells_so_and_cannot_be_bought()
    {
        await BookedAsync(Samples.ShortBooking, 2);
        Assert.All((await ReadBackAsync()).Items, i => Assert.Equal(Bench.Clock.Now.AddHours(1), i.KeptUntil));
        Bench.Clock.Advance(TimeSpan.FromHours(1));

        Assert.All((await ReadBackAsync()).Items, i => Assert.Equal(ItemState.Lapsed, i.State));
        No(RefusalReason.HoldExpired, await Provider.PurchaseAsync(Call(), Items(null), default));
    }

    [Fact]
    public async Task A_refund_by_the_providers_people_is_read_back()
    {
        var prepared = await PreparedAsync(Two);
        Yes(await Provider.CommitAsync(Call(), Commit(prepared.Total!.Value, Two), default));
        var sold = await ReadBackAsync();
        Assert.Equal(FulfilmentStatus.Completed, sold.Status);
        Assert.All(sold.Items, i => Assert.NotNull(i.Barcode));
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(Yes(await Provider.DownloadBundleAsync(Call(), sold.Bundle!, default)).Content), StringComparison.Ordinal);

        World.Refund(Named(OneboxChannelsReferences.OrderCode));

        var refunded = await ReadBackAsync();
        Assert.Equal(FulfilmentStatus.Returned, refunded.Status);
        Assert.All(refunded.Items, i => Assert.Equal(ItemState.Refunded, i.State));
    }
}
