using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>Holds: what is refused and why, what is found again, which hold a line joins.</summary>
public sealed class Xs2EventHoldTests : Xs2EventInSandbox
{
    [Fact]
    public async Task A_broken_quantity_rule_is_named_as_such()
    {
        Assert.Equal(RefusalReason.QuantityNotAllowed, (await Provider.HoldAsync(Call(), Request(Line(Samples.PairsOnly, 3)), default)).Refusal!.Reason);
        Assert.Equal(RefusalReason.QuantityNotAllowed, (await Provider.HoldAsync(Call(), Request(Line(Samples.NoMaxMinus1, 5)), default)).Refusal!.Reason);
    }

    [Fact]
    public async Task An_older_version_without_the_reference_filter_is_searched_by_ticket_and_note()
    {
        Sandbox.Xs2Event.Options.KnowsExternalReference = false;
        Sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.SilentAfter));
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.HoldAsync(Call(), Request(Line(Samples.NoGuests, 2)), default));

        Assert.Equal(HoldFound.Alive, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.NoGuests, 2)), default)).Found);
    }

    [Fact]
    public async Task Refusals_mean_the_same_with_400_as_with_422()
    {
        Sandbox.Xs2Event.Options.RefusalStatus = 400;

        Assert.Equal(RefusalReason.SoldOut, (await Provider.HoldAsync(Call(), Request(Line(Samples.LastTwo, 3)), default)).Refusal!.Reason);
    }

    [Fact]
    public async Task An_unknown_ticket_is_not_found()
    {
        var line = Line(Samples.NoGuests, 1) with { OfferRef = "never-heard-of_tck" };

        Assert.Equal(RefusalReason.NotFound, (await Provider.HoldAsync(Call(), Request(line), default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_currency_without_hundredths_is_refused_in_plain_words_and_nothing_is_sent()
    {
        var refusal = (await Provider.HoldAsync(Call(), Request(Line(Samples.NoGuests, 1) with { NetEach = new Money(5000, "JPY") }), default)).Refusal!;

        Assert.Equal(RefusalReason.NotAllowed, refusal.Reason);
        Assert.Contains("JPY", refusal.Detail, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Ledger.Calls);
    }

    [Fact]
    public void A_line_joins_the_hold_with_most_time_left_unless_it_has_less_than_four_minutes_or_the_same_offer()
    {
        var now = Bench.Clock.Now;
        var (line, other) = (Line(Samples.NoGuests, 1), Line(Samples.LastTwo, 1));
        OpenHold Open(double minutes, HoldLine of) => new(Guid.NewGuid(), now.AddMinutes(minutes), [of]);
        var (late, early, same) = (Open(3.9, other), Open(4, other), Open(9, line));

        Assert.Null(Provider.ChooseHold(line, [late, same], now));
        Assert.Equal(early.HoldId, Provider.ChooseHold(line, [late, early, same], now));
        Assert.Null(Provider.ChooseHold(line, [], now));
    }
}
