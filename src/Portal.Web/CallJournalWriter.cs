using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;

namespace Portal.Web;

/// <summary>Writes the call journal beside the work it tells of, and what is left when the portal stops.</summary>
public sealed partial class CallJournalWriter(CallJournal journal, TimeProvider time, ILogger<CallJournalWriter> log) : BackgroundService
{
    // Calls come in bursts: waiting a moment makes one transaction of many.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping while waiting is how this ends; what is left is written in StopAsync.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await TryFlushAsync(cancellationToken);
        }
        catch (ObjectDisposedException)
        {
            // Stopped from two sides at once: the other one wrote what was left before it put the journal away.
        }
    }

    private async Task WriteAsync(CancellationToken stopping)
    {
        var droppedBefore = 0L;
        while (await journal.WaitAsync(stopping))
        {
            await Task.Delay(Gather, time, stopping);
            if (!await TryFlushAsync(stopping))
                await Task.Delay(AfterTrouble, time, stopping);
            if (journal.Dropped is var dropped && dropped > droppedBefore)
                Log.Dropped(log, dropped - droppedBefore);
            droppedBefore = journal.Dropped;
        }
    }

    private async Task<bool> TryFlushAsync(CancellationToken cancellation)
    {
        try
        {
            await journal.FlushAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException)
        {
            Log.NotWritten(log, e);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The journal of provider calls could not be written; it is kept and written later.")]
        public static partial void NotWritten(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "{Count} rows of the journal of provider calls were dropped, because the database does not keep up.")]
        public static partial void Dropped(ILogger logger, long count);
    }
}
