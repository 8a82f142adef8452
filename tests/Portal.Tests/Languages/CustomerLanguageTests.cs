using Portal.Core.Languages;

namespace Portal.Tests.Languages;

public sealed class CustomerLanguageTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("de-CH, de;q=0.9, en;q=0.8", "de")]
    [InlineData("pl, ca;q=0.3, es;q=0.5", "es")]
    [InlineData("en;q=0.1, nl-BE;q=0.2", "nl")]
    [InlineData("FR", "fr")]
    [InlineData("it;q=0, en;q=0.1", "en")]
    [InlineData("ca-valencia", "ca")]
    [InlineData("de;q=nonsense, fr;q=0.1", "fr")]
    [InlineData("ja, zh-Hant;q=0.5, *;q=0.1", "en")]
    [InlineData(",;,;q=,--", "en")]
    public void The_best_of_what_a_browser_likes_is_chosen(string? header, string code) => Assert.Equal(code, CustomerLanguage.BestOf(header).Code);

    [Theory]
    [InlineData("en", "Sunday, 14 March 2027, 09:05")]
    [InlineData("de", "Sonntag, 14. März 2027, 09:05 Uhr")]
    [InlineData("fr", "dimanche 14 mars 2027 à 09:05")]
    [InlineData("es", "domingo, 14 de marzo de 2027, 9:05 h")]
    [InlineData("nl", "zondag 14 maart 2027, 09:05 uur")]
    [InlineData("it", "domenica 14 marzo 2027, ore 09:05")]
    [InlineData("ca", "diumenge, 14 de març de 2027, 9:05 h")]
    public void Days_and_times_are_written_as_the_language_writes_them(string code, string written)
    {
        var language = CustomerLanguage.Get(code);

        Assert.Equal(written, language.Moment(new DateTime(2027, 3, 14, 9, 5, 0)));
        Assert.StartsWith(language.Moment(new DateTime(2027, 3, 14, 20, 45, 0)), language.Instant(new DateTime(2027, 3, 14, 19, 45, 0, DateTimeKind.Utc), "Europe/Madrid"), StringComparison.Ordinal);
        Assert.EndsWith("UTC", language.Instant(new DateTime(2027, 3, 14, 19, 45, 0, DateTimeKind.Utc), "Nowhere/Atall"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Germany", "Spain")]
    [InlineData("de", "Deutschland", "Spanien")]
    [InlineData("fr", "Allemagne", "Espagne")]
    [InlineData("es", "Alemania", "España")]
    [InlineData("nl", "Duitsland", "Spanje")]
    [InlineData("it", "Germania", "Spagna")]
    [InlineData("ca", "Alemanya", "Espanya")]
    public void Countries_have_the_names_and_the_order_of_the_language(string code, string germany, string spain)
    {
        var countries = CustomerLanguage.Get(code).Countries;

        Assert.Equal((germany, spain), (countries.Single(c => c.Alpha3 == "DEU").Name, countries.Single(c => c.Alpha3 == "ESP").Name));
        Assert.True(countries.Count > 200);
        Assert.All(countries, c => Assert.True(c.Name.Length > 2, c.Alpha3));
        Assert.Equal(countries.Count, countries.Select(c => c.Name).Distinct().Count());
    }

    [Fact]
    public void The_alphabet_of_a_language_decides_where_its_accents_stand()
    {
        var names = CustomerLanguage.Get("de").Countries.Select(c => c.Name).ToList();

        Assert.True(names.IndexOf("Österreich") < names.IndexOf("Pakistan"));
    }

    [Fact]
    public void A_code_that_is_none_of_ours_is_English() => Assert.Equal(("en", "fr"), (CustomerLanguage.Get("xx").Code, CustomerLanguage.Get("FR").Code));
}
