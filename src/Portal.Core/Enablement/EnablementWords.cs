namespace Portal.Core.Enablement;

/// <summary>What is against a sale as people read it: which switch, whose, and who can change it.</summary>
public static class EnablementWords
{
    private const string Admin = "Your administrator can change it.";

    public static string Sentence(NotEnabled against) => against.Reason switch
    {
        NotEnabledReason.AgencyOff => "Your agency is switched off. Ask the portal's administrator.",
        NotEnabledReason.OtherChannel => $"This provider's connection sells through {Channel(against)}, your agency through another. {Admin}",
        NotEnabledReason.ConnectionOff => $"The connection to this provider is switched off. {Admin}",
        NotEnabledReason.EventNotOnSale => "Not on sale at the provider yet, or no longer. Look again later.",
        NotEnabledReason.EventSoldOut => "Sold out at the provider. Returned places show up here when there are any.",
        NotEnabledReason.EventPostponed => "Postponed: not sold until the new date is fixed.",
        NotEnabledReason.EventCancelled => "Cancelled by the organiser.",
        NotEnabledReason.EventClosed => "Sales are closed at the provider.",
        NotEnabledReason.EventGone => "The provider no longer lists it.",
        NotEnabledReason.EventStarted => "It has begun.",
        NotEnabledReason.PromoterSellingOff => $"Selling is switched off for {Promoter(against)}. {Admin}",
        NotEnabledReason.PromoterSellingOffHere => $"Selling is switched off for this event of {Promoter(against)}. {Admin}",
        NotEnabledReason.ChannelSellingOff => $"Selling is switched off for {Channel(against)}. {Admin}",
        NotEnabledReason.ChannelSellingOffHere => $"Selling is switched off for this event in {Channel(against)}. {Admin}",
        NotEnabledReason.PromoterBookingOff => $"Booking is switched off for {Promoter(against)}. {Admin}",
        NotEnabledReason.PromoterBookingOffHere => $"Booking is switched off for this event of {Promoter(against)}. {Admin}",
        NotEnabledReason.ChannelBookingOff => $"Booking is switched off for {Channel(against)}. {Admin}",
        NotEnabledReason.ChannelBookingOffHere => $"Booking is switched off for this event in {Channel(against)}. {Admin}",
        NotEnabledReason.NoChannel => "Booking needs a sales channel, and neither your agency nor this provider's connection has one. Your administrator can choose one.",
        NotEnabledReason.ProviderCannotBook => $"{against.Of ?? "This provider"} sells at once only: nothing can be kept there and paid later.",
        NotEnabledReason.EventNotBookable => $"The provider does not let this be booked and paid later: {against.Of?.TrimEnd('.') ?? "it gives no reason"}.",
        NotEnabledReason.BookingNotOpen => $"The provider takes bookings for this only from {against.Of ?? "a later time"} on.",
        NotEnabledReason.BookingOver => $"The provider took bookings for this until {against.Of ?? "a while ago"}. It may still be sold.",
        NotEnabledReason.HoldNotBookable => $"{against.Of ?? "The provider"} holds these places, but does not let them be booked and paid later. They may be bought.",
        _ => "It is not on sale.",
    };

    /// <summary>The same for an admin, who is not sent to an admin.</summary>
    public static string ForAdmin(NotEnabled against) => Sentence(against).Replace($" {Admin}", "", StringComparison.Ordinal);

    /// <summary>A few words for a table row.</summary>
    public static string InShort(NotEnabledReason reason) => reason switch
    {
        NotEnabledReason.AgencyOff => "agency off",
        NotEnabledReason.OtherChannel => "other channel",
        NotEnabledReason.ConnectionOff => "provider off",
        NotEnabledReason.EventNotOnSale => "not on sale",
        NotEnabledReason.EventSoldOut => "sold out",
        NotEnabledReason.EventPostponed => "postponed",
        NotEnabledReason.EventCancelled => "cancelled",
        NotEnabledReason.EventClosed => "sales closed",
        NotEnabledReason.EventGone => "no longer listed",
        NotEnabledReason.EventStarted => "has begun",
        NotEnabledReason.PromoterSellingOff => "promoter off",
        NotEnabledReason.PromoterSellingOffHere => "promoter off for this event",
        NotEnabledReason.ChannelSellingOff => "channel off",
        NotEnabledReason.ChannelSellingOffHere => "channel off for this event",
        NotEnabledReason.PromoterBookingOff => "promoter: booking off",
        NotEnabledReason.PromoterBookingOffHere => "promoter: booking off for this event",
        NotEnabledReason.ChannelBookingOff => "channel: booking off",
        NotEnabledReason.ChannelBookingOffHere => "channel: booking off for this event",
        NotEnabledReason.NoChannel => "no channel to book through",
        NotEnabledReason.ProviderCannotBook => "sold at once only",
        NotEnabledReason.EventNotBookable => "not bookable",
        NotEnabledReason.BookingNotOpen => "booking not open yet",
        NotEnabledReason.BookingOver => "booking over",
        NotEnabledReason.HoldNotBookable => "these places: not bookable",
        _ => "not for sale",
    };

    /// <summary>What a condition asks, for a trace.</summary>
    public static string Asks(Condition condition, EnablementFacts facts) => condition switch
    {
        Condition.Agency => "The agency is switched on",
        Condition.ChannelOfAgency => "Agency and connection do not name different channels",
        Condition.Connection => "The connection is switched on",
        Condition.Event => "The provider has it on sale",
        Condition.Start => "It has not begun",
        Condition.PromoterSelling => $"The promoter {facts.Promoter.Name} sells",
        Condition.ChannelSelling => facts.Channel is { } channel ? $"The channel {channel.Name} sells" : "No channel speaks against selling",
        Condition.PromoterBooking => $"The promoter {facts.Promoter.Name} lets book",
        Condition.ChannelBooking => facts.Channel is { } channel ? $"The channel {channel.Name} lets book" : "There is a channel to book through",
        Condition.Provider => $"{facts.Provider ?? "The provider"} can keep places that are paid later",
        Condition.ProviderFlag => "The provider has not closed this event for booking",
        Condition.BookingWindow => "The provider takes bookings at this time",
        Condition.Hold => "The held places may be booked",
        _ => "It is for sale",
    };

    /// <summary>How a fulfilled condition came about.</summary>
    public static string Fulfilled(Condition condition, EnablementFacts facts) => condition switch
    {
        Condition.PromoterSelling => By(facts.Promoter.SellingHere),
        Condition.ChannelSelling => By(facts.Channel?.SellingHere),
        Condition.PromoterBooking => By(facts.Promoter.BookingHere),
        Condition.ChannelBooking => By(facts.Channel?.BookingHere),
        Condition.Hold when facts.HeldMayBeBooked is null => "Yes, as far as is known before a hold",
        _ => "Yes",
    };

    private static string By(bool? here) => here is null ? "Yes" : "Yes, by the exception for this event";

    private static string Promoter(NotEnabled against) => against.Of is { } name ? $"the promoter {name}" : "this promoter";

    private static string Channel(NotEnabled against) => against.Of is { } name ? $"the sales channel {name}" : "this sales channel";
}
