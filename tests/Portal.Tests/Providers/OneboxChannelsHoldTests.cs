using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels;
using Portal.Sandbox;
using static Portal.Tests.Providers.OneboxChannelsContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxChannelsHoldTests : OneboxChannelsInSandbox
{
    [Fact]
    public async Task One_cart_holds_seats_zones_and_visits_and_names_each_place()
    {
        var held = await HeldAsync(Line(Samples.Theatre, 2), Line(Samples.Arena, 3), Line(Samples.Museum, 2, 't'), Line(Samples.MuseumChild, 1, 't'));

        Assert.Equal([2, 3, 2, 1], held.Lines.Select(l => l.Quantity));
        Assert.All(held.Lines[0].Seats, s => Assert.NotNull(s.Seat));
        Assert.All(held.Lines[1].Seats, s => Assert.Equal("Pista", s.Section));
        Assert.All(held.Lines, l => Assert.True(l.CanBook));
        Assert.Equal(8, World.ItemsIn(Named(OneboxChannelsReferences.Token)));
    }

    [Fact]
    public async Task Another_rate_is_held_at_its_own_price_and_told_apart_from_the_ordinary_one()
    {
        var rate = (await OffersAsync(Samples.Theatre)).First(o => !o.CanPickSeats && o.ZoneRef == $"{Samples.Theatre.OfferId}");
        var young = Line(Samples.Theatre, 1) with { OfferRef = rate.OfferRef };

        var held = await HeldAsync(Line(Samples.Theatre, 2), young);
        var looked = Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.Theatre, 2), young), default)).Places!;

        Assert.True(held.Lines[1].NetEach!.Value.Amount < held.Lines[0].NetEach!.Value.Amount);
        Assert.Equal(held.Lines.Select(l => (l.OfferRef, l.Quantity)), looked.Lines.Select(l => (l.OfferRef, l.Quantity)));
    }

    [Fact]
    public async Task Chosen_seats_are_the_ones_that_are_held_and_can_be_exchanged_one_by_one()
    {
        var map = Yes(await Provider.ReadSeatMapAsync(Call(), Line(Samples.Theatre, 1).Session, default));
        var free = map.Seats.Where(s => s.Status == SeatStatus.Free && s.ZoneRef == $"{Samples.Theatre.OfferId}").Select(s => s.SeatRef).Take(3).ToList();
        var line = Line(Samples.Theatre, 2) with { Seats = free[..2] };
        Assert.Equal(free[..2], (await HeldAsync(line)).Lines[0].Seats.Select(s => s.SeatRef));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(), Request(line with { Seats = [free[0], free[2]] }), default));

        Assert.Equal([free[0], free[2]], changed.Lines[0].Seats.Select(s => s.SeatRef));
        No(RefusalReason.SoldOut, await HoldAsync(line with { Seats = [free[2]] }));
        No(RefusalReason.NotAllowed, await HoldAsync(line with { OfferRef = line.OfferRef + ".r1", Seats = [free[1]] }));
    }

    [Fact]
    public async Task Places_side_by_side_are_had_or_given_back_at_once()
    {
        No(RefusalReason.NotTogether, await HoldAsync(Line(Samples.Scattered, 2) with { Together = true }));
        Assert.Equal(Samples.Scattered.Left, World.Left(Samples.Scattered.SessionId, Samples.Scattered.OfferId));

        Assert.Contains("The seats are not side by side.", (await HeldAsync(Line(Samples.Scattered, 2))).Warnings);
        Assert.Empty((await HeldAsync(Line(Samples.Theatre, 4) with { Together = true })).Warnings);
        Assert.Contains("The date is not confirmed yet.", (await HeldAsync(Line(Samples.UnconfirmedDate, 1))).Warnings);
    }

    [Fact]
    public async Task A_refusal_half_way_gives_back_what_was_put_in()
    {
        var refusal = No(RefusalReason.SoldOut, await HoldAsync(Line(Samples.Theatre, 2), Line(Samples.LastTwo, 3)));

        Assert.Equal(new Shortfall(Line(Samples.LastTwo, 1).OfferRef, 3, 2), Assert.Single(refusal.Shortfalls));
        Assert.Equal(Samples.Theatre.Left, World.Left(Samples.Theatre.SessionId, Samples.Theatre.OfferId));
    }

    [Fact]
    public async Task A_change_adds_before_it_takes_out_and_a_refusal_leaves_what_was_held()
    {
        var (theatre, other) = (Line(Samples.Theatre, 3), Line(Samples.LastTwo, 3));
        await HeldAsync(theatre);

        No(RefusalReason.SoldOut, await Provider.ChangeHoldAsync(Call(), Request(theatre with { Quantity = 4 }, other), default));
        Assert.Equal(3, World.ItemsIn(Named(OneboxChannelsReferences.Token)));

        var changed = Yes(await Provider.ChangeHoldAsync(Call(), Request(theatre with { Quantity = 1 }, other with { Quantity = 2 }), default));
        Assert.Equal([1, 2], changed.Lines.Select(l => l.Quantity));
        Assert.Equal([1], Yes(await Provider.ChangeHoldAsync(Call(), Request(theatre with { Quantity = 1 }), default)).Lines.Select(l => l.Quantity));
    }

    [Fact]
    public async Task What_an_unanswered_add_put_in_is_found_and_can_be_changed_later()
    {
        var line = Line(Samples.Theatre, 2);
        await HeldAsync(line);
        Happens("cart.addBest", ScenarioKind.SilentAfter);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.ChangeHoldAsync(Call(), Request(line with { Quantity = 4 }), default));

        Assert.Equal(4, Assert.Single(Yes(await Provider.LookUpHoldAsync(Call(), Request(line with { Quantity = 4 }), default)).Places!.Lines).Quantity);
    }

    [Fact]
    public async Task The_clock_is_the_providers_and_without_it_ten_minutes_from_the_carts_beginning()
    {
        World.Options.TellsTimeLeft = false;
        var first = await HeldAsync(Line(Samples.Theatre, 1));
        Bench.Clock.Advance(TimeSpan.FromMinutes(4));

        var later = Yes(await Provider.ChangeHoldAsync(Call(), Request(Line(Samples.Theatre, 2)), default));

        Assert.Equal(first.ExpiresAt, later.ExpiresAt);
        World.Options.TellsTimeLeft = true;
        Assert.Equal(Bench.Clock.Now.AddMinutes(10), Yes(await Provider.ChangeHoldAsync(Call(), Request(Line(Samples.Theatre, 3)), default)).ExpiresAt);
    }

    [Fact]
    public async Task Limits_of_contract_and_session_are_obeyed()
    {
        No(RefusalReason.QuantityNotAllowed, await HoldAsync(Line(Samples.Theatre, 11) with { Mode = SaleMode.Book }));
        No(RefusalReason.QuantityNotAllowed, await HoldAsync(Line(Samples.AtMostFour, 5)));
        Assert.Single(Sandbox.Ledger.CallsOf("oneboxchannels/cart.create"));
    }

    [Fact]
    public async Task A_cart_says_whether_its_places_may_be_booked()
    {
        Assert.False((await HeldAsync(Line(Samples.NotBookable, 1))).Lines[0].CanBook);
        World.ChannelMayBook(Portal.Sandbox.OneboxChannels.OneboxChannelsOptions.DemoChannel, false);
        Assert.False((await HeldAsync(Line(Samples.Theatre, 1))).Lines[0].CanBook);
    }

    [Fact]
    public void A_cart_is_shared_by_lines_of_one_mode_and_never_by_two_of_one_offer()
    {
        var (mine, hold) = (Line(Samples.Theatre, 1), Guid.NewGuid());
        var open = new OpenHold(hold, Bench.Clock.Now.AddMinutes(1), [Line(Samples.Arena, 1)]);

        Assert.Equal(hold, Provider.ChooseHold(mine, [open], Bench.Clock.Now));
        Assert.Null(Provider.ChooseHold(mine with { Mode = SaleMode.Book }, [open], Bench.Clock.Now));
        Assert.Null(Provider.ChooseHold(Line(Samples.Arena, 1), [open], Bench.Clock.Now));
    }

    [Fact]
    public async Task Buyer_and_delivery_go_into_the_cart_and_the_channels_fields_are_wanted_first()
    {
        var line = Line(Samples.Theatre, 2) with { Mode = SaleMode.Book };
        await HeldAsync(line);
        var courier = Provider.DeliveryOptions(Call().Connection, 2, "EUR")[1];
        Assert.Equal(new Money(13.80m, "EUR"), courier.Cost);

        var missing = No(RefusalReason.BuyerDataMissing, await Provider.SendBuyerAsync(Call(), new(Request(line), new Buyer(new Dictionary<BuyerField, string> { [BuyerField.FirstName] = "Ada" }), courier), default));
        Assert.Equal([BuyerField.LastName, BuyerField.Email, BuyerField.Phone], missing.BuyerFaults.Select(f => f.Field));
        var told = Yes(await Provider.SendBuyerAsync(Call(), new(Request(line), Ada, courier), default));

        Assert.Equal(new Money(13.80m, "EUR"), told.DeliveryCost);
        Assert.True(Provider.BuyerFields(Call().Connection, SaleMode.Book).Single(w => w.Field == BuyerField.Phone).IsRequired);
        Assert.False(Provider.BuyerFields(Call().Connection, SaleMode.Purchase).Single(w => w.Field == BuyerField.Phone).IsRequired);
    }

    [Fact]
    public async Task A_promotion_code_lowers_what_is_held_and_a_wrong_one_changes_nothing()
    {
        var line = Line(Samples.Theatre, 2);
        var before = (await HeldAsync(line)).Lines[0].NetEach!.Value;

        Assert.Contains("1061", No(RefusalReason.NotAllowed, await Provider.ApplyPromotionAsync(Call(), Request(line), "CLUB99", default)).Detail, StringComparison.Ordinal);
        var after = Yes(await Provider.ApplyPromotionAsync(Call(), Request(line), "CLUB10", default)).Lines[0].NetEach!.Value;

        Assert.Equal(before.Amount - 3.00m, after.Amount);
    }
}
