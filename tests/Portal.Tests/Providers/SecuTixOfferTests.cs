using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Providers;

public sealed class SecuTixRestOfferTests : SecuTixOfferTests;

public sealed class SecuTixSoapOfferTests : SecuTixOfferTests
{
    private protected override string Wire => "Soap";
}

public abstract class SecuTixOfferTests : SecuTixInSandbox
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_catalogue_is_read_in_both_of_its_shapes(bool flat)
    {
        Sandbox.SecuTix.Options.FlatCatalogue = flat;

        var events = await CatalogueAsync();

        var opera = events.Single(e => e.EventRef == $"{Samples.Opera.ProductId}");
        Assert.Equal(("Fidelio", "opera", OfferKind.Seats, "Opéra Lumière", "Lyon", "FRA", "Europe/Paris"), (opera.Name, opera.Category, opera.Kind, opera.VenueName, opera.City, opera.Country, opera.TimeZone));
        Assert.Equal([$"{Samples.Opera.PerformanceId}", $"{Samples.OperaOtherEvening.PerformanceId}"], opera.Sessions.Select(s => s.SessionRef));
        Assert.Equal(new Money(7m, "EUR"), opera.FromPrice);
        Assert.Null(opera.NoBooking);
        var service = events.Single(e => e.EventRef == $"{Samples.Service.ProductId}");
        Assert.Equal((OfferKind.Product, "service"), (service.Kind, service.Category));
        Assert.NotNull(service.NoBooking);
        Assert.Equal(EventStatus.NotOnSale, events.Single(e => e.EventRef == $"{Samples.Suspended.ProductId}").Status);
        Assert.Equal("LUMIERE_PRODUCTIONS", opera.Promoter!.Name);
    }

    [Fact]
    public async Task The_programmes_evenings_stand_at_their_houses_by_the_houses_clock()
    {
        var sessions = (await CatalogueAsync()).SelectMany(e => e.Sessions.Select(s => (e.Name, e.VenueName, s.StartLocal))).ToHashSet();

        Assert.All(Programme.From(Bench.Clock.Now).Where(e => e.IsSoldBy(Seller.Secutix)),
            e => Assert.Contains((e.SpeltBy(Seller.Secutix), e.Stage.Name, e.Start), sessions));
    }

    [Fact]
    public async Task What_may_be_read_once_in_ten_minutes_is_read_once_and_used_again()
    {
        await CatalogueAsync();
        await CatalogueAsync();
        await OffersAsync(Samples.Opera);
        Assert.Single(Sandbox.Ledger.CallsOf("secutix/getCatalogDetailed"));

        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await OffersAsync(Samples.Opera);
        Assert.Equal(2, Sandbox.Ledger.CallsOf("secutix/getCatalogDetailed").Count);

        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Happens("getCatalogDetailed", ScenarioKind.Throttled, times: null);
        Assert.NotEmpty(await OffersAsync(Samples.Opera));
    }

    [Fact]
    public async Task A_catalogue_that_takes_a_while_is_asked_for_again_by_the_same_request()
    {
        Sandbox.SecuTix.Options.CatalogueTakes = TimeSpan.FromSeconds(20);
        var asked = Sandbox.Ledger.NextCallOf("secutix/getCatalogDetailed");
        var reading = CatalogueAsync();
        await asked;
        Bench.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.NotEmpty(await reading);

        Assert.Single(Sandbox.Ledger.CallsOf("secutix/getCatalogDetailed").Select(c => c.RequestBody).Distinct());
    }

    [Fact]
    public async Task Prices_are_thousandths_and_stand_for_an_audience_each()
    {
        var offers = await OffersAsync(Samples.Opera);

        Assert.Equal(12, offers.Count);
        var full = offers.Single(o => o.OfferRef == SecuTixFacts.OfferRef(Samples.Opera));
        Assert.Equal((new Money(45m, "EUR"), "Corbeille", "Full price", 126, 10), (full.NetEach, full.Category, full.PersonCategory, full.Stock, full.Rule.Max));
        Assert.Equal(new Money(27m, "EUR"), (await OfferAgainAsync(Samples.OperaReduced)).NetEach);
        Assert.Equal(new Money(0m, "EUR"), (await OfferAgainAsync(Samples.OperaFree)).NetEach);
        Assert.Equal(OfferKind.Zone, (await OfferAgainAsync(Samples.OperaGallery)).Kind);
    }

    [Fact]
    public async Task What_cannot_be_sold_says_why()
    {
        Assert.Contains("holders' names", (await OfferAsync(Samples.Nominative)).WhyNot, StringComparison.Ordinal);
        Assert.Equal("Sold out.", (await OfferAsync(Samples.SoldOut)).WhyNot);
        Assert.Contains("ContactReference", (await OfferAsync(Samples.Museum)).WhyNot, StringComparison.Ordinal);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await OfferAsync(Samples.Museum, ("ContactReference", "C-1001"))).IsSellable);
        Assert.Null((await OfferAsync(Samples.Goods)).Stock);
        Assert.Equal(40, (await OfferAsync(Samples.Service)).Stock);
        Assert.NotNull((await OfferAgainAsync(Samples.Service)).NoBooking);
    }

    [Fact]
    public async Task Many_sessions_are_quoted_in_one_call()
    {
        var keys = new[] { Samples.Opera, Samples.OperaOtherEvening, Samples.SoldOut }.Select(s => Line(s, 1).Session).ToList();

        var quotes = Yes(await Provider.ReadQuotesAsync(Call(), [.. keys, new SessionKey("1", "2")], default));

        Assert.Equal(keys, quotes.Select(q => q.Session));
        Assert.Equal((384, (int?)0), (quotes[0].Stock!.Value, quotes[2].Stock));
        Assert.Equal(new Money(7m, "EUR"), quotes[0].From);
        Assert.Null(quotes[2].From);
        Assert.Single(Sandbox.Ledger.CallsOf("secutix/getEventAvailability"));
    }

    [Fact]
    public async Task Availability_asked_too_often_is_throttling_and_no_empty_list()
    {
        Assert.NotEmpty(await OffersAsync(Samples.Opera));

        No(RefusalReason.Throttled, await Provider.ReadOffersAsync(Call(), Line(Samples.Opera, 1).Session, default));
    }

    private async Task<Offer> OfferAgainAsync(SecuTixSample of)
    {
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        return await OfferAsync(of);
    }
}
