using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution;
using Portal.Sandbox;
using static Portal.Tests.Providers.OneboxDistributionContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxDistributionOrderTests : OneboxDistributionInSandbox
{
    [Fact]
    public async Task Preparing_freezes_for_forty_five_minutes_and_asked_again_answers_the_same()
    {
        var held = await HeldAsync(Line(Samples.Zone, 2));

        var first = await PreparedAsync(held);
        Bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = Yes(await Provider.PrepareAsync(Call(first.References), Commit(0), default));

        Assert.Equal(TimeSpan.FromMinutes(40), second.ExpiresAt - Bench.Clock.Now);
        Assert.Equal(first.References, second.References);
        Assert.Equal("PRE_CONFIRM", second.RawStatus);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, PrepareFound.Prepared)]
    [InlineData(ScenarioKind.SilentBefore, PrepareFound.NotPreparedHoldAlive)]
    public async Task A_silent_preparation_is_told_from_the_order(ScenarioKind loss, PrepareFound expected)
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        Yes(await Provider.SendBuyerAsync(Call(held.References), new(Request(), Ada, null), default));
        Happens("order.pre-confirm", loss);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.PrepareAsync(Call(held.References), Commit(0), default));

        var finding = Yes(await Provider.LookUpPrepareAsync(Call(held.References), Commit(0), default));

        Assert.Equal(expected, finding.Found);
        Assert.Equal(expected is PrepareFound.Prepared, finding.Order is not null);
    }

    [Fact]
    public async Task An_order_that_ran_out_prepared_is_expired_and_looked_up_as_over()
    {
        var prepared = await PreparedAsync(await HeldAsync(Line(Samples.Zone, 1)));
        Bench.Clock.Advance(TimeSpan.FromMinutes(45));

        No(RefusalReason.HoldExpired, await Provider.CommitAsync(Call(prepared.References), Commit(100), default));
        Assert.Equal(PrepareFound.HoldOver, Yes(await Provider.LookUpPrepareAsync(Call(prepared.References), Commit(100), default)).Found);
        Assert.Equal(OrderFound.NotMadeHoldOver, Yes(await Provider.LookUpOrderAsync(Call(prepared.References), Commit(100), default)).Found);
        Assert.Equal(300, Left(Samples.Zone));
    }

    [Fact]
    public async Task What_is_prepared_can_be_let_go_and_what_is_sold_cannot()
    {
        var prepared = await PreparedAsync(await HeldAsync(Line(Samples.Zone, 2)));
        Yes(await Provider.ReleaseAsync(Call(prepared.References), default));
        Assert.Equal(300, Left(Samples.Zone));

        var sold = await PreparedAsync(await HeldAsync(Line(Samples.Zone, 2)));
        Yes(await Provider.CommitAsync(Call(sold.References), Commit(200), default));
        No(RefusalReason.NotAllowed, await Provider.ReleaseAsync(Call(sold.References), default));
        Assert.Equal(HoldFound.Consumed, Yes(await Provider.LookUpHoldAsync(Call(sold.References), Request(), default)).Found);
        Assert.Equal(298, Left(Samples.Zone));
    }

    [Fact]
    public async Task A_price_that_rose_after_preparing_is_not_paid_and_the_places_stay()
    {
        var prepared = await PreparedAsync(await HeldAsync(Line(Samples.Zone, 2)));
        Happens("order.confirm", ScenarioKind.PriceUp, newRate: 9900);

        var refusal = No(RefusalReason.Invalid, await Provider.CommitAsync(Call(prepared.References), Commit(prepared.Total!.Value.Amount), default));

        Assert.Contains("still held", refusal.Detail, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Ledger.Made(Sales, "sale"));
        var again = Yes(await Provider.PrepareAsync(Call(prepared.References), Commit(0), default));
        Assert.True(again.Total!.Value.Amount > prepared.Total.Value.Amount);
    }

    [Fact]
    public async Task A_change_after_preparing_takes_it_back_and_the_commit_says_so()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        var prepared = await PreparedAsync(held);
        Yes(await Provider.ChangeHoldAsync(Call(prepared.References), Request(Line(Samples.Zone, 2)), default));

        var refusal = No(RefusalReason.Invalid, await Provider.CommitAsync(Call(prepared.References), Commit(200), default));
        Assert.Contains("prepare the order again", refusal.Detail, StringComparison.Ordinal);

        var again = await PreparedAsync(held);
        Assert.NotEqual(prepared.References[^1], again.References[^1]);
        Yes(await Provider.CommitAsync(Call([.. prepared.References, .. again.References]), Commit(200), default));
    }

    [Fact]
    public async Task The_payment_is_told_in_full_by_the_connection_s_type_under_our_reference()
    {
        var prepared = await PreparedAsync(await HeldAsync(Line(Samples.Zone, 1)));
        var total = prepared.Total!.Value.Amount;

        Yes(await Provider.CommitAsync(Call(prepared.References, ("PaymentType", "EXTERNAL")), Commit(total), default));

        var body = Assert.Single(Sandbox.Ledger.CallsOf("onebox-distribution/order.confirm")).RequestBody;
        Assert.Contains("\"type\":\"EXTERNAL\"", body, StringComparison.Ordinal);
        Assert.Contains($"\"value\":{total}", body, StringComparison.Ordinal);
        Assert.Equal("K7M4QX-1", Assert.Single(Sandbox.Ledger.Made(Sales, "sale")).Reference);
    }

    [Fact]
    public async Task Sold_places_are_read_back_by_session_with_state_and_barcode()
    {
        var key = new OrderKey(Guid.NewGuid(), await SoldAsync(Seated(Samples.Numbered, Samples.Numbered.Seats[3]), Line(Samples.OtherEvent, 2)));

        var reports = Yes(await Provider.ReadBackAsync(Call(), [key], default));

        Assert.Equal([$"{Samples.Numbered.EventId}", $"{Samples.OtherEvent.EventId}"], reports.Select(r => r.EventRef));
        Assert.Equal(2, reports.Select(r => r.Reference).Distinct().Count());
        Assert.All(reports, r => Assert.Equal(FulfilmentStatus.Completed, r.Status));
        Assert.All(reports.SelectMany(r => r.Items), i => Assert.Equal((ItemState.Purchased, 16), (i.State, i.Barcode!.Length)));
        Assert.Equal(("Sector 101", "1", "4"), reports[0].Items.Select(i => (i.Section, i.Row, i.Seat)).Single());
        Assert.Equal("Pista", reports[1].Items[0].Section);
        Assert.Equal(21, reports[0].StartLocal!.Value.Hour);
    }

    [Fact]
    public async Task A_move_and_a_refund_at_the_provider_are_read_back()
    {
        var references = await SoldAsync(Line(Samples.Zone, 1));
        var key = new OrderKey(Guid.NewGuid(), references);
        Sandbox.OneboxDistribution.Move(Samples.Zone.SessionId, new DateTime(2027, 7, 1, 22, 30, 0));
        Assert.Equal(new DateTime(2027, 7, 1, 22, 30, 0), Yes(await Provider.ReadBackAsync(Call(), [key], default))[0].StartLocal);

        Sandbox.OneboxDistribution.Refund(references[0].Value);

        var report = Assert.Single(Yes(await Provider.ReadBackAsync(Call(), [key], default)));
        Assert.Equal((FulfilmentStatus.Cancelled, ItemState.Refunded), (report.Status, report.Items[0].State));
    }

    [Fact]
    public async Task Items_are_refunded_one_by_one_or_all_and_once()
    {
        var references = await SoldAsync(Line(Samples.Zone, 3));
        var items = Yes(await Provider.ReadBackAsync(Call(), [new(Guid.NewGuid(), references)], default))[0].Items.Select(i => i.ItemRef).ToList();

        var first = Yes(await Provider.CancelAsync(Call(references), Items(items[0]), default));
        Assert.Equal([items[0]], first.ItemRefs);
        Assert.Equal(DistributionReferences.RefundCode, Assert.Single(first.References).Kind);
        Assert.Equal(CancelFound.Done, Yes(await Provider.LookUpCancelAsync(Call(references), Items(items[0]), default)).Found);
        Assert.Equal(CancelFound.NotDone, Yes(await Provider.LookUpCancelAsync(Call(references), Items(), default)).Found);
        Yes(await Provider.CancelAsync(Call(references), Items(items[0]), default));
        Assert.Equal(1, CallsOf("mgmt.refund"));

        Assert.Equal(3, Yes(await Provider.CancelAsync(Call(references), Items(), default)).ItemRefs.Count);
        No(RefusalReason.NotFound, await Provider.CancelAsync(Call(references), Items("12"), default));
        Assert.Equal((300, 2), (Left(Samples.Zone), CallsOf("mgmt.refund")));
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, CancelFound.Done)]
    [InlineData(ScenarioKind.SilentBefore, CancelFound.NotDone)]
    public async Task A_silent_refund_is_told_from_the_items(ScenarioKind loss, CancelFound expected)
    {
        var references = await SoldAsync(Line(Samples.Zone, 2));
        Happens("mgmt.refund", loss);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CancelAsync(Call(references), Items(), default));

        Assert.Equal(expected, Yes(await Provider.LookUpCancelAsync(Call(references), Items(), default)).Found);
    }
}
