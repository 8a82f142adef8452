using Portal.Core.Lifecycles;

namespace Portal.Core.Bookings;

/// <summary>The states of a later act.</summary>
public enum OperationState
{
    /// <summary>The provider is asked.</summary>
    Asked,
    /// <summary>Frozen at the provider; committing is all that is left.</summary>
    Prepared,
    /// <summary>The provider is asked to make it final.</summary>
    Committing,
    Done,
    Refused,
    /// <summary>A question stayed unanswered.</summary>
    Unknown,
}

/// <summary>Which state may follow which.</summary>
public static class OperationLifecycle
{
    public static readonly Lifecycle<OperationState> Table = new("Operation", new()
    {
        [OperationState.Asked] = [OperationState.Prepared, OperationState.Done, OperationState.Refused, OperationState.Unknown],
        [OperationState.Prepared] = [OperationState.Committing, OperationState.Refused],
        [OperationState.Committing] = [OperationState.Done, OperationState.Prepared, OperationState.Refused, OperationState.Unknown],
        [OperationState.Unknown] = [OperationState.Asked, OperationState.Prepared, OperationState.Done, OperationState.Refused],
        [OperationState.Done] = [],
        [OperationState.Refused] = [],
    });

    public static readonly OperationState[] Open = [OperationState.Asked, OperationState.Prepared, OperationState.Committing, OperationState.Unknown];
}
