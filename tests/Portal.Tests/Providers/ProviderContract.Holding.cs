using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

public abstract partial class ProviderContract
{
    [Fact]
    public async Task A_hold_keeps_the_places_until_the_providers_own_expiry()
    {
        var held = await HeldAsync(Plain);

        Assert.NotEmpty(held.References);
        Assert.Equal(Provider.Traits.HoldLength, held.ExpiresAt - bench.Clock.Now);
        var line = Assert.Single(held.Lines);
        Assert.Equal((Plain.OfferRef, Plain.Quantity), (line.OfferRef, line.Quantity));
        Assert.Equal(1, Facts.HoldsMade(sandbox));
    }

    [Fact]
    public async Task A_change_replaces_what_is_held()
    {
        var held = await HeldAsync(Plain);

        var changed = Yes(await Provider.ChangeHoldAsync(Call(held.References), Request(Plain with { Quantity = Plain.Quantity + 1 }), default));

        Assert.Equal(Plain.Quantity + 1, Assert.Single(changed.Lines).Quantity);
        var replaces = Provider.Traits.HoldChange is HoldChange.ByReplacing;
        Assert.True(changed.ExpiresAt <= held.ExpiresAt || Provider.Traits.HoldClock is not HoldClock.Fixed || replaces);
        Assert.Equal(replaces ? 2 : 1, Facts.HoldsMade(sandbox));
    }

    [Fact]
    public async Task A_released_hold_gives_its_places_back_and_may_be_released_again()
    {
        Facts.SetStock(sandbox, Plain.OfferRef, Plain.Quantity);
        var held = await HeldAsync(Plain);

        Yes(await Provider.ReleaseAsync(Call(held.References), default));
        Yes(await Provider.ReleaseAsync(Call(held.References), default));

        await HeldAsync(Plain);
    }

    [Fact]
    public async Task Too_few_places_are_a_refusal_that_says_how_many_are_left()
    {
        Facts.SetStock(sandbox, Plain.OfferRef, 1);

        var refusal = No(RefusalReason.SoldOut, await Provider.HoldAsync(Call(), Request(Plain with { Quantity = 3 }), default));

        Assert.Equal(new Shortfall(Plain.OfferRef, 3, 1), Assert.Single(refusal.Shortfalls));
        Assert.Equal(0, Facts.HoldsMade(sandbox));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_hold_as_it_was()
    {
        var held = await HeldAsync(Plain);
        Facts.SetStock(sandbox, Plain.OfferRef, 1);

        No(RefusalReason.SoldOut, await Provider.ChangeHoldAsync(Call(held.References), Request(Plain with { Quantity = Plain.Quantity + 5 }), default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(Plain), default));
        Assert.Equal(HoldFound.Alive, found.Found);
        Assert.Equal(Plain.Quantity, Assert.Single(found.Places!.Lines).Quantity);
    }

    [Fact]
    public async Task A_moved_price_is_a_refusal_that_says_was_and_now()
    {
        if (!Facts.LocksPrice)
            return;
        var quoted = Plain with { NetEach = Plain.NetEach with { Amount = Plain.NetEach.Amount - 1 } };

        var refusal = No(RefusalReason.PriceChanged, await Provider.HoldAsync(Call(), Request(quoted), default));

        Assert.Equal(new PriceMove(Plain.OfferRef, quoted.NetEach, Plain.NetEach), Assert.Single(refusal.PriceMoves));
        Assert.Equal(0, Facts.HoldsMade(sandbox));
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter)]
    [InlineData(ScenarioKind.ServerErrorAfter)]
    [InlineData(ScenarioKind.Malformed)]
    public async Task A_hold_whose_answer_was_lost_is_found_by_our_own_name(ScenarioKind loss)
    {
        Happens(Facts.Operations.Hold, loss);
        await SilentAsync(Provider.HoldAsync(Call(), Request(Plain), default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(), Request(Plain), default));

        Assert.Equal(1, Facts.HoldsMade(sandbox));
        Assert.Equal(Facts.FindsLostHolds ? HoldFound.Alive : HoldFound.CannotTell, found.Found);
        if (Facts.FindsLostHolds)
            Assert.Equal(Plain.Quantity, Assert.Single(found.Places!.Lines).Quantity);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.ServerErrorBefore)]
    public async Task A_hold_that_never_arrived_is_not_found_even_beside_a_colleagues(ScenarioKind loss)
    {
        Yes(await Provider.HoldAsync(Call(), Request(Plain) with { OurReference = "portal-a-colleague" }, default));
        remembered.Clear();
        Happens(Facts.Operations.Hold, loss);
        await SilentAsync(Provider.HoldAsync(Call(), Request(Plain), default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(), Request(Plain), default));

        Assert.Equal(Facts.FindsLostHolds ? HoldFound.Nothing : HoldFound.CannotTell, found.Found);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, 1)]
    [InlineData(ScenarioKind.SilentBefore, 0)]
    public async Task A_silent_change_is_told_from_what_is_in_the_hold(ScenarioKind loss, int more)
    {
        var held = await HeldAsync(Plain);
        var request = Request(Plain with { Quantity = Plain.Quantity + 1 });
        Happens(Facts.Operations.Change, loss);
        await SilentAsync(Provider.ChangeHoldAsync(Call(held.References), request, default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), request, default));

        Assert.Equal(HoldFound.Alive, found.Found);
        // What cannot be read counts as it was: what was made besides lapses by itself.
        Assert.Equal(Plain.Quantity + (Facts.ReadsHolds ? more : 0), Assert.Single(found.Places!.Lines).Quantity);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, HoldFound.Over)]
    [InlineData(ScenarioKind.SilentBefore, HoldFound.Alive)]
    public async Task A_silent_release_is_told_from_the_hold(ScenarioKind loss, HoldFound expected)
    {
        var held = await HeldAsync(Plain);
        Happens(Facts.Operations.Release, loss, times: null);
        await SilentAsync(Provider.ReleaseAsync(Call(held.References), default));
        sandbox.Scenarios.Clear();

        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(Plain), default));

        // What cannot be read counts as alive, and is released again.
        Assert.Equal(Facts.ReadsHolds ? expected : HoldFound.Alive, found.Found);
    }

    [Fact]
    public async Task A_lapsed_hold_is_over_and_can_be_neither_changed_nor_committed()
    {
        var held = await HeldAsync(Plain);
        bench.Clock.Advance(Provider.Traits.HoldLength + TimeSpan.FromSeconds(1));

        No(RefusalReason.HoldExpired, await Provider.ChangeHoldAsync(Call(held.References), Request(Plain), default));
        // Where something comes before a commit, that finds out first.
        if (Provider is IPrepares)
            No(RefusalReason.HoldExpired, await PrepareAsync(held.References, Plain));
        else
            No(RefusalReason.HoldExpired, await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        Assert.Equal(HoldFound.Over, Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(Plain), default)).Found);
        Assert.Equal(0, Facts.OrdersMade(sandbox));
    }
}
