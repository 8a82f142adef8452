using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>How a refresh of one connection's catalogue ended.</summary>
public enum CatalogRefreshed { Done, OwnedByAnother, Silent, Refused, SweptNothing }

/// <summary>
/// Reads one connection's catalogue into the portal's tables, page by page, each page in one transaction. Between complete sweeps only
/// what changed since the last mark is read. What a complete sweep no longer contains is marked as gone. Twice, or killed half-way and
/// run again, has the effect of one run: a row says the same however often it is written, and the mark is saved with its page.
/// </summary>
public sealed partial class RefreshCatalog(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, TimeProvider time, ILogger<RefreshCatalog> logger)
{
    /// <summary>How long a run owns the catalogue without having stored a page; longer than any call.</summary>
    private static readonly TimeSpan OwnedFor = TimeSpan.FromMinutes(5);

    /// <summary>After this long everything is read anew, since a list of changes never says what vanished.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromHours(24);

    public async Task<CatalogRefreshed> RunAsync(Guid connectionId, CancellationToken cancellation)
    {
        var run = Guid.NewGuid();
        var begun = Now;
        if (!await ClaimAsync(connectionId, run, begun, cancellation))
            return CatalogRefreshed.OwnedByAnother;

        string? problem = null;
        try
        {
            var connection = await connections.OpenAsync(connectionId, cancellation);
            var isSweep = connection.Row.CatalogMark is null || connection.Row.CatalogSweptAt is not { } swept || swept + SweepEvery <= begun;
            var seen = 0;
            string? mark = null;
            var call = new ProviderCall(connection.Facts, CallSubject.None);
            await foreach (var page in connection.Provider.ReadCatalogAsync(call, isSweep ? null : connection.Row.CatalogMark, cancellation))
            {
                mark = page.Mark ?? mark;
                // A half sweep must not look like a whole one: its mark counts once the last page is stored.
                if (!await StoreAsync(connection.Row, page.Events, isSweep ? null : mark, run, cancellation))
                    return CatalogRefreshed.OwnedByAnother;
                seen += page.Events.Count;
            }
            if (isSweep && seen == 0)
            {
                problem = "The provider's list was empty, which is not believed: what was listed before is kept.";
                return CatalogRefreshed.SweptNothing;
            }
            if (isSweep)
                await EndSweepAsync(connectionId, mark, begun, cancellation);
            Refreshed(logger, connection.Row.Name, seen, isSweep);
            return CatalogRefreshed.Done;
        }
        catch (ProviderSilenceException silence)
        {
            problem = $"{silence.Call}: no usable answer ({silence.Kind}). What was read before is kept and shown; it is tried again.";
            WasSilent(logger, connectionId, silence);
            return CatalogRefreshed.Silent;
        }
        catch (ProviderRefusedException refused)
        {
            problem = RefusalWords.For(refused.Refusal, "The provider", Attempted.Read).ToString();
            WasSilent(logger, connectionId, refused);
            return CatalogRefreshed.Refused;
        }
        finally
        {
            await ReleaseAsync(connectionId, run, problem);
        }
    }

    private async Task<bool> ClaimAsync(Guid connectionId, Guid run, DateTime now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Connections
            .Where(c => c.Id == connectionId && c.IsEnabled && (c.CatalogOwnedUntil == null || c.CatalogOwnedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CatalogOwner, run).SetProperty(c => c.CatalogOwnedUntil, now + OwnedFor), cancellation) == 1;
    }

    private async Task<bool> StoreAsync(Connection connection, IReadOnlyList<CatalogEvent> events, string? mark, Guid run, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = Now;
        await CatalogPages.WriteAsync(db, connection, events, now, cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var stillOwned = await db.Connections.Where(c => c.Id == connection.Id && c.CatalogOwner == run)
            .ExecuteUpdateAsync(set => set
                .SetProperty(c => c.CatalogOwnedUntil, now + OwnedFor)
                .SetProperty(c => c.CatalogMark, c => mark ?? c.CatalogMark), cancellation);
        if (stillOwned == 0)
            return false;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task EndSweepAsync(Guid connectionId, string? mark, DateTime begun, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Events.Where(e => e.ConnectionId == connectionId && e.SeenAt < begun && e.Status != EventStatus.Gone)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EventStatus.Gone), cancellation);
        await db.Connections.Where(c => c.Id == connectionId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CatalogSweptAt, begun).SetProperty(c => c.CatalogMark, mark), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Also when the run was cancelled: whoever comes next need not wait for the claim to run out.
    private async Task ReleaseAsync(Guid connectionId, Guid run, string? problem)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = Now;
        await db.Connections.Where(c => c.Id == connectionId && c.CatalogOwner == run)
            .ExecuteUpdateAsync(set => set
                .SetProperty(c => c.CatalogOwner, (Guid?)null)
                .SetProperty(c => c.CatalogOwnedUntil, (DateTime?)null)
                .SetProperty(c => c.CatalogReadAt, now)
                .SetProperty(c => c.CatalogProblem, problem));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Information, Message = "Catalogue of {Connection}: {Events} events read (complete sweep: {IsSweep}).")]
    private static partial void Refreshed(ILogger logger, string connection, int events, bool isSweep);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The catalogue of connection {ConnectionId} could not be read to its end.")]
    private static partial void WasSilent(ILogger logger, Guid connectionId, Exception exception);
}
