using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using static Portal.Core.Enablement.NotEnabledReason;

namespace Portal.Tests.Enablement;

/// <summary>
/// The whole truth table: each condition's ways to stand, each with the reason it gives, in every combination. What selling depends on
/// and what booking depends on are multiplied out apart, and neither may hear of the other.
/// </summary>
public sealed class EnablementRuleTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly EnablementFacts AllOn = new()
    {
        AgencyActive = true, ConnectionEnabled = true, Promoter = new("Ajax", true, true), Channel = new("Desks", true, true), EventStatus = EventStatus.OnSale,
        StartUtc = Now.AddDays(1), ProviderCanBook = true, Provider = "SecuTix",
    };

    private sealed record Way(Func<EnablementFacts, EnablementFacts> Set, NotEnabled? Against = null);

    private static readonly Way[][] ForBoth =
    [
        [new(f => f), new(f => f with { AgencyActive = false }, new(AgencyOff))],
        [new(f => f), new(f => f with { ChannelFits = false }, new(OtherChannel, "Desks"))],
        [new(f => f), new(f => f with { ConnectionEnabled = false }, new(ConnectionOff))],
        [
            new(f => f), new(f => f with { IsHeld = true }), new(f => f with { EventStatus = EventStatus.SoldOut, IsHeld = true }),
            new(f => f with { EventStatus = EventStatus.SoldOut }, new(EventSoldOut)), new(f => f with { EventStatus = EventStatus.NotOnSale, IsHeld = true }, new(EventNotOnSale)),
            new(f => f with { EventStatus = EventStatus.Postponed }, new(EventPostponed)), new(f => f with { EventStatus = EventStatus.Cancelled, IsHeld = true }, new(EventCancelled)),
            new(f => f with { EventStatus = EventStatus.Closed }, new(EventClosed)), new(f => f with { EventStatus = EventStatus.Gone }, new(EventGone)),
        ],
        [new(f => f with { StartUtc = null }), new(f => f with { StartUtc = Now.AddTicks(1) }), new(f => f with { StartUtc = Now }, new(EventStarted))],
    ];

    private static readonly Way[][] ForSelling =
    [
        Switched((f, on, here) => f with { Promoter = f.Promoter with { SellingOn = on, SellingHere = here } }, new(PromoterSellingOff, "Ajax"), new(PromoterSellingOffHere, "Ajax")),
        Switched((f, on, here) => f with { Channel = new("Desks", on, false, here) }, new(ChannelSellingOff, "Desks"), new(ChannelSellingOffHere, "Desks")),
    ];

    private static readonly Way[][] ForBooking =
    [
        Switched((f, on, here) => f with { Promoter = f.Promoter with { BookingOn = on, BookingHere = here } }, new(PromoterBookingOff, "Ajax"), new(PromoterBookingOffHere, "Ajax")),
        Switched((f, on, here) => f with { Channel = new("Desks", false, on, null, here) }, new(ChannelBookingOff, "Desks"), new(ChannelBookingOffHere, "Desks")),
        [new(f => f), new(f => f with { ProviderCanBook = false }, new(ProviderCannotBook, "SecuTix"))],
        [new(f => f), new(f => f with { NoBooking = "not reservable" }, new(EventNotBookable, "not reservable"))],
        [
            new(f => f with { BookingFrom = Now, BookingUntil = Now.AddTicks(1) }), new(f => f with { BookingFrom = Now.AddHours(1) }, new(BookingNotOpen, "Mon 1 Mar 2027, 10:00 UTC")),
            new(f => f with { BookingUntil = Now }, new(BookingOver, "Mon 1 Mar 2027, 09:00 UTC")),
        ],
        [new(f => f), new(f => f with { HeldMayBeBooked = true }), new(f => f with { HeldMayBeBooked = false }, new(HoldNotBookable, "SecuTix"))],
    ];

    [Fact]
    public void Selling_is_allowed_or_every_reason_is_told_in_every_combination() =>
        JudgeEvery([.. ForBoth, .. ForSelling], decision => decision.AgainstSelling, decision => decision.MaySell);

    [Fact]
    public void Booking_is_allowed_or_every_reason_is_told_in_every_combination() =>
        JudgeEvery([.. ForBoth, .. ForBooking], decision => decision.AgainstBooking, decision => decision.MayBook);

    [Fact]
    public void Neither_selling_nor_booking_hears_of_the_other_s_switches()
    {
        Assert.All(Every(ForBooking), way => Assert.True(Decide(way.Set(AllOn) with { Channel = AllOn.Channel }).MaySell));
        Assert.All(Every(ForSelling), way => Assert.True(Decide(way.Set(AllOn) with { Channel = AllOn.Channel }).MayBook));
    }

    [Fact]
    public void Without_any_channel_selling_goes_and_booking_does_not()
    {
        var decision = Decide(AllOn with { Channel = null });

        Assert.True(decision.MaySell);
        Assert.Equal([new NotEnabled(NoChannel)], decision.AgainstBooking);
    }

    [Fact]
    public void Each_reason_can_occur()
    {
        var seen = ForBoth.Concat(ForSelling).Concat(ForBooking).SelectMany(ways => ways).Select(way => way.Against?.Reason).OfType<NotEnabledReason>().Append(NoChannel);

        Assert.Equal(Enum.GetValues<NotEnabledReason>().Order(), seen.Distinct().Order());
    }

    [Fact]
    public void A_trace_names_each_condition_once()
    {
        var verdicts = EnablementRule.Judge(AllOn, Now);

        Assert.Equal(Enum.GetValues<Condition>(), verdicts.Select(v => v.Condition));
        Assert.All(verdicts, v => Assert.Null(v.Against));
    }

    [Fact]
    public void Reasons_survive_being_written_down()
    {
        NotEnabled[] reasons = [new(PromoterBookingOff, "Ajax, Amsterdam"), new(EventStarted), new(ChannelBookingOff, new string('x', 100) + "\n\t")];

        var read = NotEnabled.Read(NotEnabled.Write(reasons));

        Assert.Equal([reasons[0], reasons[1], new(ChannelBookingOff, new string('x', 59) + "…")], read);
        Assert.Empty(NotEnabled.Read("The provider said something else."));
    }

    [Fact]
    public void All_reasons_at_once_fit_a_cart_line()
    {
        var name = new string('x', 400);
        var allOff = new EnablementFacts
        {
            AgencyActive = false, ConnectionEnabled = false, ChannelFits = false, Promoter = new(name, false, false, false, false), Channel = new(name, false, false, false, false),
            EventStatus = EventStatus.Postponed, StartUtc = Now, Provider = name, NoBooking = name, BookingFrom = Now.AddDays(1), HeldMayBeBooked = false,
        };

        Assert.Equal(11, Decide(allOff).AgainstBooking.Count);
        Assert.InRange(NotEnabled.Write(Decide(allOff).AgainstBooking).Length, 500, 1000);
    }

    private static EnablementDecision Decide(EnablementFacts facts) => EnablementRule.Decide(facts, Now);

    private static void JudgeEvery(Way[][] conditions, Func<EnablementDecision, IReadOnlyList<NotEnabled>> against, Func<EnablementDecision, bool> may)
    {
        var combinations = 0;
        var allowed = 0;
        foreach (var (set, reasons) in Combined(conditions))
        {
            var decision = Decide(set(AllOn));
            if (!reasons.SequenceEqual(against(decision)) || may(decision) != (reasons.Count == 0))
                Assert.Fail($"Expected {NotEnabled.Write(reasons)} for {set(AllOn)}, was {NotEnabled.Write(against(decision))}");
            combinations++;
            allowed += reasons.Count == 0 ? 1 : 0;
        }
        Assert.Equal(conditions.Aggregate(1, (product, ways) => product * ways.Length), combinations);
        Assert.Equal(conditions.Aggregate(1, (product, ways) => product * ways.Count(way => way.Against is null)), allowed);
    }

    private static IEnumerable<(Func<EnablementFacts, EnablementFacts> Set, List<NotEnabled> Against)> Combined(Way[][] conditions)
    {
        IEnumerable<(Func<EnablementFacts, EnablementFacts>, List<NotEnabled>)> sofar = [(f => f, [])];
        foreach (var ways in conditions)
            sofar = sofar.SelectMany(_ => ways, (one, way) => ((Func<EnablementFacts, EnablementFacts>)(f => way.Set(one.Item1(f))), way.Against is null ? one.Item2 : [.. one.Item2, way.Against]));
        return sofar;
    }

    private static IEnumerable<Way> Every(Way[][] conditions) => conditions.SelectMany(ways => ways);

    // On or off, with an exception that says on, off or nothing.
    private static Way[] Switched(Func<EnablementFacts, bool, bool?, EnablementFacts> set, NotEnabled off, NotEnabled offHere) =>
    [
        .. from isOn in new[] { true, false }
           from here in new bool?[] { null, true, false }
           select new Way(f => set(f, isOn, here), (here, isOn) switch { (false, _) => offHere, (null, false) => off, _ => null }),
    ];
}
