using System.Collections.Frozen;
using Portal.Core.Catalog;

namespace Portal.Core.GuestLists;

/// <summary>Reads the gender words, letters and forms of address of one column. What a letter means depends on the others beside it: M is 'male' but for 'mujer'.</summary>
internal sealed class ListGenders
{
    public const string Female = "female", Male = "male", Other = "other";

    private static readonly FrozenDictionary<string, string> Words = new[]
    {
        (Female, "female f feminin feminine femenino femenina femenin femmina femminile woman weiblich frau frl fraulein femme madame mme mademoiselle mlle mujer hembra senora sra senorita srta "
            + "vrouw vrouwelijk mevrouw mevr mw mej mejuffrouw donna signora sigra signorina dona femeni senyora senyoreta mrs ms miss girl ♀"),
        (Male, "male masculin masculine masculino masculi maschile maschio man mannlich mann herr monsieur homme hombre varon senor sr caballero "
            + "mannelijk meneer heer deheer dhr uomo signor signore sig home senyor mr mstr master boy ♂"),
        (Other, "other x divers diverse andere anders autre otro otra altro altra altre nonbinary nichtbinar nonbinair nobinario unspecified unknown unbekannt onbekend keineangabe"),
    }.SelectMany(row => row.Item2.Split(' ').Select(word => (word, row.Item1))).ToFrozenDictionary(x => x.word, x => x.Item2);

    private readonly HashSet<string> letters;

    /// <param name="column">All cells of the column.</param>
    public ListGenders(IEnumerable<string> column) => letters = [.. column.Select(Key).Where(key => key.Length == 1)];

    /// <returns>The gender, and whether the letter could mean another; null when the text says none.</returns>
    public (string Gender, bool IsGuess)? Read(string text) => Key(text) switch
    {
        "" => null,
        "h" => (Male, false), // homme, hombre, home
        "d" => letters.Contains("h") ? (Female, false) : (Other, true), // dona beside home; else divers
        "w" => (Female, false),
        "m" => letters.Contains("h") && !letters.Contains("f") ? (Female, false) : (Male, false), // mujer beside hombre
        "v" => (Female, true), // vrouw, but also varón
        var key => OfTitle(key) is { } gender ? (gender, false) : null,
    };

    /// <summary>The gender that a word or a form of address tells by itself; null when it tells none.</summary>
    public static string? OfTitle(string word) => Words.GetValueOrDefault(Key(word));

    private static string Key(string text) => text is "♀" or "♂" ? text : string.Concat(SearchWords.InOrder(text));
}
