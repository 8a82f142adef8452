using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Portal.Core.Catalog;

namespace Portal.Core.GuestLists;

/// <summary>A name in its two parts.</summary>
/// <param name="First">Empty when only one name stands there and it is the last.</param>
/// <param name="Last">Empty when only one name stands there.</param>
/// <param name="Title">The form of address that tells a gender, as written; null without one.</param>
internal readonly record struct SplitName(string First, string Last, string? Title);

/// <summary>Splits whole names: 'Ada Byron', 'Byron, Ada', 'BYRON Ada', 'BYRON/ADA MRS', '3. Frau Dr. Ada von Byron'.</summary>
internal static partial class ListNames
{
    private static readonly FrozenSet<string> Particles =
        "af al am auf ben bin d da dal dalla de degli dei del dela della delle den der des di do dos du el et ibn la las le les lo los of op ter ten 't t van vander vom von vd v.d. zu zum zur".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Before =
        "mr mrs ms miss mx master herr frau fraulein monsieur madame mademoiselle mme mlle sr sra srta senor senora senorita dhr mevr mw meneer mevrouw sig sigra signor signora signorina senyor senyora dr dra prof drs".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> After = "mr mrs ms miss mstr chd inf".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Suffixes = "jr sr junior senior ii iii iv".Split(' ').ToFrozenSet();

    /// <param name="text">Clean text.</param>
    /// <param name="lastFirst">Where no comma tells: the last name stands first.</param>
    public static SplitName Split(string text, bool lastFirst)
    {
        text = Ordinal().Replace(text, "");
        var parts = text.Split([',', '،', '，', ';'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && AirlineWay().Match(text) is { Success: true } airline)
            parts = [airline.Groups[1].Value.Trim(), airline.Groups[2].Value.Trim()];
        if (parts.Length < 2)
        {
            var (words, title) = Untitled(text);
            var (first, last) = Parted(words, lastFirst);
            return new SplitName(string.Join(' ', first), string.Join(' ', last), title);
        }
        var (before, titleBefore) = Untitled(parts[0]);
        var (behind, titleBehind) = Untitled(parts[1].Replace(',', ' '));
        return new SplitName(string.Join(' ', behind), string.Join(' ', before), titleBefore ?? titleBehind);
    }

    /// <summary>The same for the same person, whatever the order, the accents and the case; empty when there is no name.</summary>
    public static string Key(string? first, string? last) => string.Join(' ', SearchWords.Of(first, last));

    private static (List<string> Words, string? Title) Untitled(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        string? title = null;
        while (words.Count > 1 && Before.Contains(Bare(words[0])))
        {
            title ??= ListGenders.OfTitle(words[0]) is null ? null : words[0];
            words.RemoveAt(0);
        }
        while (words.Count > 1 && After.Contains(Bare(words[^1])))
        {
            title ??= ListGenders.OfTitle(words[^1]) is null ? null : words[^1];
            words.RemoveAt(words.Count - 1);
        }
        return (words, title);
    }

    private static (List<string> First, List<string> Last) Parted(List<string> words, bool lastFirst)
    {
        if (words.Count < 2)
            return (words, []);
        var shouted = words.ConvertAll(IsShouted);
        if (shouted.Contains(true) && shouted.Contains(false))
        {
            // 'BYRON Ada' and 'Ada BYRON': capitals tell the last name wherever it stands.
            var (from, to) = (shouted.IndexOf(true), shouted.LastIndexOf(true));
            if (from == 0 || to == words.Count - 1)
                return ([.. words.Where((_, i) => !shouted[i])], [.. words.Where((_, i) => shouted[i])]);
        }
        if (lastFirst || words.TrueForAll(IsEastAsian))
        {
            var to = 0;
            while (to < words.Count - 2 && Particles.Contains(words[to].ToLowerInvariant()))
                to++;
            return (words[(to + 1)..], words[..(to + 1)]);
        }
        var at = words.Count - 1;
        if (at > 1 && Suffixes.Contains(Bare(words[at])))
            at--;
        while (at > 1 && Particles.Contains(words[at - 1].ToLowerInvariant()))
            at--;
        return (words[..at], words[at..]);
    }

    private static string Bare(string word) => string.Concat(SearchWords.InOrder(word));

    private static bool IsShouted(string word) => word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper);

    private static bool IsEastAsian(string word) => word.All(c => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');

    [GeneratedRegex(@"^(\d{1,4}\s*[.):]|[-–•*·])\s+")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^([\p{L}\p{M}' -]+)/([\p{L}\p{M}' -]+)$")]
    private static partial Regex AirlineWay();
}
