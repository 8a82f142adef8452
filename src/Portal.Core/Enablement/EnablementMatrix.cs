namespace Portal.Core.Enablement;

/// <summary>What the page of enablement shows.</summary>
/// <param name="Promoters">New ones first, then by name; as many as were asked for.</param>
/// <param name="PromotersFound">How many there are in all.</param>
/// <param name="Exceptions">Those of events that are still to come, the next first.</param>
/// <param name="History">Who decided what, the latest first.</param>
public sealed record EnablementMatrix(
    IReadOnlyList<PromoterSwitches> Promoters, int PromotersFound, IReadOnlyList<ChannelSwitches> Channels, IReadOnlyList<AgencyChannel> Agencies,
    IReadOnlyList<EventExceptionRow> Exceptions, IReadOnlyList<SwitchMade> History)
{
    public static readonly EnablementMatrix Empty = new([], 0, [], [], [], []);
}

/// <summary>A promoter with its switches.</summary>
/// <param name="ChannelId">The channel its connection is tied to; null is every one.</param>
/// <param name="ProviderCanBook">False where the provider sells at once only, whatever is switched.</param>
/// <param name="Upcoming">Events still to come.</param>
public sealed record PromoterSwitches(
    Guid Id, string Name, string Connection, Guid? ChannelId, bool ProviderCanBook, bool SellingOn, bool BookingOn, bool IsNew, long Version, int Upcoming)
{
    /// <summary>Whether a sale of its events can go through that channel at all.</summary>
    public bool Reaches(Guid channelId) => ChannelId is null || ChannelId == channelId;
}

/// <summary>A channel with its switches, the connections tied to it and the agencies that sell through it.</summary>
public sealed record ChannelSwitches(
    Guid Id, string Name, bool SellingOn, bool BookingOn, bool IsNew, long Version, IReadOnlyList<string> Connections, IReadOnlyList<string> Agencies);

/// <summary>Through which channel an agency sells; null is every one.</summary>
public sealed record AgencyChannel(Guid Id, string Name, Guid? ChannelId);

/// <summary>An exception as a list shows it.</summary>
/// <param name="Owner">For instance <c>promoter Ajax</c>.</param>
public sealed record EventExceptionRow(Guid EventId, string Event, DateTime? StartLocal, string Owner, bool? Selling, bool? Booking);

/// <summary>One decision somebody made.</summary>
public sealed record SwitchMade(DateTime At, string By, string Said);
