using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The job's verb that asks providers how committed orders stand: delivery, tickets, places, moves and cancellations. In batches per
/// connection; taking a batch pushes its next reading ahead, so that two nodes do not read the same.
/// </summary>
public sealed class ReadBackOrders(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, RecordFulfilments record, TimeProvider time, ILogger<ReadBackOrders> logger)
{
    private const int BatchSize = 40;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <returns>How many orders were read back.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await Due(db, now).Select(o => new { o.Id, o.ConnectionId }).Take(10 * BatchSize).ToListAsync(cancellation);
        var batches = due.GroupBy(o => o.ConnectionId, o => o.Id).SelectMany(g => g.Chunk(BatchSize).Select(ids => (ConnectionId: g.Key, Ids: ids)));
        await Alone.EachAsync(batches, (batch, ct) => ReadAsync(batch.ConnectionId, batch.Ids, ct), logger, cancellation);
        return due.Count;
    }

    /// <summary>Reads one order back at once, for an agent who looks at its booking.</summary>
    public async Task RunAsync(Guid orderId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var connectionId = await db.Orders.Where(o => o.Id == orderId && (o.State == OrderState.Purchased || o.State == OrderState.Booked))
            .Select(o => (Guid?)o.ConnectionId).SingleOrDefaultAsync(cancellation);
        if (connectionId is { } id)
            await ReadAsync(id, [orderId], cancellation);
    }

    private static IQueryable<Order> Due(PortalDb db, DateTime now) =>
        db.Orders.Where(o => o.NextReadAt <= now && (o.State == OrderState.Purchased || o.State == OrderState.Booked)).OrderBy(o => o.NextReadAt);

    private async Task ReadAsync(Guid connectionId, Guid[] orderIds, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var until = time.GetUtcNow().UtcDateTime + Lease;
        await db.Orders.Where(o => orderIds.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextReadAt, until), cancellation);
        var references = await db.Set<OrderReference>().AsNoTracking().Where(r => orderIds.Contains(r.OrderId)).ToListAsync(cancellation);
        var keys = references.GroupBy(r => r.OrderId).Select(g => new OrderKey(g.Key, [.. g.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))])).ToList();

        var connection = await connections.OpenAsync(connectionId, cancellation);
        var call = new ProviderCall(connection.Facts, orderIds.Length == 1 ? new CallSubject(OrderId: orderIds[0]) : CallSubject.None);
        var heard = await Hearing.HearAsync("Reading orders back", ct => connection.Provider.ReadBackAsync(call, keys, ct), logger);
        // No answer or a refusal: nothing is known that was not known before; the lease runs out and they are due again.
        if (heard.Answer is { IsYes: true } answer)
            foreach (var orderId in orderIds)
                await record.RunAsync(orderId, [.. answer.Value.Where(r => r.OrderId == orderId)], connection.Margin, cancellation);
    }
}
