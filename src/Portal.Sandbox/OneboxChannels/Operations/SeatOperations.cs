using System.Globalization;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>Putting places into a cart and taking them out. All or nothing in each call.</summary>
internal sealed class SeatOperations(OneboxChannelsState state)
{
    private const int MostAtOnce = 100;

    public Reply AddVisits(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "idSession", "numSeats", "idActivityTicketType");
        var cart = state.OpenCart(asked, caller);
        var session = state.Sellable(asked.Needed("idSession"), caller);
        var type = session.TicketTypes.FirstOrDefault(t => t.Id == asked.Whole("idActivityTicketType")) ?? throw Faults.Malformed("idActivityTicketType");
        var count = Count(asked, cart, session);
        var places = session.Places.FirstFree(0, count);
        if (places.Count < count) throw Faults.NotEnoughSeats();
        return Put(cart, places.Select(p => ItemOf(session, p, Tariff.Of(type), i => i.TicketTypeId = type.Id)), session);
    }

    public Reply AddBest(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "idSession", "numSeats", "idRate", "idPriceZone");
        var cart = state.OpenCart(asked, caller);
        var session = state.Sellable(asked.Needed("idSession"), caller);
        if (!session.BestSeats) throw Faults.NoBestSeats();
        var zone = session.Zones.ToList().FindIndex(z => z.Id == asked.Whole("idPriceZone"));
        if (zone < 0) throw Faults.Malformed("idPriceZone");
        var rate = asked.WholeIfAny("idRate") is { } id ? session.Rates.FirstOrDefault(r => r.Id == id) ?? throw Faults.Malformed("idRate") : session.DefaultRate;
        var (places, together) = BestSeats.Choose(session.Places, zone, Count(asked, cart, session)) ?? throw Faults.NotEnoughSeats();
        return Put(cart, places.Select(p => InZone(session, p, zone, rate)), session, together ? [] : ["SESSION_NON_CONSECUTIVE_SEAT"]);
    }

    /// <summary>Chosen seats go at the ordinary rate: the documented fragment names no other.</summary>
    public Reply AddChosen(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "seats");
        var cart = state.OpenCart(asked, caller);
        var named = (asked.Fragment("seats", Xml.CartInput + "seatsList") ?? throw Faults.Missing("seats")).Elements(Xml.CartInput + "seat")
            .Select(s => (Id: s.Attribute("id")?.Value ?? "", Session: s.Attribute("sessionId")?.Value ?? "")).ToList();
        if (named.Count == 0 || named.Distinct().Count() != named.Count) throw Faults.Malformed("seats");
        if (named.Select(s => s.Session).Distinct().Count() > 1) throw Faults.Unfit("All seats must be of one session.");
        var session = state.Sellable(named[0].Session, caller);
        CheckLimit(cart, session, named.Count);
        var seats = named.Select(n => long.TryParse(n.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? session.Places.SeatOf(id) : null).ToList();
        if (seats.Exists(s => s is null || session.Places.StatusOf(s) != PlaceStatus.Free)) throw Faults.SeatTaken();

        List<string> warnings = [];
        if (!BestSeats.AreTogether([.. seats.OfType<Spot>()])) warnings.Add("SESSION_NON_CONSECUTIVE_SEAT");
        if (seats.Select(s => s!.Zone).Distinct().Count() > 1) warnings.Add("SESSION_DIFERENT_PRICE_ZONE");
        return Put(cart, seats.Select(s => InZone(session, session.Places.IdOf(s!), s!.Zone, session.DefaultRate)), session, [.. warnings]);
    }

    public Reply Release(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "items");
        var cart = state.OpenCart(asked, caller);
        var ids = asked.Wholes("items");
        if (ids.Any(id => !cart.Items.Exists(i => i.Id == id))) throw Faults.Unfit("An item is not in the cart.");
        return TakeOut(cart, i => ids.Contains(i.Id));
    }

    public Reply ReleaseAll(Call call, Caller caller) => TakeOut(state.OpenCart(Asked.Of(call, "token"), caller), _ => true);

    private Reply TakeOut(Cart cart, Predicate<Item> which)
    {
        foreach (var item in cart.Items.FindAll(which)) state.GiveBack(item);
        cart.Items.RemoveAll(which);
        return Shown(cart);
    }

    private Reply Put(Cart cart, IEnumerable<Item> items, SessionRow session, params string[] warnings)
    {
        foreach (var item in items.ToList())
        {
            item.Warnings.AddRange(warnings);
            if (!session.DateConfirmed) item.Warnings.Add("NON_CONFIRMED_DATE");
            cart.Items.Add(item);
            state.Take(item, PlaceStatus.Held);
        }
        return Shown(cart);
    }

    private Reply Shown(Cart cart)
    {
        state.Touch(cart);
        return Xml.Answer(CartShapes.Of(cart, state));
    }

    private static int Count(Asked asked, Cart cart, SessionRow session)
    {
        if (asked.Whole("numSeats") is not (>= 1 and <= MostAtOnce) and var wrong) throw Faults.Unfit($"numSeats may not be {wrong}.");
        var count = (int)asked.Whole("numSeats");
        CheckLimit(cart, session, count);
        return count;
    }

    private static void CheckLimit(Cart cart, SessionRow session, int more)
    {
        if (cart.Items.Count(i => i.SessionId == session.Id) + more > (session.PurchaseLimit ?? int.MaxValue))
            throw Faults.Unfit($"At most {session.PurchaseLimit} tickets of this session may be bought.");
    }

    private Item InZone(SessionRow session, long place, int zone, Rate? rate) => ItemOf(session, place, Tariff.Of(session.Zones[zone], rate), i =>
    {
        i.ZoneId = session.Zones[zone].Id;
        i.RateId = rate?.Id;
    });

    private Item ItemOf(SessionRow session, long place, Tariff tariff, Action<Item> more)
    {
        var item = new Item
        {
            Id = state.NextId(), SessionId = session.Id, PlaceId = place,
            Base = tariff.Base, AutoPromotion = tariff.Promotion, ChannelCharge = tariff.ChannelCharge, PromoterCharge = tariff.PromoterCharge,
        };
        more(item);
        return item;
    }
}
