using Portal.Core.Catalog;

namespace Portal.Tests.Catalog;

public sealed class VenueTimeTests
{
    [Theory]
    // Both switches of the year: spring skips 02:00 to 03:00, autumn has it twice.
    [InlineData("2027-03-28T01:59", "Europe/Amsterdam", "2027-03-28T00:59")]
    [InlineData("2027-03-28T02:30", "Europe/Amsterdam", "2027-03-28T01:30")]
    [InlineData("2027-03-28T03:00", "Europe/Amsterdam", "2027-03-28T01:00")]
    [InlineData("2027-10-31T01:59", "Europe/Amsterdam", "2027-10-30T23:59")]
    [InlineData("2027-10-31T02:30", "Europe/Amsterdam", "2027-10-31T01:30")]
    [InlineData("2027-10-31T03:00", "Europe/Amsterdam", "2027-10-31T02:00")]
    // In the weeks between, one side of the Atlantic has changed its clocks and the other has not.
    [InlineData("2027-03-20T20:00", "America/New_York", "2027-03-21T00:00")]
    [InlineData("2027-03-20T20:00", "Europe/London", "2027-03-20T20:00")]
    [InlineData("2027-07-01T20:00", "Asia/Kolkata", "2027-07-01T14:30")]
    [InlineData("2027-07-01T20:00", "Africa/Johannesburg", "2027-07-01T18:00")]
    public void A_wall_clock_time_is_one_instant(string local, string zone, string utc)
    {
        var instant = VenueTime.ToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone);

        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), instant);
        Assert.Equal(DateTimeKind.Utc, instant!.Value.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Europe/Atlantis")]
    public void From_an_unknown_zone_nothing_is_computed(string? zone) => Assert.Null(VenueTime.ToUtc(new DateTime(2027, 7, 1, 20, 0, 0), zone));

    [Theory]
    [InlineData("NLD", "Europe/Amsterdam")]
    [InlineData("gbr", "Europe/London")]
    [InlineData("USA", null)]
    [InlineData("ESP", null)]
    [InlineData("PRT", null)]
    [InlineData("AUS", null)]
    [InlineData("XXX", null)]
    [InlineData(null, null)]
    public void A_country_tells_the_zone_only_where_it_has_one(string? country, string? zone) => Assert.Equal(zone, VenueTime.ZoneOfCountry(country));
}
