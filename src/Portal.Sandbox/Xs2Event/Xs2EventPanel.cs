using Portal.Sandbox.Control;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event;

/// <summary>XS2Event's own page: booking orders, reservations, and the tickets that were searched for.</summary>
internal static class Xs2EventPanel
{
    private const int Shown = 25;
    private static readonly string[] Statuses =
        ["processing", "completed", "postponed", "cancelled", "returned", "review", "blocked", "administrative", "pendingticketupload"];

    public static Markup Draw(Xs2EventWorld world, string find) => world.Within(() =>
    {
        var state = world.State;
        return Markup.Of($"""
            <h2>Booking orders</h2>{Page.Table($"The last {Shown} booking orders, newest first", ["Booking", "Event", "Status", "Guests", "Do"], [.. state.Orders.Values.Reverse().Take(Shown).Select(o => Row(o, state))])}
            <h2>Guest values that suppliers refuse</h2>{Refused(state)}
            <h2>Reservations</h2>{Page.Table($"The last {Shown} reservations, newest first", ["Id", "Status", "Until", "Reference", "Do"], [.. state.Reservations.Values.Reverse().Take(Shown).Select(Row)])}
            <h2>Tickets</h2><form method="get" action="/sandbox/xs2event"><label>Event, category, city or id<input name="find" value="{find}"></label><button>Find</button></form>
            {(find.Length == 0 ? Markup.Empty : Page.Table($"The first {Shown} found", ["Event", "Ticket", "Change"], [.. Found(state, find).Take(Shown).Select(Row)]))}
            <h2>Samples</h2>{Page.Table("Offers tests rely on", ["Name", "Event"], [.. state.Samples.ByName.Select(s => Markup.Of(
                $"<tr><td><a href=\"/sandbox/xs2event?find={s.Value.TicketId}\">{s.Key}</a></td><td>{state.Catalogue.Events[s.Value.EventId].Name}</td></tr>"))])}
            """);
    });

    private static IEnumerable<TicketRow> Found(Xs2EventState state, string find) => state.Catalogue.Tickets.Values.Where(t =>
        t.Id == find || t.Event.Id == find || t.Title.Contains(find, StringComparison.OrdinalIgnoreCase)
        || t.Event.Name.Contains(find, StringComparison.OrdinalIgnoreCase) || t.Event.Venue.City.Name.Contains(find, StringComparison.OrdinalIgnoreCase));

    private static Markup Row(BookingOrder o, Xs2EventState state) => Markup.Of($"""
        <tr><td>{state.Bookings[o.BookingId].Code}<br><span class="id">{o.Id}</span></td><td>{o.EventName}</td><td>{o.LogisticStatus}</td><td>{Operations.OrderFacts.GuestDataStatus(o, state)}</td>
        <td><form method="post" action="/sandbox/xs2event/orders/{o.Id}/status"><label>Status<select name="status">{Statuses.Select(s => Markup.Of($"<option>{s}</option>"))}</select></label><button>Set</button></form>
        <form method="post" action="/sandbox/xs2event/events/{o.EventId}/move"><label>New start<input name="start" type="datetime-local" required></label><button>Move event</button></form>
        {Page.Button($"/sandbox/xs2event/orders/{o.Id}/credit", "Credit note", o.EventName)}
        <form method="post" action="/sandbox/xs2event/orders/{o.Id}/guestdata"><label>Guest data status<select name="status"><option value="">as the data are</option>{Wire.Words.GuestDataStatus.Select(s => s == o.GuestDataWord ? Markup.Of($"<option selected>{s}</option>") : Markup.Of($"<option>{s}</option>"))}</select></label><button>Set</button></form>
        <form method="post" action="/sandbox/xs2event/orders/{o.Id}/require"><label>Also wanted before download<input name="fields" value="passport_number" required></label><label>Of<select name="scope"><option>all_persons</option><option>lead_guest</option></select></label><button>Require</button></form>
        {o.Later.Select(l => Markup.Of($"<span class=\"note\">Also wanted: {string.Join(", ", l.Fields)} of {l.AsRequirement().Scope}.</span> "))}</td></tr>
        """);

    private static Markup Refused(Xs2EventState state) => Markup.Of($"""
        <form method="post" action="/sandbox/xs2event/guestvalues/refuse"><label>Field<select name="field">{GuestSlot.Fields.Select(f => Markup.Of($"<option>{f}</option>"))}</select></label><label>Value<input name="value" required></label><button>Refuse</button></form>
        {state.RefusedValues.Select(r => Markup.Of($"<form method=\"post\" action=\"/sandbox/xs2event/guestvalues/accept\"><input type=\"hidden\" name=\"field\" value=\"{r.Field}\"><input type=\"hidden\" name=\"value\" value=\"{r.Value}\"><span class=\"id\">{r.Field} = {r.Value}</span> <button aria-label=\"Accept {r.Field} {r.Value}\">Accept</button></form>"))}
        """);

    private static Markup Row(Reservation r) => Markup.Of($"""
        <tr><td class="id">{r.Id}</td><td>{r.Status}</td><td>{r.ValidUntil}</td><td class="id">{r.ExternalReference}</td>
        <td>{(r.Open ? Markup.Of($"{Page.Button($"/sandbox/xs2event/reservations/{r.Id}/lapse", "Let lapse", r.Id)}{Page.Button($"/sandbox/xs2event/reservations/{r.Id}/extend", "Prolong by an hour", r.Id)}") : Markup.Empty)}</td></tr>
        """);

    private static Markup Row(TicketRow t) => Markup.Of($"""
        <tr><td>{t.Event.Name}<br>{t.Event.Start}, {t.Event.Status}</td><td>{t.Title}<br><span class="id">{t.Id}</span></td>
        <td><form method="post" action="/sandbox/xs2event/tickets/{t.Id}"><label>Stock<input name="stock" type="number" min="0" value="{t.Stock}"></label>
        <label>Net rate, minor {t.Currency}<input name="net_rate" type="number" min="1" value="{t.NetRate}"></label><button>Change</button></form>
        <form method="post" action="/sandbox/xs2event/events/{t.Event.Id}/status"><label>Event status<input name="status" value="{t.Event.Status}"></label><button>Set</button></form></td></tr>
        """);
}
