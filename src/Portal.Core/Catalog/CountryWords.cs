using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Core.Catalog;

/// <summary>Countries as people read them.</summary>
public static class CountryWords
{
    private static readonly FrozenDictionary<string, RegionInfo> Regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.ThreeLetterISORegionName.Length == 3)
        .DistinctBy(region => region.ThreeLetterISORegionName)
        .ToFrozenDictionary(region => region.ThreeLetterISORegionName, StringComparer.OrdinalIgnoreCase);

    /// <summary>For a list to choose from, sorted by name.</summary>
    public static readonly IReadOnlyList<(string Alpha3, string Name)> All =
        [.. Regions.Where(r => r.Key.All(char.IsAsciiLetterUpper)).Select(r => (r.Key, r.Value.EnglishName)).OrderBy(c => SearchWords.Plain(c.EnglishName), StringComparer.Ordinal)];

    /// <summary>The English name of an ISO 3166 alpha-3 code; the code itself when it is unknown.</summary>
    public static string Name(string alpha3) => Regions.GetValueOrDefault(alpha3)?.EnglishName ?? alpha3;

    /// <summary>For a list to choose from, in the language of a culture and the order of its alphabet.</summary>
    public static IReadOnlyList<(string Alpha3, string Name)> In(CultureInfo culture) =>
        [.. All.Select(c => (c.Alpha3, NameIn(culture, Regions[c.Alpha3]))).OrderBy(c => c.Item2, StringComparer.Create(culture, ignoreCase: true))];

    // A region's display name follows the machine, whatever the reader's culture is; what the language, spoken there, calls the country does not.
    private static string NameIn(CultureInfo culture, RegionInfo region)
    {
        try
        {
            return new RegionInfo($"{culture.TwoLetterISOLanguageName}-{region.TwoLetterISORegionName}").NativeName is { Length: > 2 } name ? name : region.EnglishName;
        }
        catch (ArgumentException)
        {
            return region.EnglishName;
        }
    }
}
