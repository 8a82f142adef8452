namespace Portal.Core.Catalog;

/// <summary>
/// One configured account at a provider. Seeded from the configuration section <c>Connections</c>, whose values win at every start;
/// secrets are sealed with data protection before they reach the database.
/// </summary>
public sealed class Connection
{
    public Guid Id { get; set; }
    /// <summary>Unique; the name of its configuration section.</summary>
    public required string Name { get; set; }
    public required string ProviderKind { get; set; }
    /// <summary>Host root without a trailing path.</summary>
    public required string BaseUrl { get; set; }
    /// <summary>Secrets and contract settings, a sealed JSON object of text values.</summary>
    public required string SealedValues { get; set; }
    public bool IsEnabled { get; set; } = true;
    /// <summary>
    /// Why the configuration switched it off at the last start; null where it is in order or where a person switched it off. A
    /// corrected configuration switches on again only what it had switched off itself.
    /// </summary>
    public string? ConfigurationProblem { get; set; }
    /// <summary>The sales channel this account sells through; null is every one (<see cref="Enablement.Channel"/>).</summary>
    public Guid? ChannelId { get; set; }

    /// <summary>Seconds before the provider's expiry at which we stop committing; null takes the provider's usual margin.</summary>
    public int? MarginSeconds { get; set; }
    /// <summary>Seconds after silence before 'not found' may be believed; null takes the provider's usual.</summary>
    public int? SettleSeconds { get; set; }
    /// <summary>The provider's fixed charge per ticket that appears on its invoice only (XS2Event 1.9).</summary>
    public decimal FeePerTicket { get; set; }
    public string? FeeCurrency { get; set; }
    /// <summary>IANA zone assumed where neither provider, venue nor country tells one.</summary>
    public string? TimeZone { get; set; }
    /// <summary>Where the provider sends its own e-mails about our orders.</summary>
    public string? OrderEmail { get; set; }

    /// <summary>The adapter's mark for the next incremental catalogue read.</summary>
    public string? CatalogMark { get; set; }
    public DateTime? CatalogReadAt { get; set; }
    /// <summary>When the last complete catalogue read ended; entries not seen since are gone.</summary>
    public DateTime? CatalogSweptAt { get; set; }
    public string? CatalogProblem { get; set; }
    /// <summary>Which run reads the catalogue at this moment, and until when it has it for itself; renewed with each page.</summary>
    public Guid? CatalogOwner { get; set; }
    public DateTime? CatalogOwnedUntil { get; set; }
}
