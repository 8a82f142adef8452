using System.Net;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class OneboxChannelsCartTests : OneboxChannelsTest
{
    [Fact]
    public async Task A_cart_keeps_places_for_ten_minutes_after_its_last_call()
    {
        var token = await CartAsync();
        var cart = Good(await AddBest(token, Samples.Theatre, 2));
        Assert.Equal(("600", 2), (cart["timeLeft"], cart.Items.Count));
        Assert.Equal(Samples.Theatre.Left - 2, Left(Samples.Theatre));

        Clock.Advance(TimeSpan.FromMinutes(9));
        Good(await Post("/shoppingCart/validate", ("token", token)));
        Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(2, World.ItemsIn(token));
        Clock.Advance(TimeSpan.FromMinutes(1));

        Refused("1050", HttpStatusCode.NotFound, await Post("/shoppingCart/validate", ("token", token)));
        Assert.Equal(Samples.Theatre.Left, Left(Samples.Theatre));
        Assert.Equal("expired", Sandbox.Ledger.Made("oneboxchannels", "cart").Single().State);
    }

    [Fact]
    public async Task Best_seats_are_together_where_that_is_possible_and_say_so_where_it_is_not()
    {
        var token = await CartAsync();

        Assert.Empty(Good(await AddBest(token, Samples.Theatre, 4)).All("itemWarning"));
        Assert.Contains("SESSION_NON_CONSECUTIVE_SEAT", Good(await AddBest(token, Samples.Scattered, 2)).All("itemWarning").Select(w => w.Value));
        Assert.Contains("NON_CONFIRMED_DATE", Good(await AddBest(token, Samples.UnconfirmedDate, 1)).All("itemWarning").Select(w => w.Value));
        Refused("1053", HttpStatusCode.Conflict, await AddBest(token, Samples.LastTwo, 3));
        Refused("1041", HttpStatusCode.Conflict, await AddBest(token, Samples.NotForSale, 1));
        Refused("1042", HttpStatusCode.Conflict, await AddBest(token, Samples.NoBestSeats, 1));
        Assert.Equal(7, World.ItemsIn(token));
    }

    [Fact]
    public async Task A_chosen_seat_can_be_had_once_and_at_the_ordinary_rate()
    {
        var status = Good(await Get($"/session/{Samples.Theatre.SessionId}/seatMap/100/status"));
        var free = status.All("seatStatus").Where(s => s.Attribute("status")!.Value == "1").Take(2).Select(s => s.Attribute("id")!.Value).ToList();
        var (mine, theirs) = (await CartAsync(), await CartAsync());

        var cart = Good(await Post("/shoppingCart/addSeats", ("token", mine), Seats(Samples.Theatre.SessionId, free)));
        Assert.Equal(free, cart.All("ticket-data").Select(t => t.Attribute("seatId")!.Value));
        Refused("1047", HttpStatusCode.Conflict, await Post("/shoppingCart/addSeats", ("token", theirs), Seats(Samples.Theatre.SessionId, free)));
        Refused("1003", HttpStatusCode.BadRequest, await Post("/shoppingCart/addSeats", ("token", theirs), ("seats", "<seatsList><seat id=\"1\"/></seatsList>")));
        Assert.Equal(0, World.ItemsIn(theirs));

        static (string, string) Seats(long session, IEnumerable<string> ids) =>
            ("seats", $"<seatsList xmlns=\"http://www.oneboxtm.es/ns/input-data/shopping/cart\">{string.Concat(ids.Select(id => $"<seat id=\"{id}\" sessionId=\"{session}\"/>"))}</seatsList>");
    }

    [Fact]
    public async Task Limits_rates_and_parameters_are_kept_strictly()
    {
        var token = await CartAsync();

        Good(await AddBest(token, Samples.AtMostFour, 4));
        Refused("1009", HttpStatusCode.BadRequest, await AddBest(token, Samples.AtMostFour, 1));
        Refused("1003", HttpStatusCode.BadRequest, await AddBest(token, Samples.Theatre, 1, ("idRate", "77")));
        Refused("1008", HttpStatusCode.BadRequest, await AddBest(token, Samples.Theatre, 1, ("rate", "77")));
        Refused("1001", HttpStatusCode.BadRequest, await Post("/shoppingCart/addBestSeats", ("token", token)));
        Refused("1050", HttpStatusCode.NotFound, await AddBest("no-such-token", Samples.Theatre, 1));
        Refused("1009", HttpStatusCode.BadRequest, await Post("/shoppingCart/delivery", ("token", token), ("type", "4"), ("orderDeliveryCost", "6.90")));
        Assert.Equal("27.60", Good(await Post("/shoppingCart/delivery", ("token", token), ("type", "4"), ("orderDeliveryCost", "27.60"))).Value("deliveryCosts"));
    }

    [Fact]
    public async Task Visits_share_the_capacity_of_their_slot_and_release_gives_it_back()
    {
        var token = await CartAsync();
        var cart = Good(await Post("/shoppingCart/addIndividualActivitySeats", ("token", token), ("idSession", $"{Samples.Museum.SessionId}"), ("numSeats", "2"), ("idActivityTicketType", $"{Samples.MuseumChild.OfferId}")));
        Assert.Equal(Samples.Museum.Left - 2, Left(Samples.Museum));

        Good(await Post("/shoppingCart/releaseItems", ("token", token), ("items", cart.Items[0]), ("items", cart.Items[1])));

        Assert.Equal(Samples.Museum.Left, Left(Samples.Museum));
        Refused("1009", HttpStatusCode.BadRequest, await Post("/shoppingCart/releaseItems", ("token", token), ("items", cart.Items[0])));
    }

    [Fact]
    public async Task A_promotion_code_is_taken_in_its_own_words_only()
    {
        var token = await CartWithAsync(Samples.Promoted, 1);

        Refused("1060", HttpStatusCode.Conflict, await Post("/shoppingCart/promotionalCodeGroup", ("token", token), ("idGroup", "5"), ("promotionalCode", "CLUB10")));
        Refused("1061", HttpStatusCode.Conflict, await Post("/shoppingCart/promotionalCodeGroup", ("token", token), ("idGroup", "71"), ("promotionalCode", "CLUB20")));
        Good(await Post("/shoppingCart/promotionalCodeGroup", ("token", token), ("idGroup", "71"), ("promotionalCode", "CLUB10")));
        Assert.NotEmpty(Good(await Create(token)).All("manual-promotion"));
    }

    [Fact]
    public async Task Of_two_buyers_of_the_last_places_one_gets_them()
    {
        var (one, two) = (await CartAsync(), await CartAsync());

        var answers = await Task.WhenAll(AddBest(one, Samples.LastTwo, 2), AddBest(two, Samples.LastTwo, 2));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Single(answers, a => a.Code == "1053");
    }

    [Fact]
    public async Task Scenarios_move_stock_price_and_time()
    {
        var token = await CartAsync();
        Sandbox.Scenarios.Add(new Scenario("oneboxchannels/cart.addBest", ScenarioKind.SoldOut) { Left = 1 });
        Refused("1053", HttpStatusCode.Conflict, await AddBest(token, Samples.Theatre, 2));
        Assert.Equal(1, Left(Samples.Theatre));
        Sandbox.Scenarios.Add(new Scenario("oneboxchannels/cart.addBest", ScenarioKind.PriceUp) { NewRate = 99 });
        Assert.Equal("99.00", Good(await AddBest(token, Samples.OtherTheatre, 1)).Value("base-price"));
        Sandbox.Scenarios.Add(new Scenario("oneboxchannels/cart.validate", ScenarioKind.HoldLapsed));
        Refused("1050", HttpStatusCode.NotFound, await Post("/shoppingCart/validate", ("token", token)));
    }
}
