using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event;

/// <summary>Lets a scenario about stock, price or a hold really happen, just before the call that names it.</summary>
internal static class Misfortune
{
    public static void Befall(Xs2EventState state, Scenario scenario, Call call)
    {
        var said = call.Said;
        var reservation = state.Reservations.Values.FirstOrDefault(r => said.Contains(r.Id, StringComparison.Ordinal));
        switch (scenario.Kind)
        {
            case ScenarioKind.HoldLapsed when reservation is { Open: true }:
                state.Lapse(reservation);
                break;
            case ScenarioKind.SoldOut:
                foreach (var ticket in Named(state, said, scenario)) state.SetStock(ticket, scenario.Left);
                break;
            case ScenarioKind.PriceUp:
                foreach (var ticket in Named(state, said, scenario))
                {
                    ticket.NetRate = scenario.NewRate;
                    state.Touch(ticket);
                }
                break;
        }
    }

    /// <summary>The matched ticket where the scenario names one, else every ticket that the call names.</summary>
    private static List<TicketRow> Named(Xs2EventState state, string said, Scenario scenario) =>
        scenario.Match is not null && state.Catalogue.Tickets.TryGetValue(scenario.Match, out var one)
            ? [one]
            : [.. state.Catalogue.Tickets.Values.Where(t => said.Contains(t.Id, StringComparison.Ordinal))];
}
