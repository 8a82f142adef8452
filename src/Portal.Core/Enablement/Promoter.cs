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
    /// <summary>Nobody has decided about it yet: it stands as it was found.</summary>
    public bool IsNew { get; set; } = true;
    /// <summary>Counts what people decided. Not a concurrency token: the catalogue refresh, which writes the name, must not fail over a switch.</summary>
    public long Version { get; set; }
}
