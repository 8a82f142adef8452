using Portal.Core.Guests;

namespace Portal.Tests.Guests;

public sealed class EraseDateTests
{
    private static readonly DateTime Booked = new(2027, 1, 10, 9, 0, 0, DateTimeKind.Utc);

    private static EventTimes At(string start, string end, string? zone = "Europe/Amsterdam", bool hasDate = true, string? movedTo = null) =>
        new(Wall(start), Wall(end), zone, hasDate, movedTo is null ? null : Wall(movedTo));

    private static DateTime Wall(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string After(params EventTimes[] events) => EraseDate.Of(events, Booked, 30).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void It_is_so_many_days_after_the_end_on_the_venues_clock() => Assert.Equal("2027-03-31 20:30", After(At("2027-03-01 19:30", "2027-03-01 21:30")));

    [Fact]
    public void Of_several_events_the_last_one_counts() => Assert.Equal("2027-05-01 20:00", After(At("2027-03-01 19:30", "2027-03-01 21:30"), At("2027-04-01 20:00", "2027-04-01 22:00")));

    [Fact]
    public void Where_the_zone_is_unknown_it_is_a_day_later() => Assert.Equal("2027-04-01 21:30", After(At("2027-03-01 19:30", "2027-03-01 21:30", zone: null)));

    [Fact]
    public void An_end_that_was_never_told_is_the_start() => Assert.Equal("2027-03-31 18:30", After(At("2027-03-01 19:30", "0001-01-01 00:00")));

    [Fact]
    public void A_day_without_an_hour_lasts_until_it_ends() => Assert.Equal("2027-03-31 23:00", After(At("2027-03-01 00:00", "2027-03-01 00:00")));

    [Fact]
    public void What_the_provider_moved_later_counts_from_there_and_what_it_moved_earlier_does_not()
    {
        Assert.Equal("2027-04-10 20:30", After(At("2027-03-01 19:30", "2027-03-01 21:30", movedTo: "2027-03-11 19:30")));
        Assert.Equal("2027-03-31 20:30", After(At("2027-03-01 19:30", "2027-03-01 21:30", movedTo: "2027-02-11 19:30")));
    }

    [Fact]
    public void Without_a_date_it_is_a_year_and_so_many_days_after_booking() => Assert.Equal("2028-02-09 09:00", After(At("2000-01-01 00:00", "2999-12-31 00:00", hasDate: false)));

    [Fact]
    public void A_booking_of_which_nothing_was_sold_waits_so_many_days_from_the_booking() => Assert.Equal("2027-02-09 09:00", After());
}
