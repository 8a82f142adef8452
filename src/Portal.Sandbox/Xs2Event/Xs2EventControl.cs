using System.Globalization;
using Portal.Sandbox.Control;

namespace Portal.Sandbox.Xs2Event;

/// <summary>What the provider's staff, or another buyer, would do: for the control page and the control API.</summary>
internal static class Xs2EventControl
{
    private const string Back = "/sandbox/xs2event";

    public static void Map(ControlActs acts, Xs2EventWorld world)
    {
        acts.Get("/xs2event/samples", _ => world.Samples.ByName.ToDictionary(
            s => s.Key,
            s => new { event_id = s.Value.EventId, ticket_id = s.Value.TicketId, net_rate = s.Value.NetRate, currency = s.Value.Currency, stock = s.Value.Stock }));
        acts.Get("/xs2event/tickets/{id}", i => Shape(world.Ticket(i.Part("id"))));
        acts.Post("/xs2event/tickets/{id}", Back, i =>
        {
            if (i.Whole("stock") is { } stock) world.SetStock(i.Part("id"), checked((int)stock));
            if (i.Whole("net_rate") is { } rate && rate != world.Ticket(i.Part("id")).NetRate) world.SetPrice(i.Part("id"), rate);
            return Shape(world.Ticket(i.Part("id")));
        });
        acts.Post("/xs2event/events/{id}/status", Back, i => Do(() => world.SetEventStatus(i.Part("id"), i.Needed("status"))));
        acts.Post("/xs2event/events/{id}/move", Back, i => Do(() => world.MoveEvent(i.Part("id"), DateTime.Parse(i.Needed("start"), CultureInfo.InvariantCulture))));
        acts.Post("/xs2event/orders/{id}/status", Back, i => Do(() => SetStatus(world, i.Part("id"), i.Needed("status"))));
        acts.Post("/xs2event/orders/{id}/guestdata", Back, i => Do(() => world.SetGuestDataStatus(i.Part("id"), i.Text("status"))));
        acts.Post("/xs2event/orders/{id}/require", Back, i => Do(() => world.RequireLater(i.Part("id"), Listed(i.Needed("fields")), i.Text("scope") != "lead_guest")));
        acts.Post("/xs2event/guestvalues/refuse", Back, i => Do(() => world.RefuseGuestValue(i.Needed("field"), i.Needed("value"))));
        acts.Post("/xs2event/guestvalues/accept", Back, i => Do(() => world.AcceptGuestValue(i.Needed("field"), i.Needed("value"))));
        acts.Post("/xs2event/orders/{id}/credit", Back, i => Do(() => world.Credit(i.Part("id"))));
        acts.Post("/xs2event/reservations/{id}/lapse", Back, i => Do(() => world.Lapse(i.Part("id"))));
        acts.Post("/xs2event/reservations/{id}/extend", Back, i => Do(() => world.Extend(i.Part("id"), TimeSpan.FromMinutes(i.Whole("minutes") ?? 60))));
        acts.Post("/xs2event/options", Back, i => Do(() =>
        {
            if (i.Whole("completion_seconds") is { } seconds) world.Options.CompletionDelay = TimeSpan.FromSeconds(seconds);
            if (i.Whole("refusal_status") is { } status) world.Options.RefusalStatus = status is 400 or 422 ? (int)status : throw new FormatException("refusal_status must be 400 or 422.");
            if (i.Text("knows_external_reference") is { } knows) world.Options.KnowsExternalReference = bool.Parse(knows);
        }));
    }

    private static void SetStatus(Xs2EventWorld world, string order, string status)
    {
        if (status == "completed") world.Complete(order);
        else if (status == "postponed") world.Postpone(order);
        else world.SetLogisticStatus(order, status);
    }

    private static string[] Listed(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static object Shape(TicketNow t) => new
    {
        ticket_id = t.TicketId, event_id = t.EventId, title = t.Title, net_rate = t.NetRate, currency = t.Currency, stock = t.Stock, status = t.Status,
    };

    private static object? Do(Action act)
    {
        act();
        return null;
    }
}
