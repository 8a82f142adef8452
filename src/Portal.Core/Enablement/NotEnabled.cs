namespace Portal.Core.Enablement;

/// <summary>One reason why selling or booking is not allowed.</summary>
public enum NotEnabledReason
{
    AgencyOff, OtherChannel, ConnectionOff,
    EventNotOnSale, EventSoldOut, EventPostponed, EventCancelled, EventClosed, EventGone, EventStarted,
    PromoterSellingOff, PromoterSellingOffHere, ChannelSellingOff, ChannelSellingOffHere,
    PromoterBookingOff, PromoterBookingOffHere, ChannelBookingOff, ChannelBookingOffHere, NoChannel,
    ProviderCannotBook, EventNotBookable, BookingNotOpen, BookingOver, HoldNotBookable,
}

/// <summary>A reason with what it is about. Its sentence is in <see cref="Providers.RefusalWords"/>.</summary>
/// <param name="Reason">Which; those ending in Here come from an exception for this event alone.</param>
/// <param name="Of">Name of the promoter, channel or provider, or the provider's own words; null where the reason says it all.</param>
public sealed record NotEnabled(NotEnabledReason Reason, string? Of = null)
{
    private const int LongestName = 60;

    /// <summary>All of them as a refusal's detail, which a cart line keeps: one a line, its name behind a tab.</summary>
    public static string Write(IEnumerable<NotEnabled> reasons) => string.Join('\n', reasons.Select(r => r.Of is null ? $"{r.Reason}" : $"{r.Reason}\t{Fit(r.Of)}"));

    /// <summary>What <see cref="Write"/> wrote; of another text nothing.</summary>
    public static IReadOnlyList<NotEnabled> Read(string detail) =>
    [
        .. from line in detail.Split('\n')
           let parts = line.Split('\t', 2)
           where Enum.IsDefined(typeof(NotEnabledReason), parts[0])
           select new NotEnabled(Enum.Parse<NotEnabledReason>(parts[0]), parts.Length > 1 ? parts[1] : null),
    ];

    private static string Fit(string name) => (name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name).ReplaceLineEndings(" ").Replace('\t', ' ');
}
