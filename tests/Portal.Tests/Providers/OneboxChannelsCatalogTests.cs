using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Tests.Providers;

public sealed class OneboxChannelsCatalogTests : OneboxChannelsInSandbox
{
    [Fact]
    public async Task The_catalogue_has_theatres_with_seats_arenas_with_zones_and_visits_with_slots()
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            events.AddRange(page.Events);

        Assert.Equal(OfferKind.Seats, Of(Samples.Theatre.EventId).Kind);
        Assert.Equal(OfferKind.Zone, Of(Samples.Arena.EventId).Kind);
        Assert.Equal(OfferKind.Slot, Of(Samples.Museum.EventId).Kind);
        var theatre = Of(Samples.Theatre.EventId);
        Assert.Equal(("ESP", "Europe/Madrid", "Teatro Miramar Alto"), (theatre.Country, theatre.TimeZone, theatre.VenueName));
        Assert.Equal(20, Assert.Single(theatre.Sessions).StartLocal.Hour);
        Assert.True(theatre.FromPrice!.Value.Amount < Samples.Theatre.Price);
        Assert.False(Of(Samples.UnconfirmedDate.EventId).Sessions[0].DateConfirmed);
        Assert.NotNull(theatre.Promoter);
        Assert.DoesNotContain(events, e => e.EventRef == $"{Samples.OtherChannelOnly.EventId}");

        CatalogEvent Of(long id) => events.Single(e => e.EventRef == $"{id}");
    }

    [Fact]
    public async Task A_zone_is_offered_at_each_rate_and_seats_can_be_chosen_at_the_ordinary_one()
    {
        var offers = (await OffersAsync(Samples.Theatre)).Where(o => o.ZoneRef == $"{Samples.Theatre.OfferId}").ToList();

        Assert.Equal(3, offers.Count);
        var ordinary = Assert.Single(offers, o => o.CanPickSeats);
        Assert.Equal((Samples.Theatre.Price, "General"), (ordinary.NetEach.Amount, ordinary.PersonCategory));
        Assert.Equal(ordinary.NetEach, ordinary.FaceValue!.Value + ordinary.ChargesEach!.Value);
        Assert.All(offers.Except([ordinary]), o => Assert.Single(o.Notes));
    }

    [Fact]
    public async Task A_promoted_price_is_shown_with_its_own_charges()
    {
        var offer = (await OffersAsync(Samples.Promoted)).First(o => o.ZoneRef == $"{Samples.Promoted.OfferId}");

        Assert.Equal(Samples.Promoted.Price, offer.NetEach.Amount);
        Assert.Equal(Samples.Promoted.Price, Assert.Single((await HeldAsync(OneboxChannelsContractTests.Line(Samples.Promoted, 1))).Lines).NetEach!.Value.Amount);
    }

    [Fact]
    public async Task A_visit_is_offered_to_each_kind_of_visitor()
    {
        var offers = await OffersAsync(Samples.Museum);

        Assert.Equal(["Adulto", "Niño (4 a 12)", "Menor de 4"], offers.Select(o => o.PersonCategory));
        Assert.Equal(0m, offers[2].NetEach.Amount);
        Assert.All(offers, o => Assert.Equal(Samples.Museum.Left, o.Stock));
    }

    [Fact]
    public async Task What_cannot_be_sold_says_why()
    {
        Assert.All(await OffersAsync(Samples.NotForSale), o => Assert.Contains("at the moment", o.WhyNot, StringComparison.Ordinal));
        Assert.Contains("ATTENDANT_SURNAME", (await OffersAsync(Samples.Attendants))[0].WhyNot, StringComparison.Ordinal);
        Assert.All((await OffersAsync(Samples.SoldOut)).Where(o => o.ZoneRef == $"{Samples.SoldOut.OfferId}"), o => Assert.Equal("Sold out.", o.WhyNot));
        var chosenOnly = (await OffersAsync(Samples.NoBestSeats)).Where(o => o.ZoneRef == $"{Samples.NoBestSeats.OfferId}").ToList();
        Assert.Equal([true, false, false], chosenOnly.OrderByDescending(o => o.CanPickSeats).Select(o => o.IsSellable));
        Assert.All(await OffersAsync(Samples.AtMostFour), o => Assert.Equal(4, o.Rule.Max));
    }

    [Fact]
    public async Task A_map_is_one_plan_of_all_views_with_live_states()
    {
        var theatre = Yes(await Provider.ReadSeatMapAsync(Call(), Key(Samples.Theatre.EventId, Samples.Theatre.SessionId), default));
        var grand = Yes(await Provider.ReadSeatMapAsync(Call(), Key(Samples.GrandHouse.EventId, Samples.GrandHouse.SessionId), default));
        var hall = Yes(await Provider.ReadSeatMapAsync(Call(), Key(Samples.Standing.EventId, Samples.Standing.SessionId), default));

        Assert.Equal(372, theatre.Seats.Count);
        Assert.Equal(Samples.Theatre.Left, theatre.Seats.Count(s => s.ZoneRef == $"{Samples.Theatre.OfferId}" && s.Status == SeatStatus.Free));
        Assert.Contains(theatre.Seats, s => s.IsAccessible);
        Assert.Contains(theatre.Seats, s => s.HasReducedView);
        Assert.Equal(grand.Seats.Count, grand.Seats.DistinctBy(s => (s.X, s.Y)).Count());
        Assert.Equal(3, grand.Seats.Select(s => s.ZoneRef).Distinct().Count());
        Assert.Equal(Samples.Standing.Left, Assert.Single(hall.Zones, z => !z.IsNumbered).Free);
        No(RefusalReason.NotFound, await Provider.ReadSeatMapAsync(Call(), Key(Samples.Arena.EventId, Samples.Arena.SessionId), default));
    }

    private static SessionKey Key(long of, long session) => new($"{of}", $"{session}");
}
