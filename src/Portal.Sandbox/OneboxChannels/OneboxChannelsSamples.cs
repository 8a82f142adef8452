namespace Portal.Sandbox.OneboxChannels;

/// <summary>An offer that tests may rely on.</summary>
/// <param name="OfferId">A price zone's id, or an activity ticket type's.</param>
/// <param name="Price">What one costs at the ordinary rate with all charges, major units.</param>
/// <param name="Left">How many are free when the sandbox first starts.</param>
public sealed record PlaceSample(long EventId, long SessionId, long OfferId, decimal Price, string Currency, int Left);

/// <summary>
/// Offers that are the same in every sandbox, one for each rule of the page, each at an event of its own (so that tests do not meet),
/// on sale, bookable and with plenty left unless their name says otherwise.
/// </summary>
public sealed class OneboxChannelsSamples
{
    private readonly Dictionary<string, PlaceSample> _byName;

    internal OneboxChannelsSamples(Dictionary<string, PlaceSample> byName) => _byName = byName;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, PlaceSample> ByName => _byName;

    /// <summary>A theatre whose root view shows all seats; the dearest zone.</summary>
    public PlaceSample Theatre => _byName[nameof(Theatre)];

    /// <summary>The second zone of <see cref="Theatre"/>.</summary>
    public PlaceSample TheatreRear => _byName[nameof(TheatreRear)];

    /// <summary>Another theatre: the same cart, another session.</summary>
    public PlaceSample OtherTheatre => _byName[nameof(OtherTheatre)];

    /// <summary>A house whose root view only links to its floors.</summary>
    public PlaceSample GrandHouse => _byName[nameof(GrandHouse)];

    /// <summary>An arena without numbers and without a map.</summary>
    public PlaceSample Arena => _byName[nameof(Arena)];

    /// <summary>Standing room of a hall that also has numbered seats.</summary>
    public PlaceSample Standing => _byName[nameof(Standing)];

    /// <summary>An adult's ticket of a museum visit.</summary>
    public PlaceSample Museum => _byName[nameof(Museum)];

    /// <summary>A child's ticket of the same visit.</summary>
    public PlaceSample MuseumChild => _byName[nameof(MuseumChild)];

    /// <summary>Two seats left in the zone.</summary>
    public PlaceSample LastTwo => _byName[nameof(LastTwo)];

    /// <summary>Four seats left, no two of them side by side.</summary>
    public PlaceSample Scattered => _byName[nameof(Scattered)];

    /// <summary>The promoter has bookings off.</summary>
    public PlaceSample NotBookable => _byName[nameof(NotBookable)];

    /// <summary>Every place needs its visitor's data, which no documented call takes.</summary>
    public PlaceSample Attendants => _byName[nameof(Attendants)];

    /// <summary>The session does not support best seats: only chosen ones.</summary>
    public PlaceSample NoBestSeats => _byName[nameof(NoBestSeats)];

    /// <summary>At most four of the session in one cart.</summary>
    public PlaceSample AtMostFour => _byName[nameof(AtMostFour)];

    /// <summary>Not for sale at the moment.</summary>
    public PlaceSample NotForSale => _byName[nameof(NotForSale)];

    /// <summary>An automatic promotion of 20 percent on the zone.</summary>
    public PlaceSample Promoted => _byName[nameof(Promoted)];

    /// <summary>A booking is kept for one hour only.</summary>
    public PlaceSample ShortBooking => _byName[nameof(ShortBooking)];

    /// <summary>The date may still move.</summary>
    public PlaceSample UnconfirmedDate => _byName[nameof(UnconfirmedDate)];

    /// <summary>Nothing left.</summary>
    public PlaceSample SoldOut => _byName[nameof(SoldOut)];

    /// <summary>Assigned to the other seller's channel only.</summary>
    public PlaceSample OtherChannelOnly => _byName[nameof(OtherChannelOnly)];
}
