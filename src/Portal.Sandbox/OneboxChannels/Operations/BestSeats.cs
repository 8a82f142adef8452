using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>Chooses places of a zone: side by side and in front where that is possible.</summary>
internal static class BestSeats
{
    /// <summary>The places, and whether they are together; null where there are not enough.</summary>
    public static (IReadOnlyList<long> Places, bool Together)? Choose(Places places, int zone, int count)
    {
        if (places.FreeIn(zone) < count) return null;
        var free = places.SeatsIn(zone).Where(s => places.StatusOf(s) == PlaceStatus.Free).ToList();
        if (free.Count < count) return places.FirstFree(zone, count) is { } unnumbered && unnumbered.Count == count ? (unnumbered, true) : null;

        var ordinary = free.Where(s => !s.Accessible).ToList();
        var run = ordinary.GroupBy(s => (s.View, s.Sector, s.RowOrder)).SelectMany(row => Runs([.. row.OrderBy(s => s.X)], count))
            .MinBy(r => (r[0].RowOrder, Math.Abs(r[0].X + count / 2 - Middle(places, r[0]))));
        if (run is not null) return ([.. run.Select(places.IdOf)], true);
        return ([.. ordinary.Concat(free.Where(s => s.Accessible)).Take(count).Select(places.IdOf)], false);
    }

    /// <summary>True where all are numbered seats in one row without a gap, or no seat is numbered.</summary>
    public static bool AreTogether(IReadOnlyList<Spot> seats) =>
        seats.Count < 2 || (seats.All(s => (s.View, s.Sector, s.RowOrder) == (seats[0].View, seats[0].Sector, seats[0].RowOrder))
            && seats.Max(s => s.X) - seats.Min(s => s.X) == seats.Count - 1);

    private static IEnumerable<List<Spot>> Runs(List<Spot> row, int count)
    {
        for (var first = 0; first + count <= row.Count; first++)
            if (row[first + count - 1].X - row[first].X == count - 1) yield return row.GetRange(first, count);
    }

    private static int Middle(Places places, Spot seat) => places.Plan.Seats.Where(s => (s.View, s.RowOrder) == (seat.View, seat.RowOrder)).Max(s => s.X) / 2;
}
