using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Audit;

public sealed class CallJournalTests
{
    private static ProviderCallEntry Entry(int number) => new() { At = new DateTime(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc), Request = $"GET /v1/{number}", Milliseconds = number };

    [Fact]
    public async Task What_is_recorded_is_written_in_order_when_flushed()
    {
        await using var database = await PortalDatabase.CreateAsync();
        using var journal = new CallJournal(database.Factory);
        for (var i = 0; i < 450; i++)
            journal.Record(Entry(i));

        await journal.FlushAsync(default);

        await using var db = database.Open();
        Assert.Equal(Enumerable.Range(0, 450), await db.ProviderCalls.OrderBy(c => c.Id).Select(c => c.Milliseconds).ToListAsync());
        Assert.Equal(0, journal.Dropped);
    }

    [Fact]
    public async Task What_a_database_refused_is_kept_and_written_once_when_it_is_back()
    {
        await using var database = await PortalDatabase.CreateAsync();
        var factory = new Broken(database.Factory);
        using var journal = new CallJournal(factory);
        journal.Record(Entry(1));
        await Assert.ThrowsAsync<TimeoutException>(() => journal.FlushAsync(default));
        journal.Record(Entry(2));

        factory.IsBroken = false;
        await journal.FlushAsync(default);
        await journal.FlushAsync(default);

        await using var db = database.Open();
        Assert.Equal([1, 2], await db.ProviderCalls.OrderBy(c => c.Id).Select(c => c.Milliseconds).ToListAsync());
    }

    [Fact]
    public void A_full_journal_drops_the_oldest_counts_it_and_never_waits()
    {
        using var journal = new CallJournal(new Broken(null!));

        for (var i = 0; i < 10_007; i++)
            journal.Record(Entry(i));

        Assert.Equal(7, journal.Dropped);
    }

    private sealed class Broken(IDbContextFactory<PortalDb> inner) : IDbContextFactory<PortalDb>
    {
        public bool IsBroken { get; set; } = true;

        public PortalDb CreateDbContext() => IsBroken ? throw new TimeoutException("The database is away.") : inner.CreateDbContext();
    }
}
