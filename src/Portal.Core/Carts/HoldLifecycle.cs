using Portal.Core.Lifecycles;

namespace Portal.Core.Carts;

/// <summary>The states of a hold.</summary>
public enum HoldState
{
    /// <summary>The provider was asked to keep places and has not answered.</summary>
    Asking,
    /// <summary>The provider keeps the places until <see cref="Hold.ExpiresAt"/>.</summary>
    Held,
    /// <summary>Held, and a change of it (content or guest data) is under way.</summary>
    Changing,
    /// <summary>An order has it.</summary>
    Taken,
    /// <summary>Being given back.</summary>
    Releasing,
    /// <summary>Given back.</summary>
    Released,
    /// <summary>Ran out at the provider.</summary>
    Expired,
    /// <summary>The provider said no, or never got the question.</summary>
    Refused,
    /// <summary>A question stayed unanswered; <see cref="Hold.Question"/> says which.</summary>
    Unknown,
}

/// <summary>Which state may follow which.</summary>
public static class HoldLifecycle
{
    public static readonly Lifecycle<HoldState> Table = new("Hold", new()
    {
        [HoldState.Asking] = [HoldState.Held, HoldState.Refused, HoldState.Unknown],
        [HoldState.Held] = [HoldState.Changing, HoldState.Taken, HoldState.Releasing, HoldState.Expired],
        [HoldState.Changing] = [HoldState.Held, HoldState.Expired, HoldState.Unknown],
        [HoldState.Releasing] = [HoldState.Released, HoldState.Expired, HoldState.Unknown],
        [HoldState.Unknown] = [HoldState.Held, HoldState.Releasing, HoldState.Released, HoldState.Expired, HoldState.Refused],
        // Given back when the order ended before anything became final and the provider still keeps the places.
        [HoldState.Taken] = [HoldState.Held],
        [HoldState.Released] = [],
        [HoldState.Expired] = [],
        [HoldState.Refused] = [],
    });

    /// <summary>States in which the provider keeps, or may keep, places for us.</summary>
    public static readonly HoldState[] Alive = [HoldState.Asking, HoldState.Held, HoldState.Changing, HoldState.Releasing, HoldState.Unknown];
}
