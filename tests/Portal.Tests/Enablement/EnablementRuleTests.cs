using Portal.Core.Catalog;
using Portal.Core.Enablement;

namespace Portal.Tests.Enablement;

public sealed class EnablementRuleTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly EnablementFacts AllOn = new(true, true, true, true, true, true, EventStatus.OnSale, Now.AddDays(1));

    public static TheoryData<EnablementFacts, NotEnabledReason[], NotEnabledReason[]> Cases => new()
    {
        { AllOn, [], [] },
        { AllOn with { AgencyActive = false }, [NotEnabledReason.AgencyOff], [NotEnabledReason.AgencyOff] },
        { AllOn with { ConnectionEnabled = false }, [NotEnabledReason.ConnectionOff], [NotEnabledReason.ConnectionOff] },
        { AllOn with { PromoterSelling = false }, [NotEnabledReason.PromoterSellingOff], [] },
        { AllOn with { ChannelSelling = false }, [NotEnabledReason.ChannelSellingOff], [] },
        { AllOn with { PromoterBooking = false }, [], [NotEnabledReason.PromoterBookingOff] },
        { AllOn with { ChannelBooking = false }, [], [NotEnabledReason.ChannelBookingOff] },
        { AllOn with { PromoterBooking = false, ChannelBooking = false }, [], [NotEnabledReason.PromoterBookingOff, NotEnabledReason.ChannelBookingOff] },
        { AllOn with { EventStatus = EventStatus.NotOnSale }, [NotEnabledReason.EventNotOnSale], [NotEnabledReason.EventNotOnSale] },
        { AllOn with { EventStatus = EventStatus.SoldOut }, [NotEnabledReason.EventSoldOut], [NotEnabledReason.EventSoldOut] },
        { AllOn with { EventStatus = EventStatus.Postponed }, [NotEnabledReason.EventPostponed], [NotEnabledReason.EventPostponed] },
        { AllOn with { EventStatus = EventStatus.Cancelled }, [NotEnabledReason.EventCancelled], [NotEnabledReason.EventCancelled] },
        { AllOn with { EventStatus = EventStatus.Closed }, [NotEnabledReason.EventClosed], [NotEnabledReason.EventClosed] },
        { AllOn with { EventStatus = EventStatus.Gone }, [NotEnabledReason.EventGone], [NotEnabledReason.EventGone] },
        { AllOn with { StartUtc = Now }, [NotEnabledReason.EventStarted], [NotEnabledReason.EventStarted] },
        { AllOn with { StartUtc = Now.AddTicks(1) }, [], [] },
        { AllOn with { StartUtc = null }, [], [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_allowed_or_every_reason_is_told(EnablementFacts facts, NotEnabledReason[] againstSelling, NotEnabledReason[] againstBooking)
    {
        var decision = EnablementRule.Decide(facts, Now);

        Assert.Equal(againstSelling, decision.AgainstSelling);
        Assert.Equal(againstBooking, decision.AgainstBooking);
        Assert.Equal((againstSelling.Length == 0, againstBooking.Length == 0), (decision.MaySell, decision.MayBook));
    }

    [Fact]
    public void All_that_speaks_against_it_is_told_at_once()
    {
        var decision = EnablementRule.Decide(new(false, false, false, false, false, false, EventStatus.Cancelled, Now), Now);

        Assert.Equal(6, decision.AgainstSelling.Count);
        Assert.Equal(6, decision.AgainstBooking.Count);
    }

    [Fact]
    public void Each_reason_can_occur()
    {
        var seen = Cases.SelectMany(row => ((NotEnabledReason[])row[1]).Concat((NotEnabledReason[])row[2])).Distinct();

        Assert.Equal(Enum.GetValues<NotEnabledReason>(), seen.Order());
    }
}
