namespace Portal.Core.Links;

/// <summary>What a customer may do with a link.</summary>
public enum LinkPurpose { Tickets, Guests }

/// <summary>
/// A way in for a customer without an account, to one booking and for one purpose. The token is made when its mail is rendered and is kept as
/// a hash only; sending again makes another link and revokes this one (design rule 9).
/// </summary>
public sealed class CustomerLink
{
    public Guid Id { get; init; }
    public Guid BookingId { get; init; }
    public Guid AgencyId { get; init; }
    public LinkPurpose Purpose { get; init; }
    /// <summary>The one guest whose own link it is; null for the whole booking.</summary>
    public Guid? GuestId { get; init; }
    /// <summary>ISO 639-1, one of <see cref="Languages.CustomerLanguage.All"/>; whoever opens the page may choose another.</summary>
    public string Language { get; set; } = "en";
    /// <summary>SHA-256 of the token, lower-case hex; null until its mail is rendered.</summary>
    public string? TokenHash { get; set; }
    /// <summary>The address it went to, sealed.</summary>
    public required string SealedTo { get; init; }
    public DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? RevokedAt { get; set; }
    /// <summary>When it was last opened.</summary>
    public DateTime? SeenAt { get; set; }
}
