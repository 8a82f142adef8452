using Portal.Core.Catalog;

namespace Portal.Tests.Catalog;

public sealed class EventQueryTests
{
    public static TheoryData<EventQuery> Queries => new()
    {
        new EventQuery(),
        new EventQuery { Text = "atlético & co = 50% + more", City = "’s-Hertogenbosch", Category = "soccer", Country = "NLD" },
        new EventQuery { From = new(2027, 3, 1), To = new(2027, 3, 31), PriceFrom = 12.5m, PriceTo = 1000, Seats = 4, OnlySellable = false },
        new EventQuery { Kind = OfferKind.Slot, Category = "museum" },
        new EventQuery { Sort = EventSort.Price, Descending = true, Page = 7 },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_survives_its_address(EventQuery query) => Assert.Equal(query, EventQuery.Parse("?" + query.ToQueryString()));

    [Fact]
    public void Asking_for_nothing_needs_no_address() => Assert.Equal("", new EventQuery().ToQueryString());

    [Theory]
    [InlineData("?page=0&seats=-3&from=yesterday&min=cheap&sort=7&kind=9&q=")]
    [InlineData("?&&=&q&page")]
    [InlineData(null)]
    public void What_cannot_be_understood_is_left_out(string? typed) => Assert.Equal(new EventQuery(), EventQuery.Parse(typed));

    [Fact]
    public void Each_filter_can_be_dropped_alone()
    {
        var query = new EventQuery { Text = "ajax", City = "Lyon", Page = 3 };

        Assert.Equal([query with { Text = null, Page = 1 }, query with { City = null, Page = 1 }, query with { OnlySellable = false, Page = 1 }], query.Filters().Select(f => f.Without));
    }
}
