using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Audit;

/// <summary>
/// Takes the journal's rows from the adapters without making them wait, and writes them in sets. When the database cannot keep up,
/// the oldest unwritten rows are dropped and counted: evidence is worth much, a booking that waits for its evidence is not.
/// </summary>
public sealed class CallJournal : IDisposable
{
    private const int Capacity = 10_000;
    private const int SetSize = 200;

    private readonly IDbContextFactory<PortalDb> databases;
    private readonly Channel<ProviderCallEntry> waiting;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly List<ProviderCallEntry> set = [];
    private long dropped;

    public CallJournal(IDbContextFactory<PortalDb> databases)
    {
        this.databases = databases;
        waiting = Channel.CreateBounded<ProviderCallEntry>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Interlocked.Increment(ref dropped));
    }

    /// <summary>How many rows were lost since the start.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Takes a row. Never waits.</summary>
    public void Record(ProviderCallEntry entry) => waiting.Writer.TryWrite(entry);

    /// <summary>Completes when there is something to write.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => waiting.Reader.WaitToReadAsync(cancellation);

    /// <summary>Writes what has been recorded so far. When the database refuses, the set is kept and written next time.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            while (Fill())
            {
                await using var db = await databases.CreateDbContextAsync(cancellation);
                db.ProviderCalls.AddRange(set);
                await db.SaveChangesAsync(cancellation);
                set.Clear();
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private bool Fill()
    {
        while (set.Count < SetSize && waiting.Reader.TryRead(out var entry))
            set.Add(entry);
        return set.Count > 0;
    }
}
