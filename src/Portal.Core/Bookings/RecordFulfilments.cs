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

    public async Task RunAsync(Guid orderId, IReadOnlyList<FulfilmentReport> reports, CancellationToken cancellation)
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
            (fulfilment.SessionId, fulfilment.Status, fulfilment.RawStatus) = (session?.Id, report.Status, report.RawStatus);
            (fulfilment.GuestData, fulfilment.RawGuestData, fulfilment.ReadAt) = (report.GuestData, report.RawGuestData, now);
            fulfilment.StartLocal = report.StartLocal ?? fulfilment.StartLocal;
            var moved = FulfilmentItems.Apply(db, order, fulfilment, report);
            news.AddRange(moved.GroupBy(state => state).Select(g => (NoticeKind.PlacesChanged, g.Key switch
            {
                ItemState.Lapsed => $"{Places(g.Count())} lapsed at the provider: the booking's time is over.",
                ItemState.Purchased => $"{Places(g.Count())} became a purchase at the provider.",
                ItemState.Refunded => $"{Places(g.Count())} refunded at the provider.",
                _ => $"{Places(g.Count())} cancelled at the provider.",
            })));
            foreach (var (kind, said) in news)
                Tell(db, order, kind, $"{session?.Event?.Name ?? order.OurReference}: {said}", now);
        }
        order.FollowItems("Every place that is left of it is bought at the provider.", By, now);
        order.NextReadAt = NextReading(order, sessions, now);
        // Lost to another reader: its report is as fresh as ours.
        await db.TrySaveAsync(ItemPosting.Post(order, By.Name, now), cancellation);
    }

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
        if (known.Status != FulfilmentStatus.Completed && report.Status == FulfilmentStatus.Completed)
            yield return (NoticeKind.TicketsReady, "the tickets are ready.");
    }

    private static string Places(int count) => count == 1 ? "1 place" : $"{count} places";

    private static void Tell(PortalDb db, Order order, NoticeKind kind, string said, DateTime now)
    {
        order.Remark(said, By, now);
        db.Notices.Add(Notice.Of(order, kind, said, now));
    }

    // Close after the sale, when tickets usually come; then wider; never again once everything is over.
    private static DateTime? NextReading(Order order, List<Catalog.Session> sessions, DateTime now)
    {
        if (sessions.Count > 0 && sessions.TrueForAll(s => s.EndLocal.AddDays(2) < now))
            return null;
        var isDelivered = order.Fulfilments.Count > 0
            && order.Fulfilments.TrueForAll(f => f.Status is FulfilmentStatus.Completed or FulfilmentStatus.Cancelled or FulfilmentStatus.Returned);
        var age = now - (order.CommittedAt ?? order.CreatedAt);
        return now + (isDelivered ? TimeSpan.FromHours(6)
            : age < TimeSpan.FromMinutes(10) ? TimeSpan.FromSeconds(10)
            : age < TimeSpan.FromHours(2) ? TimeSpan.FromMinutes(2)
            : TimeSpan.FromMinutes(30));
    }
}
