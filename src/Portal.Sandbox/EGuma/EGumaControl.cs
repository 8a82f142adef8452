using Portal.Sandbox.Control;
using Portal.Sandbox.EGuma.Model;

namespace Portal.Sandbox.EGuma;

/// <summary>What a merchant's staff, or another visitor, would do: for the control page and the control API.</summary>
internal static class EGumaControl
{
    private const string Back = "/sandbox/eguma";

    public static void Map(ControlActs acts, EGumaWorld world)
    {
        acts.Get("/eguma/samples", _ => world.Samples.ByName.ToDictionary(
            s => s.Key,
            s => new { product_id = s.Value.ProductId, category_id = s.Value.CategoryId, starts_at = s.Value.StartsAt, price_in_cents = s.Value.PriceInCents, currency = s.Value.Currency, left = s.Value.Left }));
        acts.Get("/eguma/products/{id}", i => world.Within(() => Shape(world.State.Products[i.Part("id")])));
        acts.Post("/eguma/products/{id}", Back, i =>
        {
            var id = i.Part("id");
            if (i.Text("listed") is { } listed) SetListed(world, id, bool.Parse(listed));
            if (i.Text("active") is { } active) world.SetActive(id, bool.Parse(active));
            return world.Within(() => Shape(world.State.Products[id]));
        });
        acts.Post("/eguma/products/{id}/price", Back, i => Do(() => world.SetPrice(i.Part("id"), i.Needed("category_id"), i.Whole("price_in_cents") ?? throw new FormatException("price_in_cents is missing."))));
        acts.Post("/eguma/products/{id}/left", Back, i => Do(() => world.SetLeft(i.Part("id"), i.Needed("starts_at"), i.Whole("left") is { } left ? checked((int)left) : null)));
        acts.Post("/eguma/reservations/{id}/lapse", Back, i => Do(() => world.Lapse(i.Part("id"))));
        acts.Post("/eguma/bookings/{id}/cancel", Back, i => Do(() => world.CancelAtCounter(i.Part("id"))));
        acts.Post("/eguma/tickets/{number}/checkin", Back, i => Do(() => world.CheckIn(i.Part("number"))));
        acts.Post("/eguma/options", Back, i => Do(() =>
        {
            if (i.Text("plain_text_errors") is { } plain) world.Options.PlainTextErrors = bool.Parse(plain);
            if (i.Text("may_read_orders") is { } may) world.Options.MayReadOrders = bool.Parse(may);
            world.Options.ExpiresIn = i.Word("expires_in", world.Options.ExpiresIn);
            world.Options.Revision = i.Word("revision", world.Options.Revision);
            if (i.Whole("not_available_status") is { } status)
                world.Options.NotAvailableStatus = status is 400 or 409 ? (int)status : throw new FormatException("not_available_status must be 400 or 409.");
        }));
    }

    private static void SetListed(EGumaWorld world, string product, bool listed)
    {
        if (listed) world.Show(product);
        else world.Hide(product);
    }

    private static object Shape(Product p) => new
    {
        product_id = p.Id, name = p.Names.GetAt(0).Value, slot_type = p.SlotType, listed = p.Listed, active = p.Active,
        categories = p.Categories.Select(c => new { category_id = c.Id, name = c.Names["de"], price_in_cents = c.PriceInCents }).ToList(),
    };

    private static object? Do(Action act)
    {
        act();
        return null;
    }
}
