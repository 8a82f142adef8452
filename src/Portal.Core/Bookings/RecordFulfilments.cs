using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Writes down what a provider reported of one order's parts, and tells the agent what changed by itself: moved, postponed, cancelled,
/// tickets ready. The same report twice changes nothing and tells nothing.
/// </summary>
public sealed class RecordFulfilments(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private static readonly Actor By = Actor.Job("read-back");

    /// <param name="orderId">The order.</param>
    /// <param name="reports">What its provider just reported of it; empty where it tells nothing of such an order.</param>
    /// <param name="margin">How long after a deadline a booked place of which the provider tells nothing counts as lapsed.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task RunAsync(Guid orderId, IReadOnlyList<FulfilmentReport> reports, TimeSpan margin, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.Include(o => o.Booking).Include(o => o.Items).Include(o => o.Fulfilments).ThenInclude(f => f.Files)
            .SingleAsync(o => o.Id == orderId, cancellation);
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Event)
            .Where(s => db.Items.Any(i => i.OrderId == orderId && i.SessionId == s.Id)).ToListAsync(cancellation);

        // What we took back ourselves is no news from the provider.
        var isGivenUp = order.Items.TrueForAll(i => i.State is ItemState.Cancelled or ItemState.Refunded || i.OperationId is not null);
        var isOurDoing = await db.Operations.AnyAsync(o => o.OrderId == orderId && (o.IsUndo || (isGivenUp && o.Kind == OperationKind.Cancel)) && o.State != OperationState.Refused, cancellation);
        foreach (var report in reports)
        {
            var session = sessions.Find(s => s.Event!.ProviderRef == report.EventRef) ?? (sessions.Count == 1 ? sessions[0] : null);
            var fulfilment = order.Fulfilments.Find(f => f.RefKind == report.Reference.Kind && f.RefValue == report.Reference.Value);
            // Listed at once: below, what was known becomes what is reported.
            List<(NoticeKind Kind, string Said)> news = [.. fulfilment is null ? FirstNews(report) : News(fulfilment, report)];
            if (isOurDoing)
                news.RemoveAll(n => n.Kind == NoticeKind.EventCancelled);
            if (fulfilment is null)
            {
                fulfilment = new Fulfilment { Id = Guid.CreateVersion7(), OrderId = orderId, RefKind = report.Reference.Kind, RefValue = report.Reference.Value, RawStatus = report.RawStatus };
                order.Fulfilments.Add(fulfilment);
                db.Fulfilments.Add(fulfilment);
            }
            if (WaitsForGuests(fulfilment, report))
                fulfilment.NextGuestsAt = now;
            (fulfilment.SessionId, fulfilment.Status, fulfilment.RawStatus) = (session?.Id, report.Status, report.RawStatus);
            (fulfilment.GuestData, fulfilment.RawGuestData, fulfilment.ReadAt) = (report.GuestData, report.RawGuestData, now);
            fulfilment.StartLocal = report.StartLocal ?? fulfilment.StartLocal;
            var moved = FulfilmentItems.Apply(db, order, fulfilment, report);
            news.AddRange(moved.GroupBy(item => item.State).Select(g => (NoticeKind.PlacesChanged, ReadBackWords.Moved(g.Key, [.. g]))));
            if (moved.Count > 0)
                order.Touch();
            foreach (var (kind, said) in news)
                Tell(db, order, kind, $"{session?.Event?.Name ?? order.OurReference}: {said}", now);
        }
        if (LapsedItems.ByTheClock(order, reports, margin, now) is { Count: > 0 } lapsed)
            Tell(db, order, NoticeKind.PlacesChanged, $"{sessions.Find(s => s.Id == lapsed[0].SessionId)?.Event?.Name ?? order.OurReference}: {ReadBackWords.LapsedByTheClock(lapsed)}", now);
        order.FollowItems("Every place that is left of it is bought at the provider.", By, now);
        order.NextReadAt = NextReading.Of(order, sessions, now);
        // Lost to another reader: its report is as fresh as ours.
        await db.TrySaveAsync(ItemPosting.Post(order, By.Name, now), cancellation);
    }

    // It wants guest data that it did not want before, or still does after it got what was asked: its list is read now, and whoever must be asked is.
    private static bool WaitsForGuests(Fulfilment known, FulfilmentReport report) =>
        report.GuestData is not (GuestDataStatus.NotApplicable or GuestDataStatus.InProgress or GuestDataStatus.Completed)
        && (known.GuestData != report.GuestData || known.GuestsSentAt >= known.GuestsReadAt);

    private static IEnumerable<(NoticeKind Kind, string Said)> FirstNews(FulfilmentReport report) => report.Status switch
    {
        FulfilmentStatus.Cancelled => [(NoticeKind.EventCancelled, "the provider has cancelled it.")],
        FulfilmentStatus.Postponed => [(NoticeKind.EventPostponed, "the event is postponed.")],
        _ => [],
    };

    private static IEnumerable<(NoticeKind Kind, string Said)> News(Fulfilment known, FulfilmentReport report)
    {
        if (known.Status != report.Status)
            foreach (var news in FirstNews(report))
                yield return news;
        if (known.Status == FulfilmentStatus.Postponed && report.Status is (FulfilmentStatus.Processing or FulfilmentStatus.Completed))
            yield return (NoticeKind.EventMoved, "it is no longer postponed; check the new date with the customer.");
        if (known.StartLocal is { } was && report.StartLocal is { } now && was != now)
            yield return (NoticeKind.EventMoved, $"moved from {was:yyyy-MM-dd HH:mm} to {now:yyyy-MM-dd HH:mm} (venue time).");
        if (!AreReady(known.Status, known.GuestData) && AreReady(report.Status, report.GuestData))
            yield return (NoticeKind.TicketsReady, "the tickets are ready.");
    }

    // Delivered, but nothing is handed out while the provider waits for the guests' names.
    private static bool AreReady(FulfilmentStatus status, GuestDataStatus guests) =>
        status == FulfilmentStatus.Completed && guests is not (GuestDataStatus.WaitingForUs or GuestDataStatus.WaitingForCustomer);

    private static void Tell(PortalDb db, Order order, NoticeKind kind, string said, DateTime now)
    {
        order.Remark(said, By, now);
        db.Notices.Add(Notice.Of(order, kind, said, now));
    }
}
