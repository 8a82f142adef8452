using Portal.Sandbox.Control;
using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix;

/// <summary>SecuTix's own page: orders, the switches, and the performances and items that were searched for.</summary>
internal static class SecuTixPanel
{
    private const int Shown = 25;

    public static Markup Draw(SecuTixWorld world, string find) => world.Within(() =>
    {
        var state = world.State;
        return Markup.Of($"""
            <h2>Orders</h2>{Page.Table($"The last {Shown} orders, newest first", ["Order", "Type", "State", "File", "Until", "What", "Do"], [.. state.Orders.Values.Reverse().Take(Shown).Select(o => Row(o, state))])}
            <h2>Switches</h2><form method="post" action="/sandbox/secutix/options">
            <label>A close takes, seconds<input name="close_seconds" type="number" min="0" value="{state.Options.CloseTakes.TotalSeconds}"></label>
            <label>A catalogue takes, seconds<input name="catalogue_seconds" type="number" min="0" value="{state.Options.CatalogueTakes.TotalSeconds}"></label>
            {Choice("limits_reading", "Limits on reading", state.Options.LimitsReading)}{Choice("declines_payments", "Declines payments", state.Options.DeclinesPayments)}<button>Set</button></form>
            <h2>Stock and prices</h2><form method="get" action="/sandbox/secutix"><label>Title, house, city or id<input name="find" value="{find}"></label><button>Find</button></form>
            {(find.Length == 0 ? Markup.Empty : Page.Table($"The first {Shown} found", ["What", "Where and when", "Change"], [.. Found(state, find).Take(Shown)]))}
            <h2>Samples</h2>{Page.Table("Offers tests rely on", ["Name", "Product"], [.. state.Samples.ByName.Select(s => Markup.Of(
                $"<tr><td><a href=\"/sandbox/secutix?find={s.Value.PerformanceId ?? s.Value.ItemId}\">{s.Key}</a></td><td>{state.Catalogue.Products[s.Value.ProductId].Name}</td></tr>"))])}
            """);
    });

    private static IEnumerable<Markup> Found(SecuTixState state, string find) =>
        state.Catalogue.Performances.Values.Where(p => Matches(p.Product, p.Id, find)).SelectMany(p => p.Pools.Select(pool => Row(
            $"{p.Product.Name}: {p.Product.House!.Categories.First(c => c.Id == pool.Key).Name}", $"{p.Product.House.Name}, {p.Start:yyyy-MM-dd HH:mm}, {p.State}", pool.Value, p)))
        .Concat(state.Catalogue.Items.Values.Where(i => Matches(i.Product, i.Id, find)).Select(i => Row($"{i.Product.Name}: {i.Name}", i.Product.Family, i.Pool, null)));

    private static bool Matches(Product product, long id, string find) => $"{id}" == find || $"{product.Id}" == find
        || product.Name.Contains(find, StringComparison.OrdinalIgnoreCase)
        || (product.House is { } house && (house.Name.Contains(find, StringComparison.OrdinalIgnoreCase) || house.City.Contains(find, StringComparison.OrdinalIgnoreCase)));

    private static Markup Row(string what, string where, Pool pool, Performance? performance) => Markup.Of($"""
        <tr><td>{what}<br><span class="id">{pool.Key}</span></td><td>{where}</td>
        <td><form method="post" action="/sandbox/secutix/stock"><input type="hidden" name="key" value="{pool.Key}"><label>Left<input name="left" type="number" min="0" value="{pool.Left}"></label>
        <label>Full price, thousandths<input name="price" type="number" min="1"></label><button>Change</button></form>
        {(performance is null ? Markup.Empty : Markup.Of($"<form method=\"post\" action=\"/sandbox/secutix/performances/{performance.Id}/state\"><label>State<input name=\"state\" value=\"{performance.State}\"></label><button>Set</button></form>"))}</td></tr>
        """);

    private static Markup Row(Order o, SecuTixState state) => Markup.Of($"""
        <tr><td class="id">{o.Id}</td><td>{o.Type}</td><td>{(o.Expired ? "EXPIRED" : o.State)}{(o.ClosesAt is null ? "" : " (closing)")}</td>
        <td>{FileStates.Of([.. state.OrdersOf(o.FileId)])}<br><span class="id">{o.FileId}</span></td><td>{(o.Open ? state.Expiry(o) : o.KeptUntil)}</td>
        <td>{string.Join(", ", o.Operations.Select(p => $"{p.Movements.Count} × {state.Catalogue.Products[p.ProductId].Name}"))}</td>
        <td>{(o.Open || o.Keeps ? Page.Button($"/sandbox/secutix/orders/{o.Id}/lapse", "Let lapse", $"{o.Id}") : Markup.Empty)}{(o.State == Order.Closed ? Page.Button($"/sandbox/secutix/orders/{o.Id}/attach", "Attach a paper", $"{o.Id}") : Markup.Empty)}</td></tr>
        """);

    private static Markup Choice(string name, string label, bool on) => Markup.Of(
        $"<label>{label}<select name=\"{name}\"><option{(on ? " selected" : "")}>true</option><option{(on ? "" : " selected")}>false</option></select></label>");
}
