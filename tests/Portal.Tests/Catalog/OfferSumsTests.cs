using Portal.Core.Catalog;
using Portal.Core.Pricing;

namespace Portal.Tests.Catalog;

public sealed class OfferSumsTests
{
    [Fact]
    public void The_cheapest_that_can_be_had_counts_and_what_is_free_only_when_all_is()
    {
        Assert.Equal(20m, OfferSums.From([Of("a", 20), Of("b", 10) with { Stock = 0 }, Of("c", 5) with { IsSellable = false }, Of("child", 0)])!.Value.Amount);
        Assert.Equal(0m, OfferSums.From([Of("child", 0)])!.Value.Amount);
        Assert.Null(OfferSums.From([Of("a", 20) with { Stock = 0 }]));
    }

    [Fact]
    public void Rates_of_a_zone_and_kinds_of_people_share_their_places()
    {
        Assert.Equal(30, OfferSums.Stock([Of("full", 20) with { ZoneRef = "z", Stock = 20 }, Of("young", 10) with { ZoneRef = "z", Stock = 20 }, Of("other", 10) with { ZoneRef = "y", Stock = 10 }]));
        Assert.Equal(8, OfferSums.Stock([Of("adult", 20) with { PersonCategory = "adult", Stock = 8 }, Of("child", 10) with { PersonCategory = "child", Stock = 8 }]));
        Assert.Null(OfferSums.Stock([Of("a", 20) with { Stock = 3 }, Of("b", 20) with { Stock = null }]));
    }

    private static Offer Of(string name, decimal net) => new(name, name, new Money(net, "EUR"), new QuantityRule()) { Stock = 5 };
}
