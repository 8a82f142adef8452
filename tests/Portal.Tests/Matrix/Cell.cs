namespace Portal.Tests.Matrix;

/// <summary>Where on the way from the cart to the sale something goes wrong.</summary>
public enum Step
{
    Hold,
    /// <summary>Buyer, delivery and guest data are sent.</summary>
    Buyer,
    Prepare,
    Commit,
}

/// <summary>What goes wrong.</summary>
public enum Fault
{
    /// <summary>A definite no: sold out where places are asked for, afterwards (the places are ours then) the account is not let in.</summary>
    Refused,
    /// <summary>No effect, no answer.</summary>
    SilentBefore,
    /// <summary>The effect, no answer.</summary>
    SilentAfter,
    Throttled,
    PriceChanged,
    HoldLapsed,
}

/// <summary>How a checkout stands once nothing is in doubt any more.</summary>
public enum End
{
    /// <summary>Sold, once, at the price that was agreed.</summary>
    Sold,
    /// <summary>Sold at another price than was agreed, and the booking says so: the wire takes no price.</summary>
    SoldAndTold,
    /// <summary>Not sold; the places are held still, or locked.</summary>
    Kept,
    /// <summary>Not sold, nothing kept.</summary>
    Nothing,
}
