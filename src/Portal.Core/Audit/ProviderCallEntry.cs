namespace Portal.Core.Audit;

/// <summary>
/// One request to a provider and what came back: the evidence behind a timeline. Secrets and personal data are struck out before it
/// is written.
/// </summary>
public sealed class ProviderCallEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public Guid ConnectionId { get; set; }
    public Guid? HoldId { get; set; }
    public Guid? OrderId { get; set; }
    /// <summary>Method and path with query, secrets struck out.</summary>
    public required string Request { get; set; }
    public string? RequestBody { get; set; }
    /// <summary>HTTP status; null when no answer came.</summary>
    public int? Status { get; set; }
    public string? ResponseBody { get; set; }
    public int Milliseconds { get; set; }
    /// <summary>Why there is no answer, when there is none.</summary>
    public string? Silence { get; set; }
}
