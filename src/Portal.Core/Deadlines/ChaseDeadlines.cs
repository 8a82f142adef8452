using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Mail;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Deadlines;

/// <summary>
/// The job's verb that reminds agents of deadlines, twice for each: as long before as their agency wants. Mail and the time of the next
/// reminder are saved together, and a mail's intent is unique, so that any number of nodes send it once.
/// </summary>
public sealed class ChaseDeadlines(IDbContextFactory<PortalDb> databases, ConnectionBook connections, QueueMail queue, TimeProvider time, ILogger<ChaseDeadlines> logger)
{
    private const int AtMost = 200;

    /// <returns>How many orders were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Orders.Where(o => o.NextReminderAt <= now && o.State == OrderState.Booked).OrderBy(o => o.NextReminderAt).Select(o => o.Id).Take(AtMost).ToListAsync(cancellation);
        await Alone.EachAsync(due, RemindAsync, logger, cancellation);
        return due.Count;
    }

    private async Task RemindAsync(Guid orderId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.Orders.Include(o => o.Booking).Include(o => o.Items).SingleAsync(o => o.Id == orderId, cancellation);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == order.AgencyId, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var kept = order.Items.FindAll(i => i is { State: ItemState.Booked, GivenUpAt: null });
        var schedule = ReminderSchedule.Of(kept.Count == 0 ? null : kept.Min(order.DeadlineOf), order.CommittedAt ?? order.CreatedAt, agency.FirstReminderHours, agency.LastReminderHours, now);
        order.NextReminderAt = schedule.Next;
        if (schedule.Due is { } stage && await TellAgent.AddresseeAsync(db, order.Booking!, cancellation) is var (name, address))
        {
            var deadline = kept.Min(order.DeadlineOf)!.Value;
            await queue.RunAsync(db, $"deadline:{stage}:{order.Id}:{deadline:yyyyMMddHHmm}", address, await WriteAsync(db, name, order, [.. kept.Where(i => order.DeadlineOf(i) == deadline)], agency, stage, cancellation), cancellation, MailAbout.Of(order.Booking!));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another node queued it, or the order changed: it is due still, or done.
        }
    }

    private async Task<DeadlineReminder> WriteAsync(PortalDb db, string name, Order order, IReadOnlyList<Item> items, Agency agency, ReminderStage stage, CancellationToken cancellation)
    {
        var sessionIds = items.Select(i => i.SessionId).Distinct().ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id)).Select(s => new { s.Event!.Name, s.TimeZone }).ToListAsync(cancellation);
        var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
        var money = (await db.ReadMoneyAsync([order.BookingId], cancellation)).GetValueOrDefault(order.BookingId);
        var facts = ConversionFacts.Of(agency, money, connection.Provider, connection.Margin);
        var deadline = order.DeadlineOf(items[0])!.Value;
        var outlook = facts.OutlookOf(order, deadline, isGivenUp: false, time.GetUtcNow().UtcDateTime);
        var zones = sessions.Select(s => s.TimeZone).Distinct().ToList();
        var venue = zones is [{ } zone] && VenueWords.Moment(deadline, zone) != VenueWords.Moment(deadline, agency.TimeZone) ? $" ({VenueWords.Clock(deadline, zone)} at the venue)" : "";
        return new DeadlineReminder(name, order.Booking!.Reference, $"{string.Join(", ", sessions.Select(s => s.Name).Distinct())} ({CountWords.Places(items.Count)} at {connection.Traits.DisplayName})",
            VenueWords.Moment(deadline, agency.TimeZone) + venue, money is { Open.Amount: > 0 } ? money.Open.ForPeople() : null,
            $"If nobody does anything: {OutlookWords.Say(outlook, connection.Traits.DisplayName, agency.TimeZone)}.", stage == ReminderStage.Last);
    }
}
