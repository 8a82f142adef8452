using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>One line with what its pages need of its hold, order, event and connection, read in one query.</summary>
internal sealed record CartRow(Guid Id, EventAndTime What, Guid SessionId, string OfferRef, string OfferName, int Quantity, int HeldQuantity, SaleMode Mode, DeliveryKind Delivery)
{
    public required Quote Quote { get; init; }
    public Quote? NewQuote { get; init; }
    public DateTime AddedAt { get; init; }
    public DateTime? RemovedAt { get; init; }
    public RefusalReason? Problem { get; init; }
    public string? ProblemDetail { get; init; }
    public int? ProblemLeft { get; init; }
    public bool WantsGuests { get; init; }
    public required string PlacesJson { get; init; }
    public bool HasChosenSeats { get; init; }
    public DateTime? FrozenAt { get; init; }
    public string? Warning { get; init; }
    public Guid ConnectionId { get; init; }
    public required string ProviderKind { get; init; }
    public int? SettleSeconds { get; init; }
    public Guid? HoldId { get; init; }
    public HoldState? HoldState { get; init; }
    public DateTime? CommitBy { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public Asked? Asked { get; init; }
    public DateTime? AskedAt { get; init; }
    public OrderState? OrderState { get; init; }
    public string? BookingReference { get; init; }
}

internal static class CartRows
{
    /// <param name="db">Where the lines are.</param>
    /// <param name="lines">Which lines; narrowed before, since a row cannot be asked in the database.</param>
    public static IQueryable<CartRow> Of(PortalDb db, IQueryable<CartLine> lines) =>
        from line in lines.AsNoTracking()
        join connection in db.Connections on line.ConnectionId equals connection.Id
        join order in db.Orders on line.OrderId equals order.Id into orders
        from order in orders.DefaultIfEmpty()
        orderby line.AddedAt
        select new CartRow(
            line.Id,
            new EventAndTime(line.Session!.EventId, line.Session!.Event!.Name, line.Session!.StartLocal, line.Session!.TimeZone, line.Session!.DateConfirmed,
                line.Session!.Event!.VenueName, line.Session!.Event!.City),
            line.SessionId, line.OfferRef, line.OfferName, line.Quantity, line.HeldQuantity, line.Mode, line.Delivery)
        {
            Quote = line.Quote, NewQuote = line.NewQuote, AddedAt = line.AddedAt, RemovedAt = line.RemovedAt,
            Problem = line.Problem, ProblemDetail = line.ProblemDetail, ProblemLeft = line.ProblemLeft,
            WantsGuests = line.RequirementsJson != "[]" || line.GuestPlaces.Any(),
            PlacesJson = line.PlacesJson, HasChosenSeats = line.SeatsJson != "[]", FrozenAt = line.Hold!.FrozenAt, Warning = line.Hold!.Warning,
            ConnectionId = line.ConnectionId, ProviderKind = connection.ProviderKind, SettleSeconds = connection.SettleSeconds,
            HoldId = line.HoldId, HoldState = line.Hold == null ? null : line.Hold.State,
            CommitBy = line.Hold!.CommitBy, ExpiresAt = line.Hold!.ExpiresAt, Asked = line.Hold == null ? null : line.Hold.Question.Asked, AskedAt = line.Hold!.Question.AskedAt,
            OrderState = order == null ? null : order.State, BookingReference = order == null ? null : order.Booking!.Reference,
        };
}
