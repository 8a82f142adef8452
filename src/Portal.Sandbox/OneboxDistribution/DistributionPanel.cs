using System.Globalization;
using Portal.Sandbox.Control;
using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>Onebox Distribution's own page: orders, and the sessions that were searched for.</summary>
internal static class DistributionPanel
{
    private const int Shown = 25;

    public static Markup Draw(DistributionWorld world, string find) => world.Within(() =>
    {
        var state = world.State;
        return Markup.Of($"""
            <p class="note">Tokens are Onebox's, for both of its APIs: <a href="/sandbox/onebox">revoke them there</a>.</p>
            <h2>Orders</h2>{Page.Table($"The last {Shown} orders, newest first", ["Order", "State", "Until", "Places", "To pay", "Do"], [.. state.Orders.Values.Reverse().Take(Shown).Select(o => Row(o, state))])}
            <h2>Sessions</h2><form method="get" action="/sandbox/onebox-distribution"><label>Event, house, city or id<input name="find" value="{find}"></label><button>Find</button></form>
            {(find.Length == 0 ? Markup.Empty : Page.Table($"The first {Shown} found", ["Event", "Session", "Places"], [.. Found(state, find).Take(Shown).Select(Row)]))}
            <h2>Samples</h2>{Page.Table("Offers tests rely on", ["Name", "Event"], [.. state.Samples.ByName.Select(s => Markup.Of(
                $"<tr><td><a href=\"/sandbox/onebox-distribution?find={s.Value.SessionId}\">{s.Key}</a></td><td>{state.Catalogue.Events[s.Value.EventId].Name}</td></tr>"))])}
            """);
    });

    private static IEnumerable<SessionRow> Found(DistributionState state, string find) => state.Catalogue.Sessions.Values.Where(s =>
        $"{s.Id}" == find || $"{s.Event.Id}" == find || s.Event.Name.Contains(find, StringComparison.OrdinalIgnoreCase)
        || s.Event.Venue.Name.Contains(find, StringComparison.OrdinalIgnoreCase) || s.Event.Venue.City.Contains(find, StringComparison.OrdinalIgnoreCase));

    private static Markup Row(OrderRow o, DistributionState state) => Markup.Of($"""
        <tr><td>{o.Code}<br><span class="id">{o.Id}</span><br>{o.Items.Select(i => state.Catalogue.Sessions[i.SessionId].Event.Name).Distinct().FirstOrDefault()}</td><td>{o.Status}</td>
        <td>{(o.Open ? o.ExpiresAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "")}</td><td>{o.Items.Count(i => i.State != "REFUNDED")}</td><td>{o.Final}</td>
        <td>{(o.Open ? Page.Button($"/sandbox/onebox-distribution/orders/{o.Id}/lapse", "Let lapse", o.Id) : o.Status == "CONFIRM" ? Page.Button($"/sandbox/onebox-distribution/orders/{o.Code}/refund", "Refund", o.Code) : Markup.Empty)}</td></tr>
        """);

    private static Markup Row(SessionRow s) => Markup.Of($"""
        <tr><td>{s.Event.Name}<br>{s.Event.Venue.Name}, {s.Event.Venue.City}</td>
        <td>{s.Start}<br><span class="id">{s.Id}</span>
        <form method="post" action="/sandbox/onebox-distribution/sessions/{s.Id}/move"><label>New start<input name="start" type="datetime-local" required></label><button>Move</button></form>
        <form method="post" action="/sandbox/onebox-distribution/sessions/{s.Id}/for-sale"><input type="hidden" name="for_sale" value="{(s.ForSale ? "false" : "true")}"><button>{(s.ForSale ? "Take off sale" : "Put on sale")}</button></form></td>
        <td>{s.PriceTypes.Select(p => Markup.Of($"""
            <form method="post" action="/sandbox/onebox-distribution/places/{p.Id}"><label>{p.Name}, left<input name="available" type="number" min="0" value="{p.Available}"></label>
            <label>Price, EUR<input name="price" type="number" min="0.01" step="0.01" value="{p.Value.ToString(CultureInfo.InvariantCulture)}"></label><button>Change</button></form>
            """))}</td></tr>
        """);
}
