using Portal.Core.Lifecycles;

namespace Portal.Core.Bookings;

/// <summary>The states of an order.</summary>
public enum OrderState
{
    /// <summary>Part of a checkout, nothing asked of the provider yet beyond the hold.</summary>
    Planned,
    /// <summary>The provider is asked to freeze it.</summary>
    Preparing,
    /// <summary>Frozen at the provider; committing is all that is left.</summary>
    Prepared,
    /// <summary>The provider is asked to make it final.</summary>
    Committing,
    /// <summary>Places kept, unpaid, until a deadline.</summary>
    Booked,
    /// <summary>Sold, on invoice too.</summary>
    Purchased,
    /// <summary>Being undone before it became final.</summary>
    Releasing,
    /// <summary>Undone, or given back before it was bought; nothing is kept or owed.</summary>
    Released,
    /// <summary>The hold ran out before it became final, or what was booked lapsed at its deadline.</summary>
    Expired,
    /// <summary>The provider said no and keeps nothing for us.</summary>
    Refused,
    /// <summary>A question stayed unanswered.</summary>
    Unknown,
}

/// <summary>Which state may follow which.</summary>
public static class OrderLifecycle
{
    public static readonly Lifecycle<OrderState> Table = new("Order", new()
    {
        // Released directly when nothing was asked yet beyond the hold: that goes back to the cart, no call is needed.
        [OrderState.Planned] = [OrderState.Preparing, OrderState.Committing, OrderState.Releasing, OrderState.Released, OrderState.Expired],
        [OrderState.Preparing] = [OrderState.Prepared, OrderState.Planned, OrderState.Refused, OrderState.Unknown],
        [OrderState.Prepared] = [OrderState.Committing, OrderState.Releasing, OrderState.Expired],
        [OrderState.Committing] = [OrderState.Booked, OrderState.Purchased, OrderState.Planned, OrderState.Prepared, OrderState.Refused, OrderState.Unknown],
        [OrderState.Releasing] = [OrderState.Released, OrderState.Expired, OrderState.Unknown],
        [OrderState.Unknown] = [OrderState.Booked, OrderState.Purchased, OrderState.Planned, OrderState.Prepared, OrderState.Releasing,
            OrderState.Released, OrderState.Expired, OrderState.Refused],
        // It follows its items once none of them is booked any more: bought, lapsed at the deadline, or given back before it.
        [OrderState.Booked] = [OrderState.Purchased, OrderState.Expired, OrderState.Released],
        [OrderState.Purchased] = [],
        [OrderState.Released] = [],
        [OrderState.Expired] = [],
        [OrderState.Refused] = [],
    });

    /// <summary>States that still lead somewhere: the booking is not settled while one order is in one of them.</summary>
    public static readonly OrderState[] Open =
        [OrderState.Planned, OrderState.Preparing, OrderState.Prepared, OrderState.Committing, OrderState.Releasing, OrderState.Unknown];

    /// <summary>States in which nothing is sold, kept or owed. The lines of what never became final go back to the cart, to be held again.</summary>
    public static readonly OrderState[] Failed = [OrderState.Released, OrderState.Expired, OrderState.Refused];
}
