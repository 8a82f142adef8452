using Portal.Sandbox.Control;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>Onebox Channels' own page: who may book, carts, orders, and the sessions that were searched for.</summary>
internal static class OneboxChannelsPanel
{
    private const string Here = "/sandbox/oneboxchannels";
    private const int Shown = 25;

    public static Markup Draw(OneboxChannelsWorld world, string find) => world.Within(() =>
    {
        var state = world.State;
        return Markup.Of($"""
            <h2>Bookings</h2>{Page.Table("Who may book without paying; both must be on", ["Who", "Bookings", "Do"], [.. state.Channels.Values.Select(Row), .. state.Catalogue.Promoters.Select(Row)])}
            <h2>Ways of the provider</h2><form method="post" action="{Here}/options">
            {Switch("purchase_keeps_code", "purchaseBooking keeps the order's code", state.Options.PurchaseKeepsCode)}{Switch("bookings_need_payment", "Bookings are committed with payments only", state.Options.BookingsNeedPayment)}
            {Switch("forgets_expired_orders", "Lapsed orders are not found (1050)", state.Options.ForgetsExpiredOrders)}{Switch("tells_time_left", "Answers tell the time left", state.Options.TellsTimeLeft)}<button>Set</button></form>
            <h2>Orders</h2>{Page.Table($"The last {Shown} orders, newest first", ["Code", "Status", "Items", "Total", "Do"], [.. state.Orders.Values.Reverse().Take(Shown).Select(o => Row(o, state))])}
            <h2>Carts</h2>{Page.Table($"The last {Shown} carts, newest first", ["Token", "State", "Items", "Last used", "Do"], [.. state.Carts.Values.Reverse().Take(Shown).Select(Row)])}
            <h2>Sessions</h2><form method="get" action="{Here}"><label>Event, venue, city or id<input name="find" value="{find}"></label><button>Find</button></form>
            {(find.Length == 0 ? Markup.Empty : Page.Table($"The first {Shown} found", ["Event", "Offer", "Change"], [.. Found(state, find).Take(Shown).SelectMany(Rows)]))}
            <h2>Samples</h2>{Page.Table("Offers tests rely on", ["Name", "Event"], [.. state.Samples.ByName.Select(s => Markup.Of(
                $"<tr><td><a href=\"{Here}?find={s.Value.SessionId}\">{s.Key}</a></td><td>{state.Catalogue.Events[s.Value.EventId].Title}</td></tr>"))])}
            """);
    });

    private static IEnumerable<SessionRow> Found(OneboxChannelsState state, string find) => state.Catalogue.Sessions.Values.Where(s =>
        $"{s.Id}" == find || $"{s.Event.Id}" == find || s.Event.Title.Contains(find, StringComparison.OrdinalIgnoreCase)
        || s.Event.House.Name.Contains(find, StringComparison.OrdinalIgnoreCase) || s.Event.House.City.Contains(find, StringComparison.OrdinalIgnoreCase));

    private static Markup Row(Channel c) => Row($"Channel {c.Id}, {c.Name}", c.MayBook, $"{Here}/channels/{c.Id}/booking");

    private static Markup Row(Promoter p) => Row($"Promoter {p.Id}, {p.Name}", p.MayBook, $"{Here}/promoters/{p.Id}/booking");

    private static Markup Row(string name, bool on, string action) => Markup.Of($"""
        <tr><td>{name}</td><td>{(on ? "on" : "off")}</td><td><form method="post" action="{action}"><input type="hidden" name="on" value="{(on ? "false" : "true")}"><button aria-label="Switch {(on ? "off" : "on")} bookings of {name}">Switch {(on ? "off" : "on")}</button></form></td></tr>
        """);

    private static Markup Row(Order o, OneboxChannelsState state) => Markup.Of($"""
        <tr><td class="id">{o.Code}</td><td>{o.Type} {o.Status}{(o.Status == "PRE_ORDER" ? Markup.Of($"<br>locked until {o.LapsesAt}") : Markup.Empty)}</td><td>{o.Items.Count} · {state.SessionOf(o.Items[0]).Event.Title}</td><td>{o.Total}</td>
        <td>{(o.Status is "PRE_ORDER" or "CONFIRMED" ? Page.Button($"{Here}/holds/{o.Code}/lapse", "Let lapse", o.Code) : Markup.Empty)}{(o.Status == "PAID" ? Page.Button($"{Here}/orders/{o.Code}/refund", "Refund", o.Code) : Markup.Empty)}{Page.Button($"{Here}/orders/{o.Code}/cancel", "Cancel", o.Code)}</td></tr>
        """);

    private static Markup Row(Cart c) => Markup.Of($"""
        <tr><td class="id">{c.Token}</td><td>{c.State}</td><td>{c.Items.Count}</td><td>{c.LastUsed}</td><td>{(c.Open ? Page.Button($"{Here}/holds/{c.Token}/lapse", "Let lapse", c.Token) : Markup.Empty)}</td></tr>
        """);

    private static IEnumerable<Markup> Rows(SessionRow s) =>
        s.Zones.Select((z, n) => Row(s, z.Id, z.Name, z.Price, s.Places.FreeIn(n))).Concat(s.TicketTypes.Select(t => Row(s, t.Id, t.Name, t.Price, s.Places.FreeIn(0))));

    private static Markup Row(SessionRow s, long offer, string name, decimal price, int left) => Markup.Of($"""
        <tr><td>{s.Event.Title}<br>{s.Start}, {s.Event.House.Name}{(s.ForSale ? "" : ", not for sale")}</td><td>{name}<br><span class="id">{s.Id} {offer}</span></td>
        <td><form method="post" action="{Here}/sessions/{s.Id}/offers/{offer}"><label>Left<input name="left" type="number" min="0" value="{left}"></label>
        <label>Price before charges<input name="price" type="number" min="0" step="0.01" value="{price}"></label><button>Change</button></form>
        <form method="post" action="{Here}/sessions/{s.Id}/sale"><input type="hidden" name="on" value="{(s.ForSale ? "false" : "true")}"><button>{(s.ForSale ? "Stop the sale" : "Start the sale")}</button></form>
        <form method="post" action="{Here}/events/{s.Event.Id}/attendants"><input type="hidden" name="on" value="{(s.Event.MandatoryAttendant ? "false" : "true")}"><button>{(s.Event.MandatoryAttendant ? "Attendants not needed" : "Attendants needed")}</button></form></td></tr>
        """);

    private static Markup Switch(string name, string label, bool on) => Markup.Of($"""
        <label>{label}<select name="{name}"><option value="false">no</option><option value="true"{(on ? new Markup(" selected") : Markup.Empty)}>yes</option></select></label>
        """);
}
