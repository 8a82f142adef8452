namespace Portal.Sandbox;

/// <summary>One call as the sandbox saw it. Bodies are cut to a readable length; the key is shortened.</summary>
/// <param name="Number">Rises by one per call, over all providers.</param>
/// <param name="At">When the call arrived, sandbox time, UTC.</param>
/// <param name="Operation">For instance <c>xs2event/booking.create</c>.</param>
/// <param name="Status">The HTTP status that was sent; null where nothing was sent.</param>
/// <param name="Outcome">What became of it: <c>answered</c>, or the name of the scenario that ended it.</param>
public sealed record LedgerCall(
    long Number, DateTime At, string Provider, string Operation, string Method, string Path, string Query, string Key,
    string RequestBody, int? Status, string ResponseBody, string Outcome);

/// <summary>Something that exists at a pretended provider because of a call: a reservation, a booking, a booking order.</summary>
/// <param name="Kind">For instance <c>reservation</c>, <c>booking</c>, <c>bookingorder</c>.</param>
/// <param name="State">The provider's own word for its state.</param>
/// <param name="Reference">The caller's own reference, where one was given.</param>
public sealed record LedgerThing(
    string Provider, string Kind, string Id, string State, string? Reference, DateTime Made, DateTime Changed)
{
    /// <summary>How many places it keeps or has sold, where it is about places.</summary>
    public int Places { get; init; }

    /// <summary>What they cost together, charges and delivery included, major units; zero where the provider names no price yet.</summary>
    public decimal Total { get; init; }
}
