using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Operations;

namespace Portal.Sandbox.Xs2Event;

// What suppliers and staff do about guests once places are held or sold.
public sealed partial class Xs2EventWorld
{
    /// <summary>
    /// The supplier comes to want more before download, in this booking order alone. If any of it is missing,
    /// <c>guestdata_status</c> goes back to <c>waitingfordistributor</c> and there are no files until it is in.
    /// </summary>
    public void RequireLater(string bookingOrderId, IReadOnlyList<string> fields, bool allPersons) => Within(() =>
    {
        var order = State.Orders[bookingOrderId];
        if (fields.Count == 0) throw new ArgumentException("At least one field must be named.", nameof(fields));
        order.Later.Add(new([.. fields.Select(Known)], allPersons));
        order.ReckonGuestData(State);
    });

    /// <summary>The supplier does not accept this very value, early or late, until <see cref="AcceptGuestValue"/>: it is <c>invalid</c>.</summary>
    public void RefuseGuestValue(string field, string value) => Within(() => State.SetRefused(new(Known(field), value), refused: true));

    /// <summary>Ends what <see cref="RefuseGuestValue"/> began.</summary>
    public void AcceptGuestValue(string field, string value) => Within(() => State.SetRefused(new(Known(field), value), refused: false));

    /// <summary>
    /// Sets a booking order's <c>guestdata_status</c>, also to a word that no document names. It stays until data are written
    /// or wanted anew, or until null makes it follow from the data again. While it is waiting for somebody there are no files.
    /// </summary>
    public void SetGuestDataStatus(string bookingOrderId, string? status) => Within(() =>
    {
        State.Orders[bookingOrderId].GuestDataWord = status;
        State.Touch(State.Orders[bookingOrderId]);
    });

    private static string Known(string field) =>
        GuestSlot.Fields.Contains(field) ? field : throw new ArgumentException($"{field} is no field of a guest.", nameof(field));
}
