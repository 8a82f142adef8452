using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>Guest data of a reservation, before it is booked.</summary>
internal sealed class GuestOperations(Xs2EventState state, Problems problems, ReservationOperations reservations)
{
    public Reply Read(Call call, Distributor caller)
    {
        call.AllowOnly("include_conditions", "country_hint");
        var (hint, conditions) = (call.CountryHint(), call.Flag("include_conditions"));
        var reservation = reservations.Find(call, caller);
        return Reply.Json(200, new { items = Forms(reservation, hint).Select(f => GuestShapes.Read(f, conditions)).ToList() });
    }

    public Reply Write(Call call, Distributor caller)
    {
        var reservation = reservations.FindOpen(call.AllowOnly(), caller);
        if (BodyReader.Object(call).Objects("items") is not { Count: > 0 } items) throw problems.Invalid("items must hold at least one ticket.");
        var filled = items.Select(item => Filled(reservation, item)).ToList();
        Keep(reservation, filled);
        return Reply.Json(200, new { items = filled.Select(GuestShapes.Echo).ToList() });
    }

    /// <summary>All guests in one list, without grouping by ticket.</summary>
    public Reply WriteFlat(Call call, Distributor caller)
    {
        var reservation = reservations.FindOpen(call.AllowOnly(), caller);
        if (BodyReader.Object(call).Objects("guests") is not { Count: > 0 } guests) throw problems.Invalid("guests must hold at least one guest.");
        var filled = guests.GroupBy(g => g.Text("ticket_id") ?? reservation.Items[0].TicketId)
            .Select(group => Form(reservation, group.Key).Filled([.. group], problems, whole: true)).ToList();
        Keep(reservation, filled);
        return Reply.Json(200, new
        {
            guests = filled.SelectMany(form => form.Guests.Select(slot => new Dictionary<string, object?>(GuestShapes.Flat(slot))
            {
                ["reservation_id"] = reservation.Id,
                ["ticket_id"] = form.Ticket.Id,
            })).ToList(),
        });
    }

    public Reply ReadOne(Call call, Distributor caller)
    {
        call.AllowOnly();
        var (_, slot) = Find(reservations.Find(call, caller), call.Part("guest"));
        return Reply.Json(200, GuestShapes.Flat(slot));
    }

    public Reply WriteOne(Call call, Distributor caller)
    {
        var reservation = reservations.FindOpen(call.AllowOnly(), caller);
        var (form, slot) = Find(reservation, call.Part("guest"));
        var filled = form.Filled([WithId(BodyReader.Object(call), slot.Id)], problems, whole: false);
        var alone = filled with { Guests = [filled.Guests.First(g => g.Id == slot.Id)] };
        if (!alone.GoodForCheckout) throw problems.GuestData([GuestShapes.Read(alone, errors: true)]);
        Store(reservation, [filled]);
        return Reply.Json(200, GuestShapes.Flat(alone.Guests[0]));
    }

    public static JsonElement WithId(JsonElement guest, string id)
    {
        var members = guest.EnumerateObject().Where(m => m.Name != "guest_id").ToDictionary(m => m.Name, m => (object)m.Value);
        members["guest_id"] = id;
        return JsonSerializer.SerializeToElement(members);
    }

    /// <summary>Refuses unless everything wanted before checkout is there; the body is the same as that of a refused write.</summary>
    public void RequireForCheckout(Reservation reservation)
    {
        var forms = Forms(reservation, null).ToList();
        if (!forms.TrueForAll(f => f.GoodForCheckout)) throw problems.GuestData([.. forms.Select(f => GuestShapes.Read(f, errors: true))]);
    }

    private GuestForm Filled(Reservation reservation, JsonElement item)
    {
        var form = Form(reservation, item.Text("ticket_id"));
        if (item.Whole("quantity") is { } quantity && quantity != form.Quantity) throw problems.Invalid($"{form.Quantity} of ticket {form.Ticket.Id} are reserved, not {quantity}.");
        return form.Filled(item.Objects("guests") ?? [], problems, whole: true);
    }

    private void Keep(Reservation reservation, List<GuestForm> filled)
    {
        if (!filled.TrueForAll(f => f.GoodForCheckout)) throw problems.GuestData([.. filled.Select(f => GuestShapes.Read(f, errors: true))]);
        Store(reservation, filled);
    }

    private void Store(Reservation reservation, List<GuestForm> filled)
    {
        foreach (var form in filled) reservation.Items.First(i => i.TicketId == form.Ticket.Id).Guests = [.. form.Guests];
        state.Touch(reservation);
    }

    private IEnumerable<GuestForm> Forms(Reservation reservation, string? country) =>
        reservation.Items.Select(i => new GuestForm(state.Ticket(i.TicketId), i.Quantity, i.Guests, country) { Refused = state.RefusedValues });

    private GuestForm Form(Reservation reservation, string? ticketId) =>
        Forms(reservation, null).FirstOrDefault(f => f.Ticket.Id == ticketId) ?? throw problems.UnknownTicket(
            [new { ticket_id = ticketId, error = new { detail = "This ticket is not in the reservation" } }]);

    private (GuestForm Form, GuestSlot Slot) Find(Reservation reservation, string guestId) =>
        Forms(reservation, null).SelectMany(f => f.Guests.Select(g => (f, g))).FirstOrDefault(p => p.g.Id == guestId) is { g: not null } found
            ? found
            : throw Problems.NotFound("This guest");
}
