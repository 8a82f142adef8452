using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Db;

/// <summary>Writers to one SQLite file queue in the process; without their queue these fail after a second with "database is locked".</summary>
public sealed class SqliteWritersTests : IAsyncLifetime
{
    private PortalDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await PortalDatabase.CreateAsync();
        Impatient = PortalDatabases.Open(DatabaseEngine.Sqlite, database.ConnectionString + ";Default Timeout=1");
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    private IDbContextFactory<Core.Persistence.PortalDb> Impatient { get; set; } = null!;

    [Fact]
    public async Task They_wait_without_a_thread_and_write_in_the_order_in_which_they_came()
    {
        await using var first = Impatient.CreateDbContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        first.Add(new Agency { Name = "first" });
        await first.SaveChangesAsync();

        // Each call comes back at once, waiting: a driver that polls would keep this thread.
        var names = Enumerable.Range(1, 5).Select(number => $"waited {number}").ToList();
        var waiting = names.Select(SaveAsync).ToList();
        Assert.DoesNotContain(waiting, save => save.IsCompleted);
        await transaction.CommitAsync();
        await Task.WhenAll(waiting);

        var written = first.Database.SqlQuery<string>($"SELECT Name AS Value FROM Agencies ORDER BY rowid");
        Assert.Equal(["first", .. names], await written.ToListAsync());
    }

    [Fact]
    public async Task A_transaction_that_is_only_disposed_of_gives_its_turn_on()
    {
        await using var first = Impatient.CreateDbContext();
        await using (await first.Database.BeginTransactionAsync())
        {
            first.Add(new Agency { Name = "forgotten" });
            await first.SaveChangesAsync();
        }

        await SaveAsync("next");

        Assert.Equal("next", (await first.Agencies.AsNoTracking().SingleAsync()).Name);
    }

    [Fact]
    public async Task A_write_that_fails_gives_its_turn_on()
    {
        await SaveAsync("taken");
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync("taken"));
        await using (var db = Impatient.CreateDbContext())
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"UPDATE Nothing SET Name = ''"));

        await SaveAsync("next");
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_queue()
    {
        await using var first = Impatient.CreateDbContext();
        await using var transaction = await first.Database.BeginTransactionAsync();
        using var patience = new CancellationTokenSource();
        var cancelled = SaveAsync("cancelled", patience.Token);
        var next = SaveAsync("next");

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await transaction.RollbackAsync();

        await next;
    }

    [Fact]
    public async Task Readers_pass_a_writer()
    {
        await using var writer = Impatient.CreateDbContext();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        writer.Add(new Agency { Name = "not yet" });
        await writer.SaveChangesAsync();

        await using var reader = Impatient.CreateDbContext();
        Assert.Empty(await reader.Agencies.ToListAsync());
    }

    private async Task SaveAsync(string name) => await SaveAsync(name, CancellationToken.None);

    private async Task SaveAsync(string name, CancellationToken cancellation)
    {
        await using var db = Impatient.CreateDbContext();
        db.Add(new Agency { Name = name });
        await db.SaveChangesAsync(cancellation);
    }
}
