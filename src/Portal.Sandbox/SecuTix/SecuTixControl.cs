using Portal.Sandbox.Control;
using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix;

/// <summary>What the institution's staff, or another buyer, would do: for the control page and the control API.</summary>
internal static class SecuTixControl
{
    private const string Back = "/sandbox/secutix";

    public static void Map(ControlActs acts, SecuTixWorld world)
    {
        acts.Get("/secutix/samples", _ => world.Samples.ByName.ToDictionary(s => s.Key, s => new
        {
            product_id = s.Value.ProductId, performance_id = s.Value.PerformanceId, seat_category_id = s.Value.SeatCategoryId, item_id = s.Value.ItemId,
            audience_id = s.Value.AudienceId, price = s.Value.Price, stock = world.Stock(s.Value),
        }));
        acts.Post("/secutix/stock", Back, i => world.Within(() =>
        {
            var pool = world.State.Catalogue.Pools[i.Needed("key")];
            if (i.Whole("left") is { } left) Misfortune.SetLeft(world.State, pool, checked((int)left));
            if (i.Whole("price") is { } price)
                foreach (var audience in Audience.All.Where(a => pool.Prices.ContainsKey(a.Id))) world.SetPrice(pool, audience.Id, (long)(price * audience.Rate));
            return new { key = pool.Key, left = pool.Left };
        }));
        acts.Post("/secutix/performances/{id}/state", Back, i => Do(() => world.SetPerformanceState(Id(i), i.Needed("state"))));
        acts.Post("/secutix/orders/{id}/lapse", Back, i => Do(() => world.Lapse(Id(i))));
        acts.Post("/secutix/orders/{id}/attach", Back, i => Do(() => world.Attach(Id(i), i.Text("name") ?? "Your visit.pdf")));
        acts.Post("/secutix/options", Back, i => Do(() =>
        {
            var options = world.Options;
            if (i.Whole("close_seconds") is { } close) options.CloseTakes = TimeSpan.FromSeconds(close);
            if (i.Whole("catalogue_seconds") is { } catalogue) options.CatalogueTakes = TimeSpan.FromSeconds(catalogue);
            if (i.Whole("delay_minutes") is { } delay) options.OrderDelay = TimeSpan.FromMinutes(delay);
            if (i.Whole("lifespan_minutes") is { } lifespan) options.OrderLifespan = TimeSpan.FromMinutes(lifespan);
            if (i.Text("limits_reading") is { } limits) options.LimitsReading = bool.Parse(limits);
            if (i.Text("declines_payments") is { } declines) options.DeclinesPayments = bool.Parse(declines);
        }));
    }

    private static long Id(ControlInput input) => long.Parse(input.Part("id"), null);

    private static object? Do(Action act)
    {
        act();
        return null;
    }
}
