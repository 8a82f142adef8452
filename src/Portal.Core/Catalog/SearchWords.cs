using System.Globalization;
using System.Text;

namespace Portal.Core.Catalog;

/// <summary>Turns names and queries into the same plain words: no accents, lower case, letters and digits only.</summary>
public static class SearchWords
{
    /// <summary>Longest word kept; the column has this width.</summary>
    public const int MaxLength = 40;

    public static IReadOnlyList<string> Of(params ReadOnlySpan<string?> texts)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            if (text is not null)
                foreach (var word in InOrder(text))
                    words.Add(word.Length <= MaxLength ? word : word[..MaxLength]);
        return [.. words];
    }

    /// <summary>The text without accents in lower case, e.g. <c>Atlético</c> → <c>atletico</c>.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            // Letters that Unicode does not decompose but people type without their stroke or ligature.
            plain.Append(char.ToLowerInvariant(c) switch
            {
                'ø' => "o", 'ł' => "l", 'đ' => "d", 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ı' => "i", var other => other.ToString(),
            });
        }
        return plain.ToString();
    }

    /// <summary>The plain words of a text as they stand in it.</summary>
    public static IEnumerable<string> InOrder(string text) =>
        string.Concat(Plain(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
