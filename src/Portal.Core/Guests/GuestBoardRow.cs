namespace Portal.Core.Guests;

/// <summary>How pressing missing guest data are.</summary>
public enum GuestUrgency
{
    /// <summary>Nothing is missing.</summary>
    None,
    Late,
    /// <summary>Within the hours in which the agency's agents are warned.</summary>
    Soon,
    Later,
    /// <summary>No day is known yet.</summary>
    NoDay,
}

/// <summary>The last way to the data that a customer was given. Instants are UTC.</summary>
/// <param name="SeenAt">When it was last opened; null before the first time.</param>
public sealed record GuestLinkGiven(DateTime CreatedAt, DateTime? SeenAt, DateTime? RevokedAt, DateTime ExpiresAt);

/// <summary>One booking on the board of guest data.</summary>
/// <param name="Events">Those for which persons are asked, each once, the first to begin first.</param>
/// <param name="FirstStart">When the first of them begins, venue wall clock; null while that is not known.</param>
/// <param name="TimeZone">The venue's, IANA; null when unknown.</param>
/// <param name="Link">Null while the customer was given none.</param>
public sealed record GuestBoardRow(
    string Reference, string? Customer, string AgentName, GuestProgressView Progress, GuestUrgency Urgency, IReadOnlyList<string> Events, DateTime? FirstStart, string? TimeZone,
    IReadOnlyList<string> Providers, GuestLinkGiven? Link);

/// <summary>A page of the board.</summary>
/// <param name="Total">How many there are, counted up to <see cref="FindGuestProgress.CountedUpTo"/>.</param>
/// <param name="AsOf">When it was read, UTC; what is left until a day is meant from then.</param>
public sealed record GuestBoard(IReadOnlyList<GuestBoardRow> Rows, int Total, bool IsCapped, DateTime AsOf);
