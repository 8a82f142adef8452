using Portal.Core.Providers;
using Portal.Providers.SecuTix;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

public sealed class SecuTixRestHoldTests : SecuTixHoldTests;

public sealed class SecuTixSoapHoldTests : SecuTixHoldTests
{
    private protected override string Wire => "Soap";
}

public abstract class SecuTixHoldTests : SecuTixInSandbox
{
    [Fact]
    public async Task Seats_and_products_are_held_in_one_order_with_their_places()
    {
        var held = await HeldAsync(Line(Samples.Opera, 2), Line(Samples.OperaReduced, 1), Line(Samples.Goods, 3));

        Assert.Equal([(2, 45m), (1, 27m), (3, 27m)], held.Lines.Select(l => (l.Quantity, l.NetEach!.Value.Amount)));
        Assert.Equal([("A", "1"), ("A", "2")], held.Lines[0].Seats.Select(s => (s.Row, s.Seat)));
        Assert.Single(Sandbox.Ledger.Made("secutix", "order"));
        Assert.Equal("portal-ours", Sandbox.Ledger.Made("secutix", "order")[0].Reference);
    }

    [Fact]
    public async Task The_clock_is_the_orders_own_and_starts_anew_with_each_addition()
    {
        var held = await HeldAsync(Line(Samples.LongDelay, 1));
        Assert.Equal(TimeSpan.FromMinutes(30), held.ExpiresAt - Bench.Clock.Now);
        Bench.Clock.Advance(TimeSpan.FromMinutes(20));

        var more = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.LongDelay, 2)), default));

        Assert.Equal(TimeSpan.FromMinutes(30), more.ExpiresAt - Bench.Clock.Now);
        Bench.Clock.Advance(TimeSpan.FromMinutes(25));
        var last = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.LongDelay, 3)), default));
        Assert.Equal(TimeSpan.FromMinutes(15), last.ExpiresAt - Bench.Clock.Now);
    }

    [Fact]
    public async Task An_expiry_that_cannot_be_read_is_assumed_short_and_the_hold_is_known()
    {
        Happens("getOrderDetails", ScenarioKind.SilentBefore, times: null);

        var held = await HeldAsync(Line(Samples.LongDelay, 1));

        Assert.Equal(TimeSpan.FromMinutes(15), held.ExpiresAt - Bench.Clock.Now);
    }

    [Fact]
    public async Task A_new_orders_id_is_remembered_before_anything_else_is_asked()
    {
        var remembered = new List<(ProviderReference, int)>();
        var call = Call() with { RememberAsync = (r, _) => { remembered.Add((r, Sandbox.Ledger.CallsOf("secutix/getOrderDetails").Count)); return Task.CompletedTask; } };

        var held = Yes(await Provider.HoldAsync(call, Request(Line(Samples.Opera, 2)), default));

        Assert.Equal((held.References[0], 0), Assert.Single(remembered));
    }

    [Fact]
    public async Task A_change_adds_and_takes_out_and_leaves_the_rest_where_it_is()
    {
        var held = await HeldAsync(Line(Samples.Opera, 3), Line(Samples.OperaGallery, 2));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.Opera, 2), Line(Samples.Concert, 1)), default));

        Assert.Equal([(SecuTixFacts.OfferRef(Samples.Opera), 2), (SecuTixFacts.OfferRef(Samples.Concert), 1)], changed.Lines.Select(l => (l.OfferRef, l.Quantity)));
        Assert.Equal(held.Lines[0].Seats.Take(2), changed.Lines[0].Seats);
        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(), default));
        Assert.Equal(changed.Lines.Select(l => (l.OfferRef, l.Quantity)), found.Places!.Lines.Select(l => (l.OfferRef, l.Quantity)));
        Assert.Equal(Samples.OperaGallery.Stock, Sandbox.SecuTix.Stock(Samples.OperaGallery));
    }

    [Fact]
    public async Task Where_nothing_can_be_taken_out_what_was_added_goes_out_again()
    {
        var held = await HeldAsync(Line(Samples.Opera, 3));
        Happens("abandonMovements", ScenarioKind.Throttled);

        No(RefusalReason.Throttled, await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.Opera, 2), Line(Samples.Concert, 1)), default));

        Assert.Equal(3, Assert.Single(Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(), default)).Places!.Lines).Quantity);
        Assert.Equal(Samples.Concert.Stock, Sandbox.SecuTix.Stock(Samples.Concert));
    }

    [Fact]
    public async Task Audiences_that_share_a_stock_fall_short_together()
    {
        Sandbox.SecuTix.SetStock(Samples.Opera, 2);

        var refusal = No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Line(Samples.Opera, 2), Line(Samples.OperaReduced, 1), Line(Samples.Goods, 1)), default));

        Assert.Equal([(2, (int?)2), (1, 2)], refusal.Shortfalls.Select(s => (s.Asked, s.Left)));
    }

    [Fact]
    public async Task More_places_than_an_order_may_hold_break_a_rule()
    {
        No(RefusalReason.QuantityNotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Opera, 11)), default));
    }

    [Fact]
    public async Task A_changed_price_is_told_by_the_hold()
    {
        Sandbox.SecuTix.SetPrice(Samples.Opera, 46_500);

        Assert.Equal(46.5m, Assert.Single((await HeldAsync(Line(Samples.Opera, 1))).Lines).NetEach!.Value.Amount);
    }

    [Fact]
    public async Task Nominative_tickets_are_let_go_at_once()
    {
        No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Nominative, 1)), default));

        Assert.Equal("ABANDONED", Assert.Single(Sandbox.Ledger.Made("secutix", "order")).State);
        Assert.Equal(Samples.Nominative.Stock, Sandbox.SecuTix.Stock(Samples.Nominative));
    }

    [Fact]
    public async Task A_frozen_order_is_let_go_as_a_whole_and_not_changed()
    {
        var held = await HeldAsync(Line(Samples.Opera, 2));
        var line = Line(Samples.Opera, 2);

        Assert.Equal(PrepareFound.NotPreparedHoldAlive, Yes(await Provider.LookUpPrepareAsync(Call(held.References), Commit(line), default)).Found);
        var prepared = Yes(await Provider.PrepareAsync(Call(held.References), Commit(line), default));
        Assert.Equal((90m, held.ExpiresAt), (prepared.Total!.Value.Amount, prepared.ExpiresAt));
        Assert.Equal(PrepareFound.Prepared, Yes(await Provider.LookUpPrepareAsync(Call(held.References), Commit(line), default)).Found);
        Assert.Equal("VALIDATED", Yes(await Provider.PrepareAsync(Call(held.References), Commit(line), default)).RawStatus);
        No(RefusalReason.NotAllowed, await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.Opera, 1)), default));
        Yes(await Provider.ReleaseAsync(Call(prepared.References), default));

        No(RefusalReason.HoldExpired, await Provider.PrepareAsync(Call(held.References), Commit(line), default));
        Assert.Equal(PrepareFound.HoldOver, Yes(await Provider.LookUpPrepareAsync(Call(held.References), Commit(line), default)).Found);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, PrepareFound.Prepared)]
    [InlineData(ScenarioKind.SilentBefore, PrepareFound.NotPreparedHoldAlive)]
    public async Task A_silent_freezing_is_told_from_the_order(ScenarioKind loss, PrepareFound expected)
    {
        var held = await HeldAsync(Line(Samples.Opera, 2));
        Happens("validateOrder", loss);
        await SilentAsync(Provider.PrepareAsync(Call(held.References), Commit(Line(Samples.Opera, 2)), default));

        Assert.Equal(expected, Yes(await Provider.LookUpPrepareAsync(Call(held.References), Commit(Line(Samples.Opera, 2)), default)).Found);
    }

    [Fact]
    public void A_line_joins_the_hold_of_its_mode_while_there_is_time()
    {
        var (now, selling, keeping) = (Bench.Clock.Now, Guid.NewGuid(), Guid.NewGuid());
        OpenHold[] open = [new(selling, now.AddMinutes(14), [Line(Samples.Opera, 1)]), new(keeping, now.AddMinutes(14), [Line(Samples.Opera, 1, SaleMode.Book)])];

        Assert.Equal(selling, Provider.ChooseHold(Line(Samples.Goods, 1), open, now));
        Assert.Equal(keeping, Provider.ChooseHold(Line(Samples.Museum, 1, SaleMode.Book), open, now));
        Assert.Null(Provider.ChooseHold(Line(Samples.Goods, 1), open, now.AddMinutes(12)));
    }

    [Fact]
    public async Task A_token_that_is_fetched_is_kept_and_replaced_when_it_is_rejected()
    {
        if (Wire == "Soap")
            return;
        var fetching = new[] { ("Token", "Fetch") };
        Yes(await Provider.HoldAsync(Call(null, fetching), Request(Line(Samples.Opera, 1)), default));
        Assert.Single(Sandbox.Ledger.CallsOf("secutix/auth"));
        Happens("createOrUpdateOrder", ScenarioKind.Unauthorized);

        Yes(await Provider.HoldAsync(Call(null, fetching), Request(Line(Samples.Opera, 1)), default));

        Assert.Equal(2, Sandbox.Ledger.CallsOf("secutix/auth").Count);
        Assert.Equal(2, Sandbox.Ledger.Made("secutix", "order").Count);
    }
}
