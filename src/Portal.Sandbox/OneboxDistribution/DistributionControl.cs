using System.Globalization;
using Portal.Sandbox.Control;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>What the provider's staff, or another buyer, would do: for the control page and the control API.</summary>
internal static class DistributionControl
{
    private const string Back = "/sandbox/onebox-distribution";

    public static void Map(ControlActs acts, DistributionWorld world)
    {
        acts.Get("/onebox-distribution/samples", _ => world.Samples.ByName.ToDictionary(
            s => s.Key,
            s => new { event_id = s.Value.EventId, session_id = s.Value.SessionId, price_type_id = s.Value.PriceTypeId, rate_id = s.Value.RateId, price = s.Value.Price, available = s.Value.Available, seats = s.Value.Seats }));
        acts.Get("/onebox-distribution/places/{id}", i => Shape(world.Places(Id(i))));
        acts.Post("/onebox-distribution/places/{id}", Back, i =>
        {
            if (i.Whole("available") is { } left) world.SetAvailable(Id(i), checked((int)left));
            if (i.Text("price") is { } price) world.SetPrice(Id(i), decimal.Parse(price, CultureInfo.InvariantCulture));
            return Shape(world.Places(Id(i)));
        });
        acts.Post("/onebox-distribution/sessions/{id}/move", Back, i => Do(() => world.Move(Id(i), DateTime.Parse(i.Needed("start"), CultureInfo.InvariantCulture))));
        acts.Post("/onebox-distribution/sessions/{id}/for-sale", Back, i => Do(() => world.SetForSale(Id(i), bool.Parse(i.Needed("for_sale")))));
        acts.Post("/onebox-distribution/orders/{id}/lapse", Back, i => Do(() => world.Lapse(i.Part("id"))));
        acts.Post("/onebox-distribution/orders/{id}/refund", Back, i => Do(() => world.Refund(i.Part("id"))));
    }

    private static long Id(ControlInput input) => long.Parse(input.Part("id"), CultureInfo.InvariantCulture);

    private static object Shape(PlacesNow p) => new
    {
        session_id = p.SessionId, price_type_id = p.PriceTypeId, @event = p.Event, name = p.Name, price = p.Price, available = p.Available,
    };

    private static object? Do(Action act)
    {
        act();
        return null;
    }
}
