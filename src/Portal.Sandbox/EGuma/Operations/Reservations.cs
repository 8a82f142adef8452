using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>Keeping places of one slot for an hour, and letting them go. What is kept cannot be changed.</summary>
internal sealed class Reservations(EGumaState state, Errors errors, BodyReader reader, SaleRules rules)
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(60);
    private readonly Shapes _shapes = new(state);

    public Reply Create(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false);
        var sale = rules.Read(reader.Object(call, "product_id", "starts_at", "items"), caller);
        rules.RequireRoom(sale);
        var reservation = new Reservation
        {
            Id = Guid.NewGuid().ToString(),
            User = caller.User,
            ProductId = sale.Slot.Product.Id,
            StartsAt = sale.Slot.StartsAt,
            Items = sale.Items,
            ExpiresAt = state.Now + HeldFor,
        };
        state.Take(sale.Slot, sale.Places);
        state.Touch(reservation);
        return Reply.Json(200, _shapes.Of(reservation, caller.Merchant));
    }

    /// <summary>One that has expired, was used or was cancelled before is not found.</summary>
    public Reply Cancel(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false);
        var id = reader.Needed(reader.Object(call, "reservation_id"), "reservation_id");
        if (Mine(id, caller) is not { Open: true } reservation) throw errors.NotFound("The reservation");
        state.End(reservation, "released");
        return Reply.Json(200, new { reservation_id = reservation.Id });
    }

    /// <summary>The reservation that a booking names, good for exactly this sale.</summary>
    public Reservation FindFor(Sale sale, string id, Caller caller)
    {
        var reservation = Mine(id, caller) switch
        {
            null or { State: "released" } => throw errors.NotFound("The reservation"),
            { State: "expired" } => throw errors.ReservationExpired(),
            { State: "used" } => throw errors.ReservationUsed(),
            var open => open,
        };
        return reservation.ProductId == sale.Slot.Product.Id && reservation.StartsAt == sale.Slot.StartsAt && reservation.Items.ToHashSet().SetEquals(sale.Items)
            ? reservation
            : throw errors.Invalid("Product, date and items must be those of the reservation.");
    }

    private Reservation? Mine(string id, Caller caller) =>
        state.Reservations.TryGetValue(id, out var found) && found.User == caller.User ? found : null;
}
