using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;
using Portal.Core.Pricing;

namespace Portal.Core.Bookings;

/// <summary>The states of a place or ticket.</summary>
public enum ItemState { Booked, Purchased, Lapsed, Cancelled, Refunded }

/// <summary>Which state may follow which.</summary>
public static class ItemLifecycle
{
    public static readonly Lifecycle<ItemState> Table = new("Item", new()
    {
        [ItemState.Booked] = [ItemState.Purchased, ItemState.Lapsed, ItemState.Cancelled],
        [ItemState.Purchased] = [ItemState.Cancelled, ItemState.Refunded],
        [ItemState.Lapsed] = [],
        [ItemState.Cancelled] = [ItemState.Refunded],
        [ItemState.Refunded] = [],
    });
}

/// <summary>One place or ticket of an order.</summary>
public sealed class Item
{
    /// <summary>A longer address of a wallet's ticket is not kept.</summary>
    internal const int LongestWalletUrl = 400;

    public Guid Id { get; private set; }
    public Guid OrderId { get; private set; }
    public Order? Order { get; private set; }
    /// <summary>The line it was bought with; its guests are the line's guests by <see cref="Place"/>.</summary>
    public Guid CartLineId { get; private set; }
    /// <summary>Its zero-based place within the line.</summary>
    public int Place { get; private set; }
    public Guid SessionId { get; private set; }
    public string OfferRef { get; private set; } = "";
    public string OfferName { get; private set; } = "";
    public ItemState State { get; private set; }
    public Quote Quote { get; private set; } = null!;
    public Guid? FulfilmentId { get; set; }
    /// <summary>The provider's name of the ticket; null until the provider tells.</summary>
    public string? ProviderRef { get; set; }
    /// <summary>The text of its bar or QR code; null where there is none (yet).</summary>
    public string? Barcode { get; set; }
    /// <summary>Until when a booked place is kept, UTC, where the provider tells it for each place.</summary>
    public DateTime? KeptUntil { get; set; }
    /// <summary>When somebody decided that a booked place will not be bought; it lapses, or was freed.</summary>
    public DateTime? GivenUpAt { get; set; }
    /// <summary>Where a phone's wallet takes the ticket from; https only, null where there is none (yet).</summary>
    public string? WalletUrl { get; set; }
    /// <summary>The open later act it is in; at most one at a time.</summary>
    public Guid? OperationId { get; set; }
    public string? Section { get; set; }
    public string? Row { get; set; }
    public string? Seat { get; set; }
    /// <summary>Set when it comes another way than through the portal, in words for people.</summary>
    public string? DeliveredElsewhere { get; set; }
    /// <summary>The ledger transaction that posted its sale; null while it was not sold.</summary>
    public Guid? SaleId { get; set; }
    /// <summary>The ledger transaction that posted what came back for it; null while nothing came back, or nobody knows how much.</summary>
    public Guid? ReturnId { get; set; }
    public DateTime CreatedAt { get; private set; }

    private Item() { }

    /// <summary>A place as its order became final: a provider may sell at once what it was asked to keep.</summary>
    public static Item Of(Order order, CartLine line, int place, ItemState state, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), OrderId = order.Id, CartLineId = line.Id, Place = place, SessionId = line.SessionId,
        OfferRef = line.OfferRef, OfferName = line.OfferName, Quote = line.Quote with { }, CreatedAt = now,
        State = state,
    };

    /// <summary>The provider sold it at another price than was agreed: the customer's stays, the margin takes the difference.</summary>
    public void SoldAt(Money net) => Quote = Quote.At(net);

    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    public void MoveTo(ItemState to)
    {
        ItemLifecycle.Table.Require(State, to);
        State = to;
    }
}
