using Portal.Sandbox.Control;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;

namespace Portal.Sandbox.EGuma;

/// <summary>e-guma's own page: bookings, reservations, settings, and the products that were searched for.</summary>
internal static class EGumaPanel
{
    private const int Shown = 25;

    public static Markup Draw(EGumaWorld world, string find) => world.Within(() =>
    {
        var state = world.State;
        return Markup.Of($"""
            <h2>Bookings</h2>{Page.Table($"The last {Shown} bookings, newest first", ["Booking", "Product", "Status", "Tickets", "Do"], [.. state.Bookings.Values.Reverse().Take(Shown).Select(b => Row(b, state))])}
            <h2>Reservations</h2>{Page.Table($"The last {Shown} reservations, newest first", ["Id", "Product", "State", "Until (UTC)", "Do"], [.. state.Reservations.Values.Reverse().Take(Shown).Select(r => Row(r, state))])}
            <h2>Products</h2><form method="get" action="/sandbox/eguma"><label>Name or id<input name="find" value="{find}"></label><button>Find</button></form>
            {(find.Length == 0 ? Markup.Empty : Page.Table($"The first {Shown} found", ["Product", "Listed", "Change"], [.. Found(state, find).Take(Shown).Select(Row)]))}
            <h2>Settings</h2>{Settings(world.Options)}
            <h2>Samples</h2>{Page.Table("Offers tests rely on", ["Name", "Product", "Start"], [.. state.Samples.ByName.Select(s => Markup.Of(
                $"<tr><td><a href=\"/sandbox/eguma?find={s.Value.ProductId}\">{s.Key}</a></td><td>{NameOf(state, s.Value.ProductId)}</td><td>{s.Value.StartsAt}</td></tr>"))])}
            """);
    });

    private static IEnumerable<Product> Found(EGumaState state, string find) => state.Products.Values.Where(p =>
        p.Id == find || p.Names.Values.Any(n => n.Contains(find, StringComparison.OrdinalIgnoreCase)));

    private static string NameOf(EGumaState state, string productId) => state.Products[productId].Names.GetAt(0).Value;

    private static Markup Row(Booking b, EGumaState state) => Markup.Of($"""
        <tr><td>{b.Reference}<br><span class="id">{b.Id}</span></td><td>{NameOf(state, b.ProductId)}<br>{b.StartsAt}</td><td>{b.Status}</td>
        <td>{b.Tickets.Select(t => Markup.Of($"<span class=\"id\">{t.Number}</span> {(t.CheckedInAt is null ? Page.Button($"/sandbox/eguma/tickets/{t.Number}/checkin", "Check in", t.Number) : Markup.Of($"in"))}<br>"))}</td>
        <td>{(b.Status == "cancelled" ? Markup.Empty : Page.Button($"/sandbox/eguma/bookings/{b.Id}/cancel", "Cancel at the counter", b.Reference))}</td></tr>
        """);

    private static Markup Row(Reservation r, EGumaState state) => Markup.Of($"""
        <tr><td class="id">{r.Id}</td><td>{NameOf(state, r.ProductId)}<br>{r.StartsAt}</td><td>{r.State}</td><td>{r.ExpiresAt}</td>
        <td>{(r.Open ? Page.Button($"/sandbox/eguma/reservations/{r.Id}/lapse", "Let lapse", r.Id) : Markup.Empty)}</td></tr>
        """);

    private static Markup Row(Product p) => Markup.Of($"""
        <tr><td>{p.Names.GetAt(0).Value}<br><span class="id">{p.Id}</span></td><td>{(p.Listed ? "listed" : "missing")}, {(p.Active ? "active" : "inactive")}, by {p.SlotType}</td>
        <td><form method="post" action="/sandbox/eguma/products/{p.Id}">{Choice("listed", "Listed", p.Listed)}{Choice("active", "Active", p.Active)}<button>Change</button></form>
        <form method="post" action="/sandbox/eguma/products/{p.Id}/left"><label>Start<input name="starts_at" placeholder="{DateTime.UnixEpoch.Written()}" required></label><label>Left, empty is no limit<input name="left" type="number" min="0"></label><button>Set</button></form>
        {p.Categories.Select(c => Markup.Of($"<form method=\"post\" action=\"/sandbox/eguma/products/{p.Id}/price\"><input type=\"hidden\" name=\"category_id\" value=\"{c.Id}\"><label>{c.Names["de"]}, cents<input name=\"price_in_cents\" type=\"number\" min=\"0\" value=\"{c.PriceInCents}\"></label><button>Set price</button></form>"))}</td></tr>
        """);

    private static Markup Settings(EGumaOptions options) => Markup.Of($"""
        <form method="post" action="/sandbox/eguma/options">{Choice("plain_text_errors", "Errors as plain text", options.PlainTextErrors)}{Choice("may_read_orders", "Key may read orders", options.MayReadOrders)}
        {Choice("expires_in", "expires_at in", [.. Enum.GetNames<EGumaExpiryZone>()], options.ExpiresIn.ToString())}{Choice("revision", "Revision", [.. Enum.GetNames<EGumaRevision>()], options.Revision.ToString())}
        {Choice("not_available_status", "Status when sold out", ["409", "400"], $"{options.NotAvailableStatus}")}<button>Set</button></form>
        """);

    private static Markup Choice(string name, string label, bool now) => Choice(name, label, ["true", "false"], now ? "true" : "false");

    private static Markup Choice(string name, string label, string[] values, string now) => Markup.Of(
        $"<label>{label}<select name=\"{name}\">{values.Select(v => v == now ? Markup.Of($"<option selected>{v}</option>") : Markup.Of($"<option>{v}</option>"))}</select></label>");
}
