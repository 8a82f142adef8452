using Portal.Core.Bookings;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>How a line of a cart stands, as an agent sees it. Derived, never stored.</summary>
public enum LineState
{
    /// <summary>Nothing is held and nothing was refused: it can be held.</summary>
    NotHeld,
    /// <summary>Its provider is being asked at this moment.</summary>
    Checking,
    Held,
    /// <summary>Still held, but too short to check out safely: past the hold's commit-by, before the provider's own expiry.</summary>
    Ending,
    Expired,
    /// <summary>The provider said no; the line's problem says why.</summary>
    Refused,
    /// <summary>A question stayed unanswered: it may or may not be held.</summary>
    Unknown,
    /// <summary>An order that is not settled has it.</summary>
    InCheckout,
}

/// <summary>Derives a line's state from its hold and the clock. Pure; the sweep need not have run.</summary>
public static class LineStates
{
    public static LineState Of(HoldState? hold, DateTime? commitBy, DateTime? expiresAt, OrderState? order, RefusalReason? problem, DateTime now) => (order, hold) switch
    {
        ({ } ordered, _) when OrderLifecycle.Open.Contains(ordered) => LineState.InCheckout,
        (_, HoldState.Asking or HoldState.Changing or HoldState.Releasing) => LineState.Checking,
        (_, HoldState.Unknown) => LineState.Unknown,
        (_, HoldState.Taken) => LineState.InCheckout,
        (_, HoldState.Held) when expiresAt <= now => LineState.Expired,
        (_, HoldState.Held) when commitBy <= now => LineState.Ending,
        (_, HoldState.Held) => LineState.Held,
        (_, HoldState.Expired) => LineState.Expired,
        (_, HoldState.Refused) => LineState.Refused,
        _ when problem == RefusalReason.HoldExpired => LineState.Expired,
        _ when problem is not null => LineState.Refused,
        _ => LineState.NotHeld,
    };
}
