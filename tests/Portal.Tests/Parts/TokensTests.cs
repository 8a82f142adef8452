using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Parts;

/// <summary>The look's contrast, from the tokens themselves (WCAG 2.2: 4.5:1 for text, 3:1 for what surrounds a control).</summary>
public sealed partial class TokensTests
{
    private static readonly string Css = File.ReadAllText(Repository.File("src/Portal.Web/wwwroot/tokens.css"));
    private static readonly Dictionary<string, string> Light = Tokens(Css.IndexOf(":root {", StringComparison.Ordinal));
    private static readonly Dictionary<string, string> Dark = Tokens(Css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal));
    private static readonly Dictionary<string, string> PreferredDark = Tokens(Css.IndexOf(":root:not(", StringComparison.Ordinal));

    public static TheoryData<string, string, double> Pairs => new()
    {
        { "text", "paper", 7 }, { "text", "surface", 7 }, { "text", "surface-sunk", 7 }, { "text", "surface-hover", 7 }, { "text", "hue-soft", 7 },
        { "text", "now-soft", 7 }, { "text", "bad-soft", 7 }, { "text", "good-soft", 7 }, { "text", "doubt-soft", 7 },
        { "text-soft", "paper", 4.5 }, { "text-soft", "surface", 4.5 }, { "text-soft", "surface-sunk", 4.5 }, { "text-soft", "surface-hover", 4.5 },
        { "text-soft", "hue-soft", 4.5 }, { "text-soft", "good-soft", 4.5 },
        { "text-faint", "paper", 4.5 }, { "text-faint", "surface", 4.5 }, { "text-faint", "surface-sunk", 4.5 }, { "text-faint", "surface-hover", 4.5 },
        { "hue", "paper", 4.5 }, { "hue", "surface", 4.5 }, { "hue", "surface-hover", 4.5 }, { "hue", "hue-soft", 4.5 }, { "hue-strong", "hue-soft", 4.5 },
        { "on-hue", "hue", 4.5 }, { "on-hue", "hue-strong", 4.5 }, { "on-now", "now-fill", 4.5 }, { "on-bad", "bad-fill", 4.5 },
        { "now", "now-soft", 4.5 }, { "now", "surface", 4.5 }, { "good", "good-soft", 4.5 }, { "bad", "bad-soft", 4.5 }, { "bad", "surface", 4.5 },
        { "bad", "good-soft", 4.5 }, { "now", "good-soft", 4.5 }, { "bad", "paper", 4.5 }, { "doubt", "doubt-soft", 4.5 }, { "still", "still-soft", 4.5 },
        { "line-control", "surface", 3 }, { "line-control", "paper", 3 }, { "focus", "paper", 3 }, { "focus", "surface", 3 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_read_stands_out_from_its_ground_in_light_and_dark(string front, string ground, double atLeast)
    {
        Assert.True(Contrast(Light[front], Light[ground]) >= atLeast, $"Light: {front} on {ground} is {Contrast(Light[front], Light[ground]):0.00}:1.");
        Assert.True(Contrast(Dark[front], Dark[ground]) >= atLeast, $"Dark: {front} on {ground} is {Contrast(Dark[front], Dark[ground]):0.00}:1.");
    }

    [Fact]
    public void Dark_is_the_same_whether_chosen_or_preferred() => Assert.Equal(Dark, PreferredDark);

    private static Dictionary<string, string> Tokens(int from) => Token().Matches(Css[from..Css.IndexOf('}', from)])
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    [GeneratedRegex(@"--([\w-]+):\s*([^;]+);")]
    private static partial Regex Token();
}
