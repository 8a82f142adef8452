using Portal.Core.Catalog;

namespace Portal.Tests.Catalog;

public sealed class EventGroupsTests
{
    private static readonly DateTime Start = new(2027, 5, 8, 20, 0, 0);

    [Theory]
    [InlineData("Opéra du Rhône", "Giselle – Ballet du Rhône")]
    [InlineData("OPERA DU RHONE", "GISELLE: BALLET DU RHONE")]
    [InlineData("Opéra  du Rhône ", "Giselle (Ballet du Rhône)")]
    public void Case_accents_and_punctuation_do_not_part_what_is_the_same(string venue, string title) =>
        Assert.Equal(EventGroups.Of(OfferKind.Zone, "Opéra du Rhône", Start, "Giselle – Ballet du Rhône"), EventGroups.Of(OfferKind.Seats, venue, Start, title));

    [Fact]
    public void Another_house_another_hour_another_order_of_words_is_another_thing()
    {
        var one = EventGroups.Of(OfferKind.Zone, "Arena", Start, "Lions at Tigers");

        Assert.NotEqual(one, EventGroups.Of(OfferKind.Zone, "Arena 2", Start, "Lions at Tigers"));
        Assert.NotEqual(one, EventGroups.Of(OfferKind.Zone, "Arena", Start.AddMinutes(30), "Lions at Tigers"));
        Assert.NotEqual(one, EventGroups.Of(OfferKind.Zone, "Arena", Start, "Tigers at Lions"));
        Assert.NotEqual(one, EventGroups.Of(OfferKind.Day, "Arena", Start, "Lions at Tigers"));
    }

    [Fact]
    public void What_is_open_is_the_same_whatever_its_dates() =>
        Assert.Equal(EventGroups.Of(OfferKind.Day, "Museum", Start, "Entry"), EventGroups.Of(OfferKind.Slot, "Museum", Start.AddDays(3), "Entry"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("–")]
    public void Without_a_house_nothing_is_matched(string? venue) => Assert.Null(EventGroups.Of(OfferKind.Zone, venue, Start, "Lions at Tigers"));
}
