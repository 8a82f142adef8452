using Portal.Core.Catalog;
using Portal.Core.Providers;
using static Portal.Core.Enablement.NotEnabledReason;

namespace Portal.Core.Enablement;

/// <summary>What must be fulfilled, in the order in which it is judged and told.</summary>
public enum Condition
{
    Agency, ChannelOfAgency, Connection, Event, Start,
    PromoterSelling, ChannelSelling,
    PromoterBooking, ChannelBooking, Provider, ProviderFlag, BookingWindow, Hold,
}

/// <summary>How one condition was judged.</summary>
/// <param name="Counts">What depends on it.</param>
/// <param name="Against">Why it is not fulfilled; null when it is.</param>
public sealed record Verdict(Condition Condition, Counts Counts, NotEnabled? Against);

/// <summary>What depends on a condition.</summary>
public enum Counts { ForBoth, ForSelling, ForBooking }

/// <summary>What is allowed; with no reason against it, it is.</summary>
public sealed record EnablementDecision(IReadOnlyList<NotEnabled> AgainstSelling, IReadOnlyList<NotEnabled> AgainstBooking)
{
    public bool MaySell => AgainstSelling.Count == 0;
    public bool MayBook => AgainstBooking.Count == 0;

    /// <summary>Every reason against that way of selling.</summary>
    public IReadOnlyList<NotEnabled> Against(SaleMode mode) => mode == SaleMode.Book ? AgainstBooking : AgainstSelling;

    /// <summary>The no to that way of selling, with every reason; null when it is allowed.</summary>
    public Refusal? Refuses(SaleMode mode) => Against(mode) is { Count: > 0 } against ? new Refusal(RefusalReason.NotEnabled, NotEnabled.Write(against)) : null;
}

/// <summary>
/// The one pure function that says whether promoter, channel, event, agency and provider together allow selling and booking, or every
/// reason why not. Selling and booking are judged apart: neither needs the other. Search, event page, cart and checkout ask it, an
/// admin sees its verdicts one by one; adapters know nothing of it.
/// </summary>
public static class EnablementRule
{
    public static EnablementDecision Decide(EnablementFacts facts, DateTime now)
    {
        var verdicts = Judge(facts, now);
        return new EnablementDecision(
            [.. verdicts.Where(v => v.Counts != Counts.ForBooking).Select(v => v.Against).OfType<NotEnabled>()],
            [.. verdicts.Where(v => v.Counts != Counts.ForSelling).Select(v => v.Against).OfType<NotEnabled>()]);
    }

    /// <summary>Every condition with its verdict, fulfilled or not.</summary>
    public static IReadOnlyList<Verdict> Judge(EnablementFacts facts, DateTime now) =>
    [
        new(Condition.Agency, Counts.ForBoth, Unless(facts.AgencyActive, AgencyOff)),
        new(Condition.ChannelOfAgency, Counts.ForBoth, Unless(facts.ChannelFits, OtherChannel, facts.Channel?.Name)),
        new(Condition.Connection, Counts.ForBoth, Unless(facts.ConnectionEnabled, ConnectionOff)),
        new(Condition.Event, Counts.ForBoth, Of(facts) is { } reason ? new(reason) : null),
        new(Condition.Start, Counts.ForBoth, Unless(!(facts.StartUtc <= now), EventStarted)),

        new(Condition.PromoterSelling, Counts.ForSelling,
            Unless(facts.Promoter.Sells, facts.Promoter.SellingHere is null ? PromoterSellingOff : PromoterSellingOffHere, facts.Promoter.Name)),
        new(Condition.ChannelSelling, Counts.ForSelling,
            Unless(facts.Channel is not { Sells: false }, facts.Channel?.SellingHere is null ? ChannelSellingOff : ChannelSellingOffHere, facts.Channel?.Name)),

        new(Condition.PromoterBooking, Counts.ForBooking,
            Unless(facts.Promoter.Books, facts.Promoter.BookingHere is null ? PromoterBookingOff : PromoterBookingOffHere, facts.Promoter.Name)),
        new(Condition.ChannelBooking, Counts.ForBooking, facts.Channel is not { } channel
            ? new(NoChannel)
            : Unless(channel.Books, channel.BookingHere is null ? ChannelBookingOff : ChannelBookingOffHere, channel.Name)),
        new(Condition.Provider, Counts.ForBooking, Unless(facts.ProviderCanBook, ProviderCannotBook, facts.Provider)),
        new(Condition.ProviderFlag, Counts.ForBooking, Unless(facts.NoBooking is null, EventNotBookable, facts.NoBooking)),
        new(Condition.BookingWindow, Counts.ForBooking, facts.BookingFrom > now
            ? new(BookingNotOpen, Said(facts.BookingFrom.Value))
            : Unless(!(facts.BookingUntil <= now), BookingOver, facts.BookingUntil is { } until ? Said(until) : null)),
        new(Condition.Hold, Counts.ForBooking, Unless(facts.HeldMayBeBooked is not false, HoldNotBookable, facts.Provider)),
    ];

    private static NotEnabled? Unless(bool isFulfilled, NotEnabledReason reason, string? of = null) => isFulfilled ? null : new(reason, of);

    private static string Said(DateTime utc) => $"{VenueWords.When(utc)} UTC";

    private static NotEnabledReason? Of(EnablementFacts facts) => facts.EventStatus switch
    {
        EventStatus.OnSale => null,
        EventStatus.SoldOut when facts.IsHeld => null,
        EventStatus.NotOnSale => EventNotOnSale,
        EventStatus.SoldOut => EventSoldOut,
        EventStatus.Postponed => EventPostponed,
        EventStatus.Cancelled => EventCancelled,
        EventStatus.Closed => EventClosed,
        EventStatus.Gone => EventGone,
        _ => EventNotOnSale,
    };
}
