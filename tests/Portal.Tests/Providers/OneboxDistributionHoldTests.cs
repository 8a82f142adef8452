using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution;
using Portal.Sandbox;
using static Portal.Tests.Providers.OneboxDistributionContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxDistributionHoldTests : OneboxDistributionInSandbox
{
    [Fact]
    public async Task The_order_s_id_is_saved_before_any_place_is_put_in()
    {
        var callsWhenSaved = -1;
        var call = Call() with
        {
            RememberAsync = (_, _) =>
            {
                callsWhenSaved = CallsOf("order.seats-auto");
                return Task.CompletedTask;
            },
        };

        Yes(await Provider.HoldAsync(call, Request(Line(Samples.Zone, 2)), default));

        Assert.Equal((0, 1), (callsWhenSaved, CallsOf("order.seats-auto")));
    }

    [Fact]
    public async Task Where_the_order_itself_was_never_answered_nothing_can_be_held()
    {
        Happens("order.create", ScenarioKind.SilentAfter);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.HoldAsync(Call(), Request(Line(Samples.Zone, 2)), default));

        Assert.Empty(Remembered);
        Assert.Equal(HoldFound.Nothing, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.Zone, 2)), default)).Found);
        Assert.Equal(0, CallsOf("order.seats-auto"));
    }

    [Fact]
    public async Task A_refused_second_line_takes_the_first_out_again()
    {
        var refusal = No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Line(Samples.Zone, 2), Line(Samples.LastTwo, 3)), default));

        Assert.Equal(new Shortfall(Line(Samples.LastTwo, 3).OfferRef, 3, 2), Assert.Single(refusal.Shortfalls));
        Assert.Equal((300, 2), (Left(Samples.Zone), Left(Samples.LastTwo)));
    }

    [Fact]
    public async Task A_first_line_that_cannot_be_taken_out_after_a_refusal_is_silence()
    {
        Happens("order.release", ScenarioKind.Throttled);

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.HoldAsync(Call(), Request(Line(Samples.Zone, 2), Line(Samples.LastTwo, 3)), default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(Remembered), Request(), default));
        Assert.Equal((HoldFound.Alive, 2), (found.Found, Assert.Single(found.Places!.Lines).Quantity));
    }

    [Fact]
    public async Task Lines_of_one_zone_at_two_rates_are_told_apart_by_their_offers()
    {
        var held = await HeldAsync(Line(Samples.Zone, 2), Line(Samples.ZoneReduced, 1));

        Assert.Equal([(2, Samples.Zone.Price), (1, Samples.ZoneReduced.Price)], held.Lines.Select(l => (l.Quantity, l.NetEach!.Value.Amount)));
    }

    [Fact]
    public async Task A_price_that_rose_between_quote_and_hold_keeps_nothing()
    {
        Happens("order.seats-auto", ScenarioKind.PriceUp, newRate: 4000);

        var refusal = No(RefusalReason.PriceChanged, await Provider.HoldAsync(Call(), Request(Line(Samples.Zone, 2)), default));

        Assert.Equal(Samples.Zone.Price + 8m, Assert.Single(refusal.PriceMoves).Now!.Value.Amount);
        Assert.Equal(300, Left(Samples.Zone));
    }

    [Fact]
    public async Task Chosen_seats_are_the_very_ones_and_a_change_leaves_those_that_stay()
    {
        var seats = Samples.Numbered.Seats;
        var held = await HeldAsync(Seated(Samples.Numbered, seats[0], seats[1]));
        Assert.Equal([$"{seats[0]}", $"{seats[1]}"], Assert.Single(held.Lines).Seats.Select(s => s.SeatRef));
        Assert.Equal(("Sector 101", "1", "1"), held.Lines[0].Seats.Select(s => (s.Section, s.Row, s.Seat)).First());

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Seated(Samples.Numbered, seats[1], seats[2])), default));

        Assert.Equal([$"{seats[1]}", $"{seats[2]}"], Assert.Single(changed.Lines).Seats.Select(s => s.SeatRef));
        Assert.Equal(82, Left(Samples.Numbered));
        Assert.Contains($"{seats[2]}", Sandbox.Ledger.CallsOf("onebox-distribution/order.seats")[^1].RequestBody, StringComparison.Ordinal);
        Assert.DoesNotContain($"{seats[1]}", Sandbox.Ledger.CallsOf("onebox-distribution/order.seats")[^1].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_seat_that_somebody_has_is_sold_out_with_how_many_of_the_chosen_are_free()
    {
        var seats = Samples.Numbered.Seats;
        await HeldAsync(Seated(Samples.Numbered, seats[1]));

        var refusal = No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Seated(Samples.Numbered, seats[0], seats[1])), default));

        Assert.Equal((2, 1), (Assert.Single(refusal.Shortfalls).Asked, refusal.Shortfalls[0].Left));
        Assert.Equal(83, Left(Samples.Numbered));
    }

    [Fact]
    public async Task Together_is_judged_by_the_items_warnings_and_kept_only_when_it_is_so()
    {
        No(RefusalReason.NotTogether, await Provider.HoldAsync(Call(), Request(Line(Samples.Scattered, 2) with { Together = true }), default));
        Assert.Equal(Samples.Scattered.Available, Left(Samples.Scattered));

        var apart = await HeldAsync(Line(Samples.Scattered, 2));
        Assert.Contains("The seats are not side by side.", apart.Warnings);
        var together = await HeldAsync(Line(Samples.Numbered, 4) with { Together = true });
        Assert.Empty(together.Warnings);
    }

    [Fact]
    public async Task Growing_a_line_that_sits_together_chooses_all_its_seats_anew()
    {
        var line = Line(Samples.Numbered, 2) with { Together = true };
        var held = await HeldAsync(line);
        await HeldAsync(Line(Samples.Numbered, 1));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(line with { Quantity = 3 }), default));

        var numbers = Assert.Single(changed.Lines).Seats.Select(s => int.Parse(s.Seat!, null)).Order().ToList();
        Assert.Equal(2, numbers[^1] - numbers[0]);
        Assert.Equal(84 - 4, Left(Samples.Numbered));
    }

    [Fact]
    public async Task A_change_adds_before_it_takes_out()
    {
        var held = await HeldAsync(Line(Samples.Zone, 2));

        No(RefusalReason.SoldOut, await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.LastTwo, 3)), default));
        Assert.Equal(298, Left(Samples.Zone));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.LastTwo, 2)), default));
        Assert.Equal(Line(Samples.LastTwo, 2).OfferRef, Assert.Single(changed.Lines).OfferRef);
        Assert.Equal((300, 0), (Left(Samples.Zone), Left(Samples.LastTwo)));
    }

    [Fact]
    public async Task A_change_starts_the_ten_minutes_anew()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        Bench.Clock.Advance(TimeSpan.FromMinutes(9));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Line(Samples.Zone, 2)), default));

        Assert.Equal(TimeSpan.FromMinutes(10), changed.ExpiresAt - Bench.Clock.Now);
    }

    [Fact]
    public async Task What_a_session_refuses_is_told_in_our_reasons()
    {
        No(RefusalReason.QuantityNotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.LimitFour, 5)), default));
        No(RefusalReason.NotFound, await Provider.HoldAsync(Call(), Request(Line(Samples.OtherChannels, 1)), default));
        No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.NotForSale, 1)), default));
        No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.NotYetOnSale, 1)), default));
        No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Line(Samples.SoldOut, 1)), default));
        No(RefusalReason.Invalid, await Provider.HoldAsync(Call(), Request(Line(Samples.Zone, 1) with { OfferRef = "T1" }), default));
        No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Bookable, 1) with { Mode = SaleMode.Book }), default));
        Assert.Empty(Sandbox.Ledger.Made(Sales, "hold"));
    }

    [Fact]
    public void A_line_joins_an_open_hold_unless_its_offer_is_in_it_or_its_time_is_nearly_over()
    {
        var now = Bench.Clock.Now;
        var (line, other) = (Line(Samples.Zone, 1), Line(Samples.OtherZone, 1));
        var open = new OpenHold(Guid.NewGuid(), now + TimeSpan.FromMinutes(2), [line]);

        Assert.Equal(open.HoldId, Provider.ChooseHold(other, [open], now));
        Assert.Null(Provider.ChooseHold(line, [open], now));
        Assert.Null(Provider.ChooseHold(other, [open with { ExpiresAt = now + TimeSpan.FromSeconds(30) }], now));
    }

    [Fact]
    public async Task A_token_withdrawn_in_the_middle_is_fetched_once_more_and_nothing_is_done_twice()
    {
        var held = await HeldAsync(Line(Samples.Zone, 2));
        Sandbox.OneboxTokens.RevokeAll();

        var prepared = await PreparedAsync(held);
        Sandbox.OneboxTokens.RevokeAll();
        Yes(await Provider.CommitAsync(Call(prepared.References), Commit(prepared.Total!.Value.Amount), default));

        Assert.Equal(3, Sandbox.Ledger.CallsOf("onebox/token").Count);
        Assert.Single(Sandbox.Ledger.Made(Sales, "sale"));
    }

    [Fact]
    public async Task The_provider_s_trace_of_each_call_is_in_the_journal()
    {
        await HeldAsync(Line(Samples.Zone, 1));

        Assert.Equal(2, Bench.Journal.Count);
        Assert.All(Bench.Journal, e => Assert.Matches("^ob-audit-trace-id: [0-9a-f]{32}\n{", e.ResponseBody));
    }

    [Fact]
    public async Task An_order_that_was_emptied_is_over_and_one_that_never_filled_is_nothing()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        Assert.Contains(held.References, r => r is { Kind: DistributionReferences.Placed, IsNote: true });
        Yes(await Provider.ReleaseAsync(Call(held.References), default));

        Assert.Equal(HoldFound.Over, Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(), default)).Found);
        Assert.Equal(HoldFound.Nothing, Yes(await Provider.LookUpHoldAsync(Call([held.References[0]]), Request(), default)).Found);
    }
}
