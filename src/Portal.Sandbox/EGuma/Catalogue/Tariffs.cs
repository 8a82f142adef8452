using Portal.Sandbox.EGuma.Model;

namespace Portal.Sandbox.EGuma.Catalogue;

/// <summary>The person categories a house has, made from its adult price.</summary>
internal static class Tariffs
{
    private static readonly Dictionary<string, OrderedDictionary<string, string>> Words = new()
    {
        ["adult"] = Text("Erwachsene", "Adult", "Adulte"),
        ["reduced"] = Text("Reduziert (AHV, Studierende)", "Reduced (senior, student)", "Réduit (AVS, étudiants)"),
        ["child"] = Text("Kind 6–15 Jahre", "Child 6–15", "Enfant 6–15 ans"),
        ["small"] = Text("Kind bis 5 Jahre", "Child up to 5", "Enfant jusqu'à 5 ans"),
        ["group"] = Text("Gruppe ab 10 Personen", "Group of 10 or more", "Groupe dès 10 personnes"),
        ["family"] = Text("Familienmitglied", "Family member", "Membre de la famille"),
    };

    public static IReadOnlyList<Category> For(string tariff, string product, long adult) => tariff switch
    {
        "museum" => [Of("adult", product, adult, from: 16), Of("reduced", product, Share(adult, 75)), Of("child", product, Share(adult, 50), 6, 15), Of("small", product, 0, to: 5, max: 6), Of("group", product, Share(adult, 80), min: 10, max: 60)],
        "family" => [Of("adult", product, adult, from: 16), Of("child", product, Share(adult, 50), 6, 15), Of("small", product, 0, to: 5, max: 6), Of("family", product, Share(adult, 65), min: 3, max: 8)],
        "ride" => [Of("adult", product, adult, from: 16), Of("reduced", product, Share(adult, 80)), Of("child", product, Share(adult, 50), 6, 15), Of("group", product, Share(adult, 80), min: 10, max: 80)],
        "spa" => [Of("adult", product, adult, from: 16, max: 6), Of("reduced", product, Share(adult, 85), max: 6)],
        "escorted" => [Of("adult", product, adult, from: 18, max: 8, zero: false), Of("child", product, Share(adult, 50), 6, 17, max: 8)],
        "one" => [Of("adult", product, adult)],
        "none" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(tariff), tariff, null),
    };

    public static OrderedDictionary<string, string> Text(string de, string? en, string? fr)
    {
        var text = new OrderedDictionary<string, string> { ["de"] = de };
        if (en is not null) text["en"] = en;
        if (fr is not null) text["fr"] = fr;
        return text;
    }

    private static long Share(long price, int percent) => price * percent / 100 / 50 * 50;

    private static Category Of(string kind, string product, long price, int? from = null, int? to = null, int min = 1, int max = 20, bool zero = true) => new()
    {
        Id = Ids.Of($"category {kind} of {product}"),
        Names = Words[kind],
        AgeFrom = from,
        AgeTo = to,
        MinQuantity = min,
        MaxQuantity = max,
        AllowZero = zero,
        PriceInCents = price,
    };
}
