using System.Globalization;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>
/// Lets a scenario about stock, price or a hold really happen, just before the call that names it. A price's
/// <see cref="Scenario.NewRate"/> is in whole units of the currency, before charges.
/// </summary>
internal static class Misfortune
{
    public static void Befall(OneboxChannelsState state, Scenario scenario, Call call)
    {
        var asked = Asked.Given(call).ToLookup(g => g.Name, g => g.Value);
        switch (scenario.Kind)
        {
            case ScenarioKind.HoldLapsed:
                if (Cart() is { } cart) state.Lapse(cart);
                if (state.Orders.TryGetValue(asked["orderCode"].FirstOrDefault() ?? "", out var order) && order.Status is "PRE_ORDER" or "CONFIRMED") state.Lapse(order);
                break;
            case ScenarioKind.SoldOut when Session() is { } session:
                SellOut(session, scenario.Left);
                break;
            case ScenarioKind.PriceUp when Session() is { } session:
                foreach (var zone in session.Zones.Where(z => Names(z.Id))) zone.Price = scenario.NewRate;
                foreach (var type in session.TicketTypes.Where(t => Names(t.Id))) type.Price = scenario.NewRate;
                state.Touch(session);
                break;
            case ScenarioKind.PriceUp when Cart() is { } open:
                // The price is asked again when a cart becomes an order.
                foreach (var item in open.Items) item.Base = scenario.NewRate;
                state.Touch(open);
                break;
        }

        Cart? Cart() => state.Carts.TryGetValue(asked["token"].FirstOrDefault() ?? "", out var found) && found.Open ? found : null;

        SessionRow? Session()
        {
            var text = asked["idSession"].FirstOrDefault() ?? (asked.Contains("seats") && call.Part("id").Length == 0 ? ChosenSession() : call.Part("id"));
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && state.Catalogue.Sessions.TryGetValue(id, out var found) ? found : null;
        }

        string? ChosenSession() => state.Catalogue.Sessions.Keys.Select(k => k.ToString(CultureInfo.InvariantCulture))
            .FirstOrDefault(k => asked["seats"].First().Contains($"sessionId=\"{k}\"", StringComparison.Ordinal));

        bool Names(long id) => asked.SelectMany(g => g).Contains(id.ToString(CultureInfo.InvariantCulture)) || asked.Contains("seats") || call.Part("id").Length > 0;

        void SellOut(SessionRow session, int left)
        {
            if (asked.Contains("seats"))
                foreach (var seat in session.Places.Plan.Seats.Where(s => asked["seats"].First().Contains($"\"{session.Places.IdOf(s)}\"", StringComparison.Ordinal)))
                    session.Places.SoldElsewhere.Add(seat.Number);
            else if (session.TicketTypes.Count > 0) session.Places.SetLeft(0, left);
            else
                for (var zone = 0; zone < session.Zones.Count; zone++)
                    if (Names(session.Zones[zone].Id)) session.Places.SetLeft(zone, left);
            state.Touch(session);
        }
    }
}
