using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

public sealed class EGumaHoldTests : EGumaInSandbox
{
    [Theory]
    [InlineData(EGumaExpiryZone.MerchantLocal)]
    [InlineData(EGumaExpiryZone.Utc)]
    public async Task The_end_is_read_right_whatever_its_zone(EGumaExpiryZone zone)
    {
        Sandbox.EGuma.Options.ExpiresIn = zone;

        Assert.Equal(Bench.Clock.Now.AddHours(1), (await HeldAsync(Line(Samples.Slot, 2))).ExpiresAt);
    }

    [Fact]
    public async Task A_cut_off_before_the_hour_is_over_ends_the_hold()
    {
        // 09:00 UTC is 10:00 in Zürich; the slot of 13:00 closes at 12:00.
        var slot = Samples.CutOff with { StartsAt = "2027-03-01T13:00:00" };
        Bench.Clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(new DateTime(2027, 3, 1, 11, 0, 0), (await HeldAsync(Line(slot, 1))).ExpiresAt);
    }

    [Fact]
    public async Task A_day_is_reserved_with_midnight_and_several_categories_at_once()
    {
        await HeldAsync(Line(Samples.Day, 2));
        await HeldAsync(Line(Samples.Slot, 1), Line(Samples.SlotChild, 2), Line(Samples.Slot, 1));

        var bodies = Sandbox.Ledger.CallsOf("eguma/reservation.create").Select(c => c.RequestBody).ToList();
        Assert.Contains("\"starts_at\":\"2027-03-06T00:00:00\"", bodies[0], StringComparison.Ordinal);
        Assert.Equal(56, Left(Samples.Slot));
    }

    [Fact]
    public async Task Two_slots_do_not_go_into_one_reservation_and_nothing_is_asked()
    {
        No(RefusalReason.Invalid, await Provider.HoldAsync(Call(), Request(Line(Samples.Slot, 1), Line(Samples.LaterSlot, 1)), default));

        Assert.Empty(Sandbox.Ledger.Calls);
    }

    [Fact]
    public void A_line_joins_a_hold_of_its_own_slot_unless_the_same_offer_is_in_it()
    {
        var now = Bench.Clock.Now;
        var (hold, other) = (Guid.NewGuid(), Guid.NewGuid());
        OpenHold[] open = [new(hold, now.AddMinutes(5), [Line(Samples.Slot, 2)]), new(other, now.AddMinutes(50), [Line(Samples.LaterSlot, 2)])];

        Assert.Equal(hold, Provider.ChooseHold(Line(Samples.SlotChild, 1), open, now));
        Assert.Equal(other, Provider.ChooseHold(Line(Samples.SlotChild with { StartsAt = Samples.LaterSlot.StartsAt }, 1), open, now));
        Assert.Null(Provider.ChooseHold(Line(Samples.Slot, 1), open, now));
        Assert.Null(Provider.ChooseHold(Line(Samples.Day, 1), open, now));
    }

    [Theory]
    [InlineData(9, QuantityFault.BelowMinimum, 10)]
    [InlineData(61, QuantityFault.AboveMaximum, 60)]
    public async Task A_quantity_outside_its_categorys_rule_is_refused_before_anything_is_held(int quantity, QuantityFault fault, int nearest)
    {
        var refusal = No(RefusalReason.QuantityNotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Group, quantity)), default));

        Assert.Equal((fault.ToString(), nearest), (refusal.Detail, refusal.Shortfalls.Single().Left));
        Assert.Equal(0, Calls("reservation.create"));
    }

    [Fact]
    public async Task Who_must_not_come_alone_is_held_together_with_company()
    {
        var refusal = No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Escorted, 1)), default));
        Assert.Contains("1 × Adult", refusal.Detail, StringComparison.Ordinal);

        await HeldAsync(Line(Samples.Escort, 1), Line(Samples.Escorted, 2));
    }

    [Theory]
    [InlineData(409, false)]
    [InlineData(400, false)]
    [InlineData(409, true)]
    [InlineData(400, true)]
    public async Task Too_few_places_are_told_from_the_list_whatever_the_no_looks_like(int status, bool plain)
    {
        (Sandbox.EGuma.Options.NotAvailableStatus, Sandbox.EGuma.Options.PlainTextErrors) = (status, plain);

        var refusal = No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Line(Samples.LastTwo, 3)), default));

        Assert.Equal((3, 2), (refusal.Shortfalls.Single().Asked, refusal.Shortfalls.Single().Left));
    }

    [Fact]
    public async Task What_is_not_offered_any_more_is_refused_and_nothing_is_held()
    {
        Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);
        Sandbox.EGuma.SetActive(Samples.Day.ProductId, false);

        No(RefusalReason.NotFound, await Provider.HoldAsync(Call(), Request(Line(Samples.Vanishing, 1)), default));
        No(RefusalReason.NotFound, await Provider.HoldAsync(Call(), Request(Line(Samples.Day, 1)), default));
        No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Line(Samples.Slot with { StartsAt = "2027-03-01T10:00:00" }, 1)), default));
        No(RefusalReason.NotAllowed, await Provider.HoldAsync(Call(), Request(Line(Samples.Slot, 1) with { Mode = SaleMode.Book }), default));
        Assert.Equal(0, Made("reservation"));
    }

    [Theory]
    [InlineData("products")]
    [InlineData("availabilities")]
    public async Task Silence_while_reading_first_is_a_no_since_nothing_was_asked_for(string operation)
    {
        Happens(operation, ScenarioKind.Malformed, times: null);

        No(RefusalReason.Unreachable, await Provider.HoldAsync(Call(), Request(Line(Samples.Slot, 1)), default));

        Assert.Equal(0, Calls("reservation.create"));
    }

    [Fact]
    public async Task A_change_reserves_the_new_one_first_remembers_it_and_lets_the_old_one_go()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        var remembered = 0;
        var call = Call();
        call = call with
        {
            RememberAsync = async (reference, ct) =>
            {
                if (reference.Kind == "reservation")
                    remembered = Calls("reservation.cancel") == 0 ? 1 : 2;
                await Call().RememberAsync(reference, ct);
            },
        };

        var changed = Yes(await Provider.ChangeHoldAsync(call, Request(Line(Samples.Slot, 3)), default));

        Assert.Equal((1, 57), (remembered, Left(Samples.Slot)));
        Assert.Equal(("released", "held"), (StateOf(0), StateOf(1)));
        Assert.Equal(Bench.Clock.Now.AddHours(1), changed.ExpiresAt);
    }

    [Fact]
    public async Task A_change_for_which_there_is_no_room_beside_the_old_one_leaves_it_as_it_was()
    {
        await HeldAsync(Line(Samples.LastTwo, 2));

        No(RefusalReason.SoldOut, await Provider.ChangeHoldAsync(Call(), Request(Line(Samples.LastTwo, 1)), default));

        Assert.Equal("held", StateOf(0));
        Assert.Equal(2, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.LastTwo, 1)), default)).Places!.Lines.Single().Quantity);
    }

    [Fact]
    public async Task A_release_gives_back_every_reservation_that_is_remembered_also_one_that_a_change_could_not()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Happens("reservation.cancel", ScenarioKind.SilentBefore);
        Yes(await Provider.ChangeHoldAsync(Call(), Request(Line(Samples.Slot, 3)), default));
        Assert.Equal(("held", "held"), (StateOf(0), StateOf(1)));

        Yes(await Provider.ReleaseAsync(Call(), default));

        Assert.Equal(("released", "released"), (StateOf(0), StateOf(1)));
        Assert.Equal(60, Left(Samples.Slot));
        Sandbox.Ledger.ForgetCalls();
        Yes(await Provider.ReleaseAsync(Call(), default));
        Assert.Empty(Sandbox.Ledger.Calls);
        Assert.Equal(HoldFound.Over, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.Slot, 3)), default)).Found);
    }

    [Fact]
    public async Task What_may_have_been_held_without_an_id_nobody_can_tell()
    {
        Happens("reservation.create", ScenarioKind.SilentAfter);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => HeldAsync(Line(Samples.Slot, 2)));

        Assert.Equal(HoldFound.CannotTell, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.Slot, 2)), default)).Found);
    }

    [Fact]
    public async Task The_price_of_a_hold_is_what_is_asked_now()
    {
        Sandbox.EGuma.SetPrice(Samples.Slot.ProductId, Samples.Slot.CategoryId, 1650);

        var move = No(RefusalReason.PriceChanged, await Provider.HoldAsync(Call(), Request(Line(Samples.Slot, 1)), default)).PriceMoves.Single();
        Assert.Equal((new Money(15m, "CHF"), new Money(16.5m, "CHF")), (move.Was, move.Now));

        var held = await HeldAsync(Line(Samples.Slot with { PriceInCents = 1650 }, 1));
        Assert.Equal(new Money(16.5m, "CHF"), held.Lines.Single().NetEach);
    }
}
