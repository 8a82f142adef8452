using System.Collections.Frozen;
using System.Globalization;
using Portal.Core.Catalog;

namespace Portal.Core.GuestLists;

/// <summary>Reads countries as people write them: codes of two or three letters, car signs, names in their own language and in those that agents write.</summary>
internal static class ListCountries
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "nl", "it", "ca"];

    // What people write and no list of names has.
    private static readonly (string Alpha3, string Words)[] Also =
    [
        ("GBR", "uk|great britain|britain|england|scotland|wales|northern ireland|grossbritannien|schottland|angleterre|grande bretagne|ecosse|inglaterra|gran bretana|escocia|groot brittannie|engeland|schotland|gran bretagna|inghilterra|scozia|anglaterra|gran bretanya"),
        ("USA", "us|u s a|united states of america|america|usa|vereinigte staaten von amerika|amerika|etats unis d amerique|eeuu|ee uu|e e u u|estados unidos de america|vs|verenigde staten van amerika|stati uniti d america|estats units d america|eua"),
        ("NLD", "holland|the netherlands|hollande|holanda|olanda"), ("CZE", "czech republic|tschechische republik|republique tcheque|republica checa|tsjechische republiek|repubblica ceca|republica txeca"),
        ("IRL", "republic of ireland|eire|irish republic"), ("ARE", "uae|vae|emirates|emirate"), ("KOR", "korea|republic of korea|corea|coree|republik korea"), ("RUS", "russian federation|russische foderation"),
        ("HKG", "hong kong|hongkong"), ("MAC", "macao|macau"), ("TUR", "turkiye"), ("CIV", "ivory coast|elfenbeinkuste"), ("CHN", "prc|people s republic of china|volksrepublik china"), ("TWN", "taiwan roc"),
        ("BLR", "weissrussland|wit rusland"), ("MDA", "moldawien|moldova"), ("MKD", "macedonia|mazedonien"), ("VAT", "vatican|holy see"), ("COD", "dr congo|drc"), ("DEU", "d|federal republic of germany|brd|bundesrepublik deutschland"),
        ("AUT", "a"), ("BEL", "b"), ("FRA", "f"), ("ITA", "i"), ("ESP", "e"), ("LUX", "l"), ("PRT", "p"), ("SWE", "s"), ("NOR", "n"), ("FIN", "fin"), ("HUN", "h"), ("POL", "pl"),
    ];

    private static readonly FrozenDictionary<string, string> ByWord = Build();

    /// <returns>The ISO 3166 alpha-3 code; null when the text names no country.</returns>
    public static string? Read(string text)
    {
        if (ByWord.TryGetValue(Key(text), out var code))
            return code;
        // 'Germany (DE)', 'DE - Germany'
        var found = text.Split(['(', ')', '[', ']', '/', ',', ';', '–', '-'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => ByWord.GetValueOrDefault(Key(part))).ToHashSet();
        return found.Count == 1 ? found.First() : null;
    }

    private static string Key(string text) => string.Concat(SearchWords.InOrder(text));

    private static FrozenDictionary<string, string> Build()
    {
        var words = new Dictionary<string, string>();
        var regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.ThreeLetterISORegionName.Length == 3).ToLookup(region => region.ThreeLetterISORegionName);
        foreach (var (code, _) in CountryWords.All)
        {
            words.TryAdd(Key(code), code);
            words.TryAdd(Key(regions[code].First().TwoLetterISORegionName), code);
            foreach (var region in regions[code])
                foreach (var name in (string[])[region.EnglishName, region.NativeName])
                    words.TryAdd(Key(name), code);
        }
        foreach (var (code, names) in Also)
            foreach (var name in names.Split('|'))
                words.TryAdd(Key(name), code);
        foreach (var (code, name) in regions.SelectMany(region => Translated(region.First()).Select(name => (region.Key, name))))
            words.TryAdd(Key(name), code);
        words.Remove("");
        return words.ToFrozenDictionary();
    }

    // The framework names a region in another language only as part of a culture: 'inglés (Alemania)', 'inglés (Myanmar [Birmania])'.
    private static List<string> Translated(RegionInfo region)
    {
        var names = new List<string>();
        var own = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in Languages)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                var name = new CultureInfo($"en-{region.TwoLetterISORegionName}").DisplayName;
                names.AddRange(name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(['[', ']', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
        return names;
    }
}
