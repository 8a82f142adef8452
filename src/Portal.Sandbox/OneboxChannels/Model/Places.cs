namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>How a place stands: our own table, since the documentation gives the numbers no meaning.</summary>
internal enum PlaceStatus { Free = 1, Held = 2, Sold = 3, Blocked = 4, Booked = 5 }

/// <summary>
/// What is left of one session. A place has an id of its own, also in an area: the session's id, then the seat's number or, from
/// 10,000 on, the area's and the place's within it.
/// </summary>
internal sealed class Places(long sessionId, SeatingPlan plan)
{
    private const int PerSession = 100_000;
    private const int PerArea = 10_000;
    private readonly Dictionary<long, PlaceStatus> _taken = [];

    /// <summary>Seats sold through somebody else.</summary>
    public HashSet<int> SoldElsewhere { get; set; } = [];

    /// <summary>Places of each area sold through somebody else.</summary>
    public Dictionary<int, int> AreaSoldElsewhere { get; set; } = [];

    public SeatingPlan Plan => plan;

    public static long SessionOf(long placeId) => placeId / PerSession;

    public long IdOf(Spot seat) => sessionId * PerSession + seat.Number;

    public Spot? SeatOf(long placeId) =>
        SessionOf(placeId) == sessionId && placeId % PerSession < PerArea ? plan.Seats.FirstOrDefault(s => s.Number == placeId % PerSession) : null;

    public Area? AreaOf(long placeId) =>
        SessionOf(placeId) == sessionId && placeId % PerSession >= PerArea ? plan.Areas.FirstOrDefault(a => a.Number == placeId % PerSession / PerArea - 1) : null;

    public PlaceStatus StatusOf(Spot seat) =>
        _taken.TryGetValue(IdOf(seat), out var status) ? status
        : SoldElsewhere.Contains(seat.Number) ? PlaceStatus.Sold
        : seat is { Accessible: true } && seat.Number % 2 == 0 ? PlaceStatus.Blocked
        : PlaceStatus.Free;

    public int FreeIn(Area area) => Math.Max(0, area.Capacity - AreaSoldElsewhere.GetValueOrDefault(area.Number) - TakenIn(area));

    /// <summary>Free places of a zone: seats and areas.</summary>
    public int FreeIn(int zone) => SeatsIn(zone).Count(s => StatusOf(s) == PlaceStatus.Free) + AreasIn(zone).Sum(FreeIn);

    public int TotalIn(int zone) => SeatsIn(zone).Count() + AreasIn(zone).Sum(a => a.Capacity);

    /// <summary>The first free places of a zone's areas; fewer where there are fewer.</summary>
    public IReadOnlyList<long> FirstFree(int zone, int count)
    {
        var found = new List<long>();
        foreach (var area in AreasIn(zone))
        {
            var wanted = Math.Min(count - found.Count, FreeIn(area));
            var first = sessionId * PerSession + (area.Number + 1L) * PerArea;
            for (var id = first; wanted > 0; id++)
            {
                if (_taken.ContainsKey(id)) continue;
                found.Add(id);
                wanted--;
            }
        }
        return found;
    }

    public IEnumerable<Spot> SeatsIn(int zone) => plan.Seats.Where(s => s.Zone == zone);

    public void Take(long placeId, PlaceStatus status) => _taken[placeId] = status;

    public void GiveBack(long placeId) => _taken.Remove(placeId);

    /// <summary>Lets somebody else buy, or give back, until exactly so many of a zone are free.</summary>
    public void SetLeft(int zone, int left)
    {
        foreach (var seat in SeatsIn(zone).Where(s => StatusOf(s) == PlaceStatus.Free).Skip(left).ToList()) SoldElsewhere.Add(seat.Number);
        foreach (var seat in SeatsIn(zone).Where(s => SoldElsewhere.Contains(s.Number)).Take(left - FreeSeats(zone)).ToList()) SoldElsewhere.Remove(seat.Number);
        left -= FreeSeats(zone);
        foreach (var area in AreasIn(zone))
        {
            var here = Math.Clamp(left, 0, area.Capacity - TakenIn(area));
            AreaSoldElsewhere[area.Number] = area.Capacity - TakenIn(area) - here;
            left -= here;
        }
    }

    private IEnumerable<Area> AreasIn(int zone) => plan.Areas.Where(a => a.Zone == zone);

    private int FreeSeats(int zone) => SeatsIn(zone).Count(s => StatusOf(s) == PlaceStatus.Free);

    private int TakenIn(Area area)
    {
        var first = sessionId * PerSession + (area.Number + 1L) * PerArea;
        return _taken.Keys.Count(id => id >= first && id < first + PerArea);
    }
}
