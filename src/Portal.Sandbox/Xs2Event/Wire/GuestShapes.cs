using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Operations;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>Guests are written in three ways: fields as objects, flat, and flat with a map of conditions.</summary>
internal static class GuestShapes
{
    /// <summary>The read form of reservations and of the 422: each wanted or filled field an object, any other null.</summary>
    public static object Read(GuestForm form, bool conditions = true, bool errors = false) => Item(form, guest =>
    {
        foreach (var field in GuestSlot.Fields)
        {
            var condition = form.ConditionOf(guest.Slot, field);
            var value = guest.Slot[field];
            guest.Shape[field] = condition is null && value is null ? null : new
            {
                value,
                condition = conditions ? condition : null,
                error = errors ? form.ErrorOf(guest.Slot, field) : null,
            };
        }
    });

    /// <summary>The echo of a write: plain strings.</summary>
    public static object Echo(GuestForm form) => Item(form, Plain);

    /// <summary>The form of booking orders: plain strings, and on request a map of what is wanted when.</summary>
    public static object Late(GuestForm form, bool conditions) => Item(form, guest =>
    {
        Plain(guest);
        if (!conditions) return;
        guest.Shape["conditions"] = GuestSlot.Fields.Where(f => form.ConditionOf(guest.Slot, f) is not null)
            .ToDictionary(f => f, f => form.ConditionOf(guest.Slot, f));
    });

    /// <summary>One guest alone, flat.</summary>
    public static Dictionary<string, object?> Flat(GuestSlot slot)
    {
        var shape = Start(slot);
        Plain((slot, shape));
        return shape;
    }

    private static object Item(GuestForm form, Action<(GuestSlot Slot, Dictionary<string, object?> Shape)> fill) => new
    {
        ticket_id = form.Ticket.Id,
        quantity = form.Quantity,
        guests = form.Guests.Select(slot =>
        {
            var shape = Start(slot);
            fill((slot, shape));
            return shape;
        }).ToList(),
    };

    private static Dictionary<string, object?> Start(GuestSlot slot) => new() { ["guest_id"] = slot.Id, ["lead_guest"] = slot.Lead };

    private static void Plain((GuestSlot Slot, Dictionary<string, object?> Shape) guest)
    {
        foreach (var field in GuestSlot.Fields) guest.Shape[field] = guest.Slot[field];
    }
}
