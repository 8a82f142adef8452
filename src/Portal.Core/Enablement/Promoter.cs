namespace Portal.Core.Enablement;

/// <summary>The organiser whose event it is. Found by the catalogue refresh; newly found ones sell and do not book (design rule 6).</summary>
public sealed class Promoter
{
    public Guid Id { get; set; }
    public Guid ConnectionId { get; set; }
    /// <summary>The provider's id, or <c>-</c> for the connection's own promoter where the provider names none.</summary>
    public required string ProviderRef { get; set; }
    public required string Name { get; set; }
    public bool SellingOn { get; set; } = true;
    public bool BookingOn { get; set; }
}

/// <summary>The sales channel an agency sells through. A connection is tied to one.</summary>
public sealed class Channel
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public bool SellingOn { get; set; } = true;
    public bool BookingOn { get; set; }
}
