using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Bookings;

/// <summary>What an agency sold on one day.</summary>
/// <param name="Day">On the agency's clock.</param>
/// <param name="Selling">In the agency's currency.</param>
public sealed record DaySales(DateOnly Day, Money Selling, int Orders);

/// <summary>What an agency sold over the last days.</summary>
/// <param name="Days">Every day in order, today last, those without a sale too.</param>
/// <param name="Others">What was sold while the agency had another currency, each for itself: nothing here converts.</param>
public sealed record DailySales(IReadOnlyList<DaySales> Days, IReadOnlyList<Money> Others)
{
    public static readonly DailySales None = new([], []);

    public bool IsEmpty => Others.Count == 0 && Days.All(d => d.Orders == 0);

    /// <summary>In the agency's currency; null where there are no days.</summary>
    public Money? Total => Days.Count == 0 ? null : Days.Select(d => d.Selling).Aggregate((a, b) => a + b);
}

/// <summary>Reads what the actor's agency sold day by day. An admin belongs to none and sees none.</summary>
public sealed class ReadDailySales(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int Days = 14;

    public async Task<DailySales> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Agencies.AsNoTracking().Where(a => a.Id == actor.AgencyId).Select(a => new { a.TimeZone, a.Currency }).SingleOrDefaultAsync(cancellation) is not { } agency)
            return DailySales.None;

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(agency.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var first = DayOf(time.GetUtcNow().UtcDateTime, zone).AddDays(1 - Days);
        var since = VenueTime.ToUtc(first.ToDateTime(TimeOnly.MinValue), zone.Id)!.Value;
        // Summed here: where an agency's day begins and ends, no engine knows.
        var sold = await db.Orders.AsNoTracking().VisibleTo(actor).Where(o => o.AgencyId == actor.AgencyId).SoldSince(since)
            .Select(o => new { At = o.CommittedAt!.Value, o.TotalSelling, Currency = o.AccountCurrency }).ToListAsync(cancellation);

        var own = sold.Where(o => o.Currency == agency.Currency).ToLookup(o => DayOf(o.At, zone));
        return new DailySales(
            [.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new DaySales(day, new Money(own[day].Sum(o => o.TotalSelling), agency.Currency), own[day].Count()))],
            [.. sold.Where(o => o.Currency != agency.Currency).GroupBy(o => o.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Money(g.Sum(o => o.TotalSelling), g.Key))]);
    }

    private static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
