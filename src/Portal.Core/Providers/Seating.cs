namespace Portal.Core.Providers;

/// <summary>Whether a seat can be had at this moment.</summary>
public enum SeatStatus { Free, Held, Sold, Booked, Blocked, Unknown }

/// <summary>One numbered seat of a house.</summary>
/// <param name="SeatRef">The adapter's opaque name, as <see cref="HoldLine.Seats"/> takes it.</param>
/// <param name="ZoneRef">Its price zone; the offers with the same <see cref="Catalog.Offer.ZoneRef"/> can be had for it.</param>
/// <param name="X">Position on the plan, growing to the right; any unit, the page scales.</param>
/// <param name="Y">Position on the plan, growing away from the stage.</param>
public sealed record SeatPlace(string SeatRef, string ZoneRef, string? Section, string? Row, string Name, double X, double Y, SeatStatus Status)
{
    /// <summary>For wheelchair users.</summary>
    public bool IsAccessible { get; init; }
    /// <summary>The view is restricted.</summary>
    public bool HasReducedView { get; init; }
}

/// <summary>A zone of the plan.</summary>
/// <param name="ZoneRef">As <see cref="SeatPlace.ZoneRef"/> and <see cref="Catalog.Offer.ZoneRef"/>.</param>
/// <param name="Name">For people.</param>
public sealed record SeatZone(string ZoneRef, string Name)
{
    /// <summary>Free places of a zone without numbered seats; null for numbered zones or when not told.</summary>
    public int? Free { get; init; }
    public bool IsNumbered { get; init; } = true;
}

/// <summary>The plan of a session with the state of each seat at this moment.</summary>
public sealed record SeatMap(IReadOnlyList<SeatZone> Zones, IReadOnlyList<SeatPlace> Seats);

/// <summary>Lets seats be chosen one by one.</summary>
public interface IDrawsSeats
{
    /// <summary>The plan with live states. May take several reads of the wire (views, status); all of them are reads.</summary>
    Task<Answer<SeatMap>> ReadSeatMapAsync(ProviderCall call, SessionKey session, CancellationToken cancellation);
}
