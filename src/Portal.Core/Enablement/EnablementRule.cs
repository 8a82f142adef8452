using Portal.Core.Catalog;

namespace Portal.Core.Enablement;

/// <summary>One reason why selling or booking is not allowed.</summary>
public enum NotEnabledReason
{
    PromoterSellingOff, PromoterBookingOff, ChannelSellingOff, ChannelBookingOff, ConnectionOff, AgencyOff,
    EventNotOnSale, EventSoldOut, EventPostponed, EventCancelled, EventClosed, EventGone, EventStarted,
}

/// <summary>Everything the decision depends on, read in one query.</summary>
public sealed record EnablementFacts(
    bool AgencyActive, bool ConnectionEnabled,
    bool PromoterSelling, bool PromoterBooking, bool ChannelSelling, bool ChannelBooking,
    EventStatus EventStatus, DateTime? StartUtc);

/// <summary>What is allowed; with no reason against it, it is.</summary>
public sealed record EnablementDecision(IReadOnlyList<NotEnabledReason> AgainstSelling, IReadOnlyList<NotEnabledReason> AgainstBooking)
{
    public bool MaySell => AgainstSelling.Count == 0;
    public bool MayBook => AgainstBooking.Count == 0;
}

/// <summary>
/// The one pure function that says whether promoter, channel, event and agency together allow selling and booking, or every reason
/// why not. Search, event page, cart and checkout ask it; adapters know nothing of it.
/// </summary>
public static class EnablementRule
{
    public static EnablementDecision Decide(EnablementFacts facts, DateTime now)
    {
        var both = new List<NotEnabledReason>();
        if (!facts.AgencyActive) both.Add(NotEnabledReason.AgencyOff);
        if (!facts.ConnectionEnabled) both.Add(NotEnabledReason.ConnectionOff);
        if (EventReason(facts.EventStatus) is { } reason) both.Add(reason);
        if (facts.StartUtc <= now) both.Add(NotEnabledReason.EventStarted);

        var selling = new List<NotEnabledReason>(both);
        if (!facts.PromoterSelling) selling.Add(NotEnabledReason.PromoterSellingOff);
        if (!facts.ChannelSelling) selling.Add(NotEnabledReason.ChannelSellingOff);

        var booking = both;
        if (!facts.PromoterBooking) booking.Add(NotEnabledReason.PromoterBookingOff);
        if (!facts.ChannelBooking) booking.Add(NotEnabledReason.ChannelBookingOff);

        return new EnablementDecision(selling, booking);
    }

    private static NotEnabledReason? EventReason(EventStatus status) => status switch
    {
        EventStatus.OnSale => null,
        EventStatus.NotOnSale => NotEnabledReason.EventNotOnSale,
        EventStatus.SoldOut => NotEnabledReason.EventSoldOut,
        EventStatus.Postponed => NotEnabledReason.EventPostponed,
        EventStatus.Cancelled => NotEnabledReason.EventCancelled,
        EventStatus.Closed => NotEnabledReason.EventClosed,
        EventStatus.Gone => NotEnabledReason.EventGone,
        _ => NotEnabledReason.EventNotOnSale,
    };
}
