using Microsoft.EntityFrameworkCore;

namespace Portal.Core.Guests;

/// <summary>
/// The board's order: what is late first, then by the day on which it is due; what has no day last. The rows are gone through in stretches
/// that each lie in one index as they are shown, so that nothing is sorted and a page costs the same however many there are.
/// </summary>
internal static class GuestBoardOrder
{
    /// <summary>Rows of one state, with a day or without.</summary>
    public readonly record struct Stretch(GuestProgressState State, bool HasDay)
    {
        public IOrderedQueryable<GuestProgress> Of(IQueryable<GuestProgress> found)
        {
            var state = State;
            return HasDay
                ? found.Where(p => p.State == state && p.DueAt != null).OrderBy(p => p.DueAt).ThenBy(p => p.BookingId)
                : found.Where(p => p.State == state && p.DueAt == null).OrderBy(p => p.BookingId);
        }

        /// <summary>What comes after a row of it.</summary>
        public IQueryable<GuestProgress> After(IQueryable<GuestProgress> found, DateTime? dueAt, Guid id) => HasDay
            ? found.Where(p => p.DueAt > dueAt || (p.DueAt == dueAt && p.BookingId.CompareTo(id) > 0))
            : found.Where(p => p.BookingId.CompareTo(id) > 0);
    }

    private static readonly GuestProgressState[] InOrder = [GuestProgressState.Late, GuestProgressState.Collecting, GuestProgressState.Complete, GuestProgressState.Done];

    /// <summary>The stretches of a group of bookings, in order.</summary>
    public static IReadOnlyList<Stretch> Stretches(GuestBoardGroup group) =>
        [.. StatesOf(group).Select(s => new Stretch(s, true)), .. StatesOf(group).Where(s => s != GuestProgressState.Late).Select(s => new Stretch(s, false))];

    public static IReadOnlyList<GuestProgressState> StatesOf(GuestBoardGroup group) => group switch
    {
        GuestBoardGroup.Complete => [GuestProgressState.Complete],
        GuestBoardGroup.Accepted => [GuestProgressState.Done],
        GuestBoardGroup.All => InOrder,
        _ => InOrder[..2],
    };

    /// <summary>How many rows there are in each stretch.</summary>
    public static async Task<IReadOnlyDictionary<Stretch, int>> CountAsync(IQueryable<GuestProgress> found, GuestBoardGroup group, CancellationToken cancellation)
    {
        var states = StatesOf(group);
        var counts = await found.Where(p => states.Contains(p.State)).GroupBy(p => p.State)
            .Select(g => new { State = g.Key, All = g.Count(), WithDay = g.Count(p => p.DueAt != null) }).ToListAsync(cancellation);
        return counts.SelectMany(c => (KeyValuePair<Stretch, int>[])[new(new(c.State, true), c.WithDay), new(new(c.State, false), c.All - c.WithDay)]).ToDictionary();
    }

    /// <summary>A page's bookings. Without counts nothing can be skipped.</summary>
    public static async Task<List<Guid>> PageAsync(
        IQueryable<GuestProgress> found, GuestBoardGroup group, IReadOnlyDictionary<Stretch, int>? counts, int skip, int take, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var stretch in Stretches(group))
        {
            var there = counts is null ? int.MaxValue : counts.GetValueOrDefault(stretch);
            if (skip < there)
                ids.AddRange(await stretch.Of(found).Skip(skip).Take(take - ids.Count).Select(p => p.BookingId).ToListAsync(cancellation));
            if (ids.Count >= take)
                break;
            skip = Math.Max(0, skip - there);
        }
        return ids;
    }
}
