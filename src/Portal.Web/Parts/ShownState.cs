using Portal.Core.Bookings;
using Portal.Core.Carts;

namespace Portal.Web.Parts;

/// <summary>The states people see, the same everywhere: a word, an icon and a colour each.</summary>
public enum ShownState { Checking, Held, Booked, Purchased, Unknown, Refused, Expired, Cancelled, Released, Refunded, Waiting, NotHeld }

/// <summary>Which state people see for one of ours.</summary>
public static class ShownStates
{
    public static ShownState Of(HoldState state) => state switch
    {
        HoldState.Asking or HoldState.Changing or HoldState.Releasing => ShownState.Checking,
        HoldState.Held => ShownState.Held,
        HoldState.Taken => ShownState.Waiting,
        HoldState.Released => ShownState.Released,
        HoldState.Expired => ShownState.Expired,
        HoldState.Refused => ShownState.Refused,
        _ => ShownState.Unknown,
    };

    public static ShownState Of(OrderState state) => state switch
    {
        OrderState.Planned or OrderState.Prepared => ShownState.Waiting,
        OrderState.Preparing or OrderState.Committing or OrderState.Releasing => ShownState.Checking,
        OrderState.Booked => ShownState.Booked,
        OrderState.Purchased => ShownState.Purchased,
        OrderState.Released => ShownState.Released,
        OrderState.Expired => ShownState.Expired,
        OrderState.Refused => ShownState.Refused,
        _ => ShownState.Unknown,
    };

    public static ShownState Of(ItemState state) => state switch
    {
        ItemState.Booked => ShownState.Booked,
        ItemState.Purchased => ShownState.Purchased,
        ItemState.Lapsed => ShownState.Expired,
        ItemState.Cancelled => ShownState.Cancelled,
        ItemState.Refunded => ShownState.Refunded,
        _ => ShownState.Unknown,
    };

    public static (string Word, string Icon) Look(ShownState state) => state switch
    {
        ShownState.Checking => ("Checking", "turn"),
        ShownState.Held => ("Held", "hourglass"),
        ShownState.Booked => ("Booked", "bookmark"),
        ShownState.Purchased => ("Purchased", "check-round"),
        ShownState.Unknown => ("Unknown", "question"),
        ShownState.Refused => ("Refused", "slash"),
        ShownState.Expired => ("Expired", "clock"),
        ShownState.Cancelled => ("Cancelled", "cross"),
        ShownState.Released => ("Released", "cross"),
        ShownState.Refunded => ("Refunded", "swap"),
        ShownState.Waiting => ("In checkout", "clock"),
        ShownState.NotHeld => ("Not held", "info"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no look for this state."),
    };
}
