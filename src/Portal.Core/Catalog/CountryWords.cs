using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Core.Catalog;

/// <summary>Countries as people read them.</summary>
public static class CountryWords
{
    private static readonly FrozenDictionary<string, string> Names = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.ThreeLetterISORegionName.Length == 3)
        .DistinctBy(region => region.ThreeLetterISORegionName)
        .ToFrozenDictionary(region => region.ThreeLetterISORegionName, region => region.EnglishName, StringComparer.OrdinalIgnoreCase);

    /// <summary>For a list to choose from, sorted by name.</summary>
    public static readonly IReadOnlyList<(string Alpha3, string Name)> All =
        [.. Names.Where(c => c.Key.All(char.IsAsciiLetterUpper)).Select(c => (c.Key, c.Value)).OrderBy(c => SearchWords.Plain(c.Value), StringComparer.Ordinal)];

    /// <summary>The English name of an ISO 3166 alpha-3 code; the code itself when it is unknown.</summary>
    public static string Name(string alpha3) => Names.GetValueOrDefault(alpha3, alpha3);
}
