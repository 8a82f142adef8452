using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>
/// Lets a scenario about stock, price or a hold really happen, just before the call that names it. <c>NewRate</c> is in cents of the
/// general rate; on a call that names only an order it prices what the order holds anew.
/// </summary>
internal static class Misfortune
{
    public static void Befall(DistributionWorld world, Scenario scenario, Call call)
    {
        var state = world.State;
        var order = state.Orders.GetValueOrDefault(call.Header("ob-order-id"));
        switch (scenario.Kind)
        {
            case ScenarioKind.HoldLapsed when order is { Open: true }:
                state.Lapse(order);
                break;
            case ScenarioKind.SoldOut:
                foreach (var of in Named(state, call, scenario)) state.SetLeft(of, scenario.Left);
                break;
            case ScenarioKind.PriceUp:
                var named = Named(state, call, scenario);
                foreach (var of in named)
                {
                    of.Value = scenario.NewRate / 100m;
                    state.Touch(of.Session);
                }
                if (named.Count == 0 && order is { Open: true }) world.Reprice(order, scenario.NewRate / 100m);
                break;
        }
    }

    /// <summary>The matched price type where the scenario names one, else those that path or body name.</summary>
    private static List<PriceType> Named(DistributionState state, Call call, Scenario scenario)
    {
        if (long.TryParse(scenario.Match, out var match) && state.Catalogue.PriceTypes.TryGetValue(match, out var one)) return [one];
        var named = new HashSet<PriceType>();
        if (long.TryParse(call.Part("id"), out var sessionId) && state.Catalogue.Sessions.TryGetValue(sessionId, out var session)) named.UnionWith(session.PriceTypes);
        if (!call.Body.IsEmpty) Collect(state, JsonElement.Parse(call.Body.Span), named);
        return [.. named];
    }

    private static void Collect(DistributionState state, JsonElement said, HashSet<PriceType> named)
    {
        if (said.ValueKind is JsonValueKind.Object)
            foreach (var member in said.EnumerateObject())
            {
                if (member.Name == "price_type_id" && member.Value.TryGetInt64(out var type) && state.Catalogue.PriceTypes.TryGetValue(type, out var of)) named.Add(of);
                else if (member.Name == "id" && member.Value.ValueKind is JsonValueKind.Number && member.Value.TryGetInt64(out var id) && state.Catalogue.Seats.TryGetValue(id, out var seat)) named.Add(seat.PriceType);
                Collect(state, member.Value, named);
            }
        else if (said.ValueKind is JsonValueKind.Array)
            foreach (var inner in said.EnumerateArray()) Collect(state, inner, named);
    }
}
