using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Portal.Core.Catalog;
using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>What a heading says of its column.</summary>
/// <param name="Target">As in <see cref="ListTargets"/>; null for a heading that is known and is nothing we ask, like 'Room'.</param>
internal readonly record struct HeadingWord(string? Target);

/// <summary>Recognises headings in the languages agents write them in, whatever their accents, case, hyphens and brackets.</summary>
internal sealed partial class ListHeadings
{
    private static readonly FrozenDictionary<string, HeadingWord> Known = Build();
    private readonly Dictionary<string, string> asked = [];

    /// <param name="wanted">Fields that are asked beyond those of <see cref="GuestFields"/> are known by their own names.</param>
    public ListHeadings(IEnumerable<string> wanted)
    {
        foreach (var name in wanted)
            asked.TryAdd(string.Concat(SearchWords.InOrder(name)), name);
    }

    /// <returns>Null when it is no heading that we know.</returns>
    public HeadingWord? Of(string cell)
    {
        if (cell.Length is 0 or > 60)
            return null;
        return OfText(cell) ?? OfText(Brackets().Replace(cell, " "))
            // 'Vorname / First name', 'Name (Nom)'
            ?? cell.Split(['/', '|', '\n', '(', ')', '–', ':'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(OfText).FirstOrDefault(w => w is not null);
    }

    private HeadingWord? OfText(string text)
    {
        var words = SearchWords.InOrder(text).ToList();
        return OfWords(words) ?? OfWords(words.FindAll(w => !HeadingWords.Between.Contains(w)))
            ?? OfWords(words.FindAll(w => !HeadingWords.Between.Contains(w) && !HeadingWords.Beside.Contains(w)));
    }

    private HeadingWord? OfWords(List<string> words)
    {
        var word = string.Concat(words);
        if (asked.TryGetValue(word, out var name))
            return new HeadingWord(name);
        return Known.TryGetValue(word, out var known) ? known : null;
    }

    private static FrozenDictionary<string, HeadingWord> Build()
    {
        var known = new Dictionary<string, HeadingWord>();
        foreach (var field in GuestFields.All)
            foreach (var name in (string[])[field.Name, field.Label])
                known.TryAdd(string.Concat(SearchWords.InOrder(name)), new HeadingWord(field.Name));
        foreach (var (target, words) in HeadingWords.ByTarget)
            foreach (var word in HeadingWords.Split(words))
                known.TryAdd(word, new HeadingWord(target));
        var (firsts, lasts, bare) = (HeadingWords.Split(HeadingWords.First), HeadingWords.Split(HeadingWords.Last), HeadingWords.Split(HeadingWords.Bare));
        // 'Nom et prénom': beside the first name the bare one is the last. 'Nombre y apellidos': beside the last it is the first.
        foreach (var (first, last) in firsts.SelectMany(first => lasts.Concat(bare).Select(last => (first, last))).Concat(bare.SelectMany(first => lasts.Select(last => (first, last)))))
        {
            known.TryAdd(first + last, new HeadingWord(ListTargets.FullName));
            known.TryAdd(last + first, new HeadingWord(ListTargets.LastNameFirst));
        }
        foreach (var word in HeadingWords.Split(HeadingWords.NotAsked))
            known.TryAdd(word, new HeadingWord(null));
        return known.ToFrozenDictionary();
    }

    [GeneratedRegex(@"[(\[{].*?[)\]}]|\*")]
    private static partial Regex Brackets();
}
