namespace Portal.Sandbox.OneboxDistribution;

/// <summary>An offer that tests may rely on.</summary>
/// <param name="Price">What a buyer pays for one at the start: value and both surcharges, EUR.</param>
/// <param name="Seats">Free numbered seats of it, side by side; empty for zones.</param>
public sealed record PlaceSample(long EventId, long SessionId, long PriceTypeId, long RateId, decimal Price, int Available, IReadOnlyList<long> Seats);

/// <summary>
/// Offers that are the same in every sandbox, one for each rule of the page, each at an event of its own (so that tests do not meet), on
/// sale, with plenty left unless their name says otherwise.
/// </summary>
public sealed class DistributionSamples
{
    private readonly Dictionary<string, PlaceSample> _byName;

    internal DistributionSamples(Dictionary<string, PlaceSample> byName) => _byName = byName;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, PlaceSample> ByName => _byName;

    /// <summary>A zone without numbers, no rules.</summary>
    public PlaceSample Zone => _byName[nameof(Zone)];

    /// <summary>The zone of <see cref="Zone"/> at its reduced rate: the same places for less.</summary>
    public PlaceSample ZoneReduced => _byName[nameof(ZoneReduced)];

    /// <summary>Another zone of the session of <see cref="Zone"/>.</summary>
    public PlaceSample OtherZone => _byName[nameof(OtherZone)];

    /// <summary>A zone at another event, for the same order.</summary>
    public PlaceSample OtherEvent => _byName[nameof(OtherEvent)];

    /// <summary>A zone with two places left.</summary>
    public PlaceSample LastTwo => _byName[nameof(LastTwo)];

    /// <summary>A zone of 5,000 places.</summary>
    public PlaceSample Huge => _byName[nameof(Huge)];

    /// <summary>Numbered seats of an arena's sector, all free.</summary>
    public PlaceSample Numbered => _byName[nameof(Numbered)];

    /// <summary>Numbered seats of which no two free ones are side by side.</summary>
    public PlaceSample Scattered => _byName[nameof(Scattered)];

    /// <summary>Name and surname of every person are required.</summary>
    public PlaceSample Attendees => _byName[nameof(Attendees)];

    /// <summary>Name, surname, e-mail and identity number of every person are required; the date of birth is not.</summary>
    public PlaceSample AllAttendeeData => _byName[nameof(AllAttendeeData)];

    /// <summary>At most four per order.</summary>
    public PlaceSample LimitFour => _byName[nameof(LimitFour)];

    /// <summary>Takes the promotions 9001 (anybody), 9002 (collective SOCIOS, pin 2468) and 9003 (one price type only).</summary>
    public PlaceSample Promoted => _byName[nameof(Promoted)];

    /// <summary>Nothing left.</summary>
    public PlaceSample SoldOut => _byName[nameof(SoldOut)];

    /// <summary>Listed, but the sale begins in a month.</summary>
    public PlaceSample NotYetOnSale => _byName[nameof(NotYetOnSale)];

    /// <summary>Withdrawn from sale.</summary>
    public PlaceSample NotForSale => _byName[nameof(NotForSale)];

    /// <summary>Assigned to another channel only.</summary>
    public PlaceSample OtherChannels => _byName[nameof(OtherChannels)];

    /// <summary>May be booked without paying for twenty days; <see cref="Zone"/> never may.</summary>
    public PlaceSample Bookable => _byName[nameof(Bookable)];

    /// <summary>Its date is not confirmed.</summary>
    public PlaceSample UnconfirmedDate => _byName[nameof(UnconfirmedDate)];
}
