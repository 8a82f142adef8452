namespace Portal.Core.Catalog;

/// <summary>Kinds of events as people read them; providers write them as one lower-case word.</summary>
public static class CategoryWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["horseracing"] = "Horse racing", ["motogp"] = "MotoGP", ["formula1"] = "Formula 1", ["combatsport"] = "Combat sport", ["icehockey"] = "Ice hockey",
        ["nba"] = "NBA", ["nfl"] = "NFL", ["mlb"] = "MLB", ["watersport"] = "Water sport", ["dtm"] = "DTM", ["indycar"] = "IndyCar",
        ["generaladmission"] = "General admission", ["busparking"] = "Bus parking", ["carparking"] = "Car parking",
    };

    private static readonly string[] PlacesFirst = ["grandstand", "generaladmission", "hospitality", "camping", "extras", "transfer", "busparking", "carparking"];

    /// <summary>Under which heading an offer stands, and where: places to sit or stand first, parking last.</summary>
    public static (int Rank, string Name) Group(Offer offer)
    {
        var kind = offer.CategoryType ?? "";
        var rank = Array.FindIndex(PlacesFirst, known => string.Equals(known, kind, StringComparison.OrdinalIgnoreCase));
        return (rank < 0 ? 3 : rank, kind.Length > 0 ? Name(kind) : offer.Category ?? "Offers");
    }

    public static string Name(string word) => Names.TryGetValue(word, out var name) || word.Length == 0 ? name ?? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
