using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Core.Languages;

/// <summary>Fills the places of a text, <c>{name}</c>.</summary>
public static partial class Filling
{
    /// <exception cref="ArgumentException">The text has a place that nothing is given for.</exception>
    public static string With(this string text, params (string Name, object Value)[] values) => Place().Replace(text, place =>
    {
        foreach (var (name, value) in values)
            if (place.Groups[1].ValueSpan.SequenceEqual(name))
                return Convert.ToString(value, CultureInfo.InvariantCulture)!;
        throw new ArgumentException($"Nothing is given for {place.Value}.", nameof(values));
    });

    /// <summary>The places of a text.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
