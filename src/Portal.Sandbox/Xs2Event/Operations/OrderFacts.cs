using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>What follows from a booking order's state and the time.</summary>
internal static class OrderFacts
{
    public static IEnumerable<GuestForm> Forms(this BookingOrder order, Xs2EventState state, string? country = null) =>
        order.Tickets.Select(t => new GuestForm(state.Ticket(t.TicketId), t.Quantity, t.Guests, country)
        {
            Rule = order.RuleFor(state.Ticket(t.TicketId)),
            Refused = state.RefusedValues,
        });

    public static bool WantsGuests(this BookingOrder order, Xs2EventState state) =>
        order.Later.Count > 0 || order.Tickets.Exists(t => state.Ticket(t.TicketId).Guests.Requirements.Count > 0);

    public static bool GuestsComplete(this BookingOrder order, Xs2EventState state) => order.Forms(state).All(f => f.Complete);

    /// <summary>The data goes on to the supplier by itself, half of the completion delay for each step.</summary>
    public static string GuestDataStatus(this BookingOrder order, Xs2EventState state) => order switch
    {
        { GuestDataWord: { } word } => word,
        _ when !order.WantsGuests(state) => "notapplicable",
        { GuestDataAt: null } => "waitingfordistributor",
        { GuestDataAt: { } at } when state.Now < at + state.Options.CompletionDelay / 2 => "waitingforprocessing",
        { GuestDataAt: { } at } when state.Now < at + state.Options.CompletionDelay => "waitingtosendtosupplier",
        _ => "completed",
    };

    /// <summary>Files exist once the order is completed and all guest data is in, for tickets that are downloaded here.</summary>
    public static bool HasFiles(this BookingOrder order, OrderItem item, Xs2EventState state) =>
        order.LogisticStatus == "completed" && order.HasGuestData(state) && state.Ticket(item.TicketId).Channel == "xs2event";

    /// <summary>Reckons anew whether all wanted guest data is in; a status that staff had set is over.</summary>
    public static void ReckonGuestData(this BookingOrder order, Xs2EventState state)
    {
        order.GuestDataWord = null;
        if (!order.WantsGuests(state) || !order.GuestsComplete(state)) order.GuestDataAt = null;
        else order.GuestDataAt ??= state.Now;
        state.Touch(order);
    }

    private static bool HasGuestData(this BookingOrder order, Xs2EventState state) =>
        (order.GuestDataAt is not null || !order.WantsGuests(state))
        && order.GuestDataWord?.StartsWith("waiting", StringComparison.Ordinal) is not true;

    private static GuestRule RuleFor(this BookingOrder order, TicketRow ticket) => order.Later.Count == 0
        ? ticket.Guests
        : ticket.Guests with { Requirements = [.. ticket.Guests.Requirements, .. order.Later.Select(l => l.AsRequirement())] };
}
