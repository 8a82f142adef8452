using Portal.Core.Guests;
using Portal.Core.Languages;

namespace Portal.Tests.Languages;

public sealed class CustomerWordsTests
{
    /// <summary>Words that a language really shares with English, and texts that are made of places alone.</summary>
    private static readonly HashSet<string> Shared =
    [
        "de:Reasons.Name.Head", "nl:Fields.Zip", "nl:Mail.TicketsLine.One", "nl:Mail.TicketsLine.Other",
    ];

    public static TheoryData<string> Others => [.. CustomerLanguage.All.Where(l => l.Code != "en").Select(l => l.Code)];

    public static TheoryData<string> All => [.. CustomerLanguage.All.Select(l => l.Code)];

    private static Dictionary<string, string> TextsOf(string code) => Texts(CustomerLanguage.Get(code).Words, "").ToDictionary(t => t.Name, t => t.Text);

    private static IEnumerable<(string Name, string Text)> Texts(object words, string under) => words.GetType().GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod!.IsPublic && !p.GetMethod.IsStatic)
        .SelectMany(p => p.GetValue(words) switch
        {
            string text => [(under + p.Name, text)],
            { } part when part.GetType().Namespace == typeof(CustomerWords).Namespace => Texts(part, $"{under}{p.Name}."),
            _ => Enumerable.Empty<(string, string)>(),
        });

    [Fact]
    public void Seven_languages_are_spoken()
    {
        Assert.Equal(["en", "de", "fr", "es", "nl", "it", "ca"], CustomerLanguage.All.Select(l => l.Code));
        Assert.True(TextsOf("en").Count > 120);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_is_empty_or_carelessly_typed(string code)
    {
        foreach (var (name, text) in TextsOf(code))
        {
            Assert.False(string.IsNullOrWhiteSpace(text), name);
            Assert.True(text == text.Trim() && !text.Contains("  ", StringComparison.Ordinal), $"{name}: {text}");
            Assert.DoesNotContain('\'', text);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_language_leaves_a_text_in_English_by_mistake(string code)
    {
        var english = TextsOf("en");
        var same = TextsOf(code).Where(t => t.Value == english[t.Key] && Filling.Places(t.Value).Aggregate(t.Value, (text, place) => text.Replace($"{{{place}}}", "", StringComparison.Ordinal)).Any(char.IsLetter))
            .Select(t => $"{code}:{t.Key}");

        Assert.Equal(Shared.Where(s => s.StartsWith(code, StringComparison.Ordinal)).Order(), same.Order());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_place_of_an_English_text_is_in_each_language_and_no_other(string code)
    {
        var texts = TextsOf(code);
        foreach (var (name, english) in TextsOf("en"))
            Assert.True(Filling.Places(english).Distinct().Order().SequenceEqual(Filling.Places(texts[name]).Distinct().Order()), $"{code}:{name}: {texts[name]}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_field_that_is_asked_has_a_label_and_a_reason(string code)
    {
        var words = CustomerLanguage.Get(code).Words;
        var labels = GuestFields.All.Select(words.Fields.Label).ToList();

        Assert.Equal(GuestFields.All.Count, labels.Distinct().Count());
        Assert.All(GuestFields.All, f => Assert.NotSame(words.Reasons.Other, words.Reasons.Of(f)));
        Assert.Equal("dietary wishes", words.Fields.Label(GuestFields.Get("dietary_wishes")));
        Assert.Same(words.Reasons.Other, words.Reasons.Of(GuestFields.Get("dietary_wishes")));
        Assert.Equal(["female", "male", "other"], words.Fields.Genders.Select(g => g.Value));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_fault_and_every_complaint_has_a_sentence(string code)
    {
        var words = CustomerLanguage.Get(code).Words.Faults;
        var field = GuestFields.Get(GuestFields.Zip);
        var said = Enum.GetValues<GuestFaultKind>().Select(kind => words.Of(kind, field)).ToList();

        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.Contains("20", words.Of(GuestFaultKind.TooLong, field), StringComparison.Ordinal);
        Assert.Equal(3, new[] { "required", "invalid", "<b>anything</b> else" }.Select(words.OfProvider).Distinct().Count());
        Assert.DoesNotContain("anything", words.OfProvider("<b>anything</b> else"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "0 details missing", "1 detail missing", "2 details missing")]
    [InlineData("de", "0 Angaben fehlen", "1 Angabe fehlt", "2 Angaben fehlen")]
    [InlineData("fr", "0 information manquante", "1 information manquante", "2 informations manquantes")]
    [InlineData("ca", "Falten 0 dades", "Falta 1 dada", "Falten 2 dades")]
    public void Numbers_are_said_as_the_language_says_them(string code, string zero, string one, string two)
    {
        var words = CustomerLanguage.Get(code).Words;

        Assert.Equal((zero, one, two), (words.Say(words.Page.Missing, 0), words.Say(words.Page.Missing, 1), words.Say(words.Page.Missing, 2)));
    }

    [Fact]
    public void A_text_with_a_place_that_nothing_is_given_for_is_a_fault_and_what_is_given_is_not_filled_again()
    {
        Assert.Throws<ArgumentException>(() => "Hello {name}".With(("agency", "Kanal")));
        Assert.Equal("Hello {agency}, of Kanal", "Hello {name}, of {agency}".With(("name", "{agency}"), ("agency", "Kanal")));
    }
}
