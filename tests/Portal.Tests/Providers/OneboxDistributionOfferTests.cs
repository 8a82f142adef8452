using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using static Portal.Tests.Providers.OneboxDistributionContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxDistributionOfferTests : OneboxDistributionInSandbox
{
    [Fact]
    public async Task Each_rate_of_each_price_type_is_an_offer_with_its_charges_told_apart()
    {
        var offers = Yes(await Provider.ReadOffersAsync(Call(), Line(Samples.Zone, 1).Session, default));

        Assert.Equal(6, offers.Count);
        var (general, reduced) = (offers.Single(o => o.OfferRef == Line(Samples.Zone, 1).OfferRef), offers.Single(o => o.OfferRef == Line(Samples.ZoneReduced, 1).OfferRef));
        Assert.Equal((Samples.Zone.Price, 32m, Samples.Zone.Price - 32m), (general.NetEach.Amount, general.FaceValue!.Value.Amount, general.ChargesEach!.Value.Amount));
        Assert.Equal((null, "Reducida"), (general.PersonCategory, reduced.PersonCategory));
        Assert.Equal((OfferKind.Zone, false, general.ZoneRef), (general.Kind, general.CanPickSeats, reduced.ZoneRef));
    }

    [Fact]
    public async Task Numbered_places_can_be_picked_and_asked_for_together()
    {
        var offers = Yes(await Provider.ReadOffersAsync(Call(), Line(Samples.Numbered, 1).Session, default));
        var map = Yes(await Provider.ReadSeatMapAsync(Call(), Line(Samples.Numbered, 1).Session, default));

        Assert.All(offers, o => Assert.Equal((OfferKind.Seats, true, true), (o.Kind, o.CanPickSeats, o.CanAskTogether)));
        Assert.Equal(84, map.Seats.Count);
        Assert.Equal(84, map.Seats.DistinctBy(s => (s.X, s.Y)).Count());
        Assert.All(map.Seats, s => Assert.Equal((SeatStatus.Free, offers[0].ZoneRef, "Sector 101"), (s.Status, s.ZoneRef, s.Section)));
        Assert.True(map.Zones.Single().IsNumbered);
        Assert.Null(map.Zones.Single().Free);
    }

    [Fact]
    public async Task A_mixed_house_shows_its_zones_beside_its_seats_with_live_states()
    {
        var arena = await SessionOfAsync(e => e.VenueName == "Arena del Manzanares");

        var map = Yes(await Provider.ReadSeatMapAsync(Call(), arena, default));

        Assert.Equal(["Grada alta", "Grada lateral", "Grada preferente", "Pista de pie"], map.Zones.Select(z => z.Name).Order());
        Assert.True(map.Zones.Single(z => !z.IsNumbered).Free > 0);
        Assert.Contains(map.Seats, s => s.Status is SeatStatus.Sold);
        Assert.Contains(map.Seats, s => s.Status is SeatStatus.Free);
        Assert.Equal(map.Seats.Count, map.Seats.DistinctBy(s => (s.X, s.Y)).Count());
    }

    [Fact]
    public async Task The_stock_of_an_offer_is_the_availability_call_s_and_not_the_list_s()
    {
        await EventsAsync();
        await HeldAsync(Line(Samples.Zone, 5));

        var listed = (await EventsAsync()).Single(e => e.EventRef == $"{Samples.Zone.EventId}").Sessions[0].StockHint;
        var live = Yes(await Provider.ReadOffersAsync(Call(), Line(Samples.Zone, 1).Session, default)).Single(o => o.OfferRef == Line(Samples.Zone, 1).OfferRef).Stock;

        Assert.Equal((420, 295), (listed, live));
    }

    [Fact]
    public async Task Events_gather_their_sessions_with_venue_promoter_and_the_connection_s_currency()
    {
        var events = await EventsAsync(("Currency", "CHF"));

        Assert.True(events.Count >= 50);
        var tour = events.Single(e => e.VenueName == "Halle am See" && e.Name.StartsWith("Nina Albers", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("CHE", "Europe/Zurich", "concert"), (tour.Country, tour.TimeZone, tour.Category));
        Assert.Equal("Promotora Zürich", tour.Promoter!.Name);
        Assert.All(tour.Sessions, s => Assert.Equal((20, "CHF"), (s.StartLocal.Hour, s.FromPrice!.Value.Currency)));
        Assert.Equal(tour.Sessions.Min(s => s.FromPrice!.Value.Amount), tour.FromPrice!.Value.Amount);
        Assert.Contains(events, e => e.Sessions.Count == 3);
        Assert.False(events.Single(e => e.EventRef == $"{Samples.UnconfirmedDate.EventId}").Sessions[0].DateConfirmed);
        Assert.Equal(EventStatus.SoldOut, events.Single(e => e.EventRef == $"{Samples.SoldOut.EventId}").Status);
        Assert.Equal(EventStatus.NotOnSale, events.Single(e => e.EventRef == $"{Samples.NotYetOnSale.EventId}").Status);
        Assert.DoesNotContain(events, e => e.EventRef == $"{Samples.OtherChannels.EventId}");
    }

    [Fact]
    public async Task Evenings_that_other_systems_sell_too_are_found_by_venue_and_start()
    {
        var sessions = (await EventsAsync()).SelectMany(e => e.Sessions.Select(s => (e.VenueName, s.StartLocal))).ToHashSet();

        Assert.All(Programme.From(Bench.Clock.Now).Where(e => e.IsSoldBy(Seller.OneboxDistribution)), e => Assert.Contains((e.Stage.Name, e.Start), sessions));
    }

    [Theory]
    [InlineData("NotForSale")]
    [InlineData("NotYetOnSale")]
    [InlineData("SoldOut")]
    public async Task What_is_not_sold_says_why(string sample)
    {
        var offers = Yes(await Provider.ReadOffersAsync(Call(), Line(Samples.ByName[sample], 1).Session, default));

        Assert.All(offers, o => Assert.False(o.IsSellable));
        Assert.All(offers, o => Assert.NotNull(o.WhyNot));
    }

    [Fact]
    public async Task A_session_of_another_channel_is_not_found()
    {
        No(RefusalReason.NotFound, await Provider.ReadOffersAsync(Call(), Line(Samples.OtherChannels, 1).Session, default));
        No(RefusalReason.NotFound, await Provider.ReadSeatMapAsync(Call(), Line(Samples.OtherChannels, 1).Session, default));
    }

    [Fact]
    public async Task A_limit_of_the_contract_is_a_rule_of_the_offer()
    {
        var offers = Yes(await Provider.ReadOffersAsync(Call(null, ("MaxPerOrder", "6")), Line(Samples.Zone, 1).Session, default));

        Assert.All(offers, o => Assert.Equal(QuantityFault.AboveMaximum, o.Rule.Check(7, o.Stock)));
    }

    private async Task<IReadOnlyList<CatalogEvent>> EventsAsync(params (string, string)[] more)
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(null, more), null, default))
            events.AddRange(page.Events);
        return events;
    }

    private async Task<SessionKey> SessionOfAsync(Func<CatalogEvent, bool> wanted)
    {
        var found = (await EventsAsync()).First(wanted);
        return new SessionKey(found.EventRef, found.Sessions[0].SessionRef);
    }
}
