using System.Globalization;
using Portal.Core.Catalog;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

/// <summary>Where something plays, as far as the catalogue tells. Country: ISO 3166 alpha-3.</summary>
internal sealed record SecuTixVenue(string? Name, string? City, string? Country, string? TimeZone);

/// <summary>A catalogue that was read, with its things found by id.</summary>
internal sealed class SecuTixCatalogue
{
    private readonly Dictionary<string, SecuTixVenue> venues = [];
    private readonly Dictionary<string, NameDto?> audiences = [];

    public SecuTixCatalogue(CatalogDto catalog, DateTime readAt)
    {
        ReadAt = readAt;
        foreach (var product in catalog.AllProducts.Where(p => p.Id is not null))
        {
            Products[product.Id!] = product;
            foreach (var performance in (product.Event?.Performances ?? []).Where(p => p.Id is not null))
                Performances[performance.Id!] = (product, performance);
        }
        foreach (var site in (catalog.Sites ?? []).Where(s => s.Id is not null))
            venues[$"site {site.Id}"] = Venue(site);
        foreach (var configuration in (catalog.PhysicalConfigurations ?? []).Where(c => c is { Id: not null, SiteId: not null }))
            venues[configuration.Id!] = SiteOf(configuration.SiteId) ?? new SecuTixVenue(configuration.SiteCode, null, null, null);
        foreach (var audience in (catalog.AudienceSubCategories ?? []).Where(a => a.Id is not null))
            audiences[audience.Id!] = audience.ExternalName;
    }

    /// <summary>UTC.</summary>
    public DateTime ReadAt { get; }

    public Dictionary<string, ProductDto> Products { get; } = [];

    public Dictionary<string, (ProductDto Product, PerformanceDto Performance)> Performances { get; } = [];

    public SecuTixVenue? VenueOf(ProductDto product) => (product.Event?.Performances ?? []).Select(p => p.PhysicalConfigurationId)
        .OfType<string>().Select(id => venues.GetValueOrDefault(id)).FirstOrDefault(v => v is not null) ?? SiteOf(product.Simple?.SiteId);

    public string AudienceName(string id, string locale) => audiences.GetValueOrDefault(id)?.In(locale) ?? $"Audience {id}";

    private SecuTixVenue? SiteOf(string? siteId) => siteId is null ? null : venues.GetValueOrDefault($"site {siteId}");

    private static SecuTixVenue Venue(SiteDto site)
    {
        var country = Alpha3(site.SiteAddress?.CountryCode);
        return new SecuTixVenue(site.ExternalName?.In("en") ?? site.Code, site.SiteAddress?.Locality, country, site.TimeZone ?? VenueTime.ZoneOfCountry(country));
    }

    private static string? Alpha3(string? alpha2)
    {
        if (alpha2 is not { Length: 2 })
            return alpha2;
        try
        {
            return new RegionInfo(alpha2).ThreeLetterISORegionName;
        }
        catch (ArgumentException)
        {
            // Not a country that this machine knows: better none than a wrong one.
            return null;
        }
    }
}
