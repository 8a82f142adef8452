namespace Portal.Core.Bookings;

/// <summary>A list's filters that somebody keeps under a name.</summary>
public sealed class SavedView
{
    public Guid Id { get; init; }
    public Guid UserId { get; init; }
    /// <summary>The page it is for: its address without the query.</summary>
    public required string Page { get; init; }
    public required string Name { get; set; }
    /// <summary>The query string, without the question mark.</summary>
    public required string Query { get; set; }
    public DateTime CreatedAt { get; init; }
}
