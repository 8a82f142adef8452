using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Catalog;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Atlético–Sevilla (2)", "2 atletico sevilla")]
    [InlineData("Brøndby IF vs. Łódź", "brondby if lodz vs")]
    [InlineData("STRAßE straße", "strasse")]
    [InlineData("  ", "")]
    public void Names_and_what_is_typed_become_the_same_words(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Theory]
    [InlineData(1, 1, false, null)]
    [InlineData(2, 2, true, "In pairs only, not leaving a single one")]
    [InlineData(4, 2, false, "In pairs only, at least 4")]
    [InlineData(3, 1, false, "At least 3")]
    public void A_rule_is_said_before_the_click(int min, int step, bool notLeaveOne, string? said) =>
        Assert.Equal(said, QuantityWords.Say(new QuantityRule(min, null, step, notLeaveOne)));

    [Theory]
    [InlineData(1295, "EUR", "€1,295.00")]
    [InlineData(-5, "GBP", "-£5.00")]
    [InlineData(95, "CHF", "95.00 CHF")]
    [InlineData(0.125, "EUR", "€0.125")]
    public void Money_carries_its_currency(decimal amount, string currency, string said) => Assert.Equal(said, new Money(amount, currency).ForPeople());

    [Theory]
    [InlineData("Europe/London", "Europe/Amsterdam", "London time")]
    [InlineData("Europe/Madrid", "Europe/Amsterdam", null)]
    [InlineData(null, "Europe/Amsterdam", "local time")]
    [InlineData("Europe/Madrid", null, "Madrid time")]
    public void The_zone_is_named_when_the_reader_s_clock_differs(string? venue, string? reader, string? said) =>
        Assert.Equal(said, VenueWords.ZoneIfOther(new DateTime(2027, 3, 14, 20, 45, 0), venue, reader));

    [Fact]
    public void The_zone_is_named_in_the_weeks_when_only_one_side_has_changed_its_clocks() =>
        Assert.Equal("New York time", VenueWords.ZoneIfOther(new DateTime(2027, 3, 20, 20, 0, 0), "America/New_York", "Etc/GMT+5"));

    [Fact]
    public void Every_refusal_says_what_happened_what_was_not_done_and_the_way_on()
    {
        foreach (var reason in Enum.GetValues<RefusalReason>())
            foreach (var attempted in Enum.GetValues<Attempted>())
            {
                var words = RefusalWords.For(new Refusal(reason, ""), "XS2Event", attempted);
                Assert.All([words.Happened, words.NotDone, words.Next], part => Assert.Matches(@"^[A-Z].*[.?]$", part));
                Assert.DoesNotContain("error", words.ToString(), StringComparison.OrdinalIgnoreCase);
            }
    }

    [Fact]
    public void Every_reason_against_a_sale_has_its_own_sentence()
    {
        var sentences = Enum.GetValues<NotEnabledReason>().Select(reason => RefusalWords.For(new NotEnabled(reason))).ToList();
        var labels = Enum.GetValues<NotEnabledReason>().Select(EnablementWords.InShort).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.Equal(labels.Count, labels.Distinct().Count());
        Assert.Equal("Booking is switched off for this promoter. Your administrator can change it.", RefusalWords.For(new NotEnabled(NotEnabledReason.PromoterBookingOff)));
        Assert.Equal("Booking is switched off for the sales channel Desks. Your administrator can change it.", RefusalWords.For(new NotEnabled(NotEnabledReason.ChannelBookingOff, "Desks")));
    }

    [Fact]
    public void A_shortfall_says_how_many_are_left_and_a_price_what_it_was_and_is()
    {
        var short1 = RefusalWords.For(new Refusal(RefusalReason.SoldOut, "") { Shortfalls = [new("o", 4, 3)] }, "XS2Event", Attempted.Hold);
        var dearer = RefusalWords.For(new Refusal(RefusalReason.PriceChanged, "") { PriceMoves = [new("o", new(90, "EUR"), new(95, "EUR"))] }, "XS2Event", Attempted.Hold);

        Assert.Equal("Only 3 left, you asked for 4.", short1.Happened);
        Assert.Equal("XS2Event now asks €95.00 instead of €90.00. Nothing is held yet. Hold at €95.00?", dearer.ToString());
    }

    [Fact]
    public void Silence_is_never_called_a_failure()
    {
        var words = RefusalWords.Silent("SecuTix", Attempted.Commit, "14:40");

        Assert.Equal("We sent the booking to SecuTix and got no answer. It may or may not be booked. We are checking and will tell you here by 14:40. Do not book it again.", words.ToString());
    }

    [Fact]
    public void Each_reason_that_the_rule_gave_is_told()
    {
        var words = RefusalWords.For(new Refusal(RefusalReason.NotEnabled, NotEnabled.Write([new(NotEnabledReason.PromoterSellingOff, "Ajax"), new(NotEnabledReason.EventStarted)])), "XS2Event", Attempted.Hold);

        Assert.StartsWith("Selling is switched off for the promoter Ajax.", words.Happened);
        Assert.Equal("It has begun.", words.Next);
    }
}
