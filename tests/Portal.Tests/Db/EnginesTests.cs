using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Db;

/// <summary>What the portal leans on, seen on every engine that is here.</summary>
public sealed class EnginesTests
{
    [EngineFact(DatabaseEngine.Postgres, requiredInCi: true)]
    public Task PostgreSQL_is_here() => CanReadAsync(DatabaseEngine.Postgres);

    [EngineFact(DatabaseEngine.SqlServer)]
    public Task SQL_Server_is_here() => CanReadAsync(DatabaseEngine.SqlServer);

    [Theory, OnEveryEngine]
    public async Task Text_is_told_apart_by_case_and_sorted_by_its_characters(DatabaseEngine engine)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        await using var db = database.Open();
        db.AddRange(((string[])["b", "B", "a-c", "ab", "é"]).Select(name => new Agency { Name = name }));
        await db.SaveChangesAsync();

        Assert.Equal(["B", "a-c", "ab", "b", "é"], await db.Agencies.OrderBy(a => a.Name).Select(a => a.Name).ToListAsync());
        Assert.Equal(["a-c", "ab"], await db.Agencies.Where(a => string.Compare(a.Name, "a") >= 0 && string.Compare(a.Name, "b") < 0)
            .OrderBy(a => a.Name).Select(a => a.Name).ToListAsync());
        Assert.Equal("b", (await db.Agencies.SingleAsync(a => a.Name == "b")).Name);
    }

    [Theory, OnEveryEngine]
    public async Task What_must_be_unique_cannot_be_written_twice(DatabaseEngine engine)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        await using var db = database.Open();
        db.AddRange(new Agency { Name = "Twice" }, new Agency { Name = "Twice" });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, OnEveryEngine]
    public async Task What_is_referred_to_cannot_be_deleted(DatabaseEngine engine)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var agency = new Agency { Name = "Referred" };
        db.Add(new User { UserName = "agent", DisplayName = "Agent", Agency = agency });
        await db.SaveChangesAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => db.Agencies.Where(a => a.Id == agency.Id).ExecuteDeleteAsync());
    }

    [Theory, OnEveryEngine]
    public async Task Forty_writers_at_once_all_write(DatabaseEngine engine)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => WriteAsync(database, number))));

        await using var db = database.Open();
        Assert.Equal(40, await db.Agencies.CountAsync(a => a.Email == "changed"));
    }

    // A save, a set-based change and a transaction with both: the three ways in which the portal writes.
    private static async Task WriteAsync(PortalDatabase database, int number)
    {
        await using var db = database.Open();
        var agency = new Agency { Name = $"Agency {number}" };
        db.Add(agency);
        await db.SaveChangesAsync();
        await db.Agencies.Where(a => a.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false));
        await using var transaction = await db.Database.BeginTransactionAsync();
        agency.TimeZone = "Europe/Paris";
        await db.SaveChangesAsync();
        await db.Agencies.Where(a => a.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, "changed"));
        await transaction.CommitAsync();
    }

    private static async Task CanReadAsync(DatabaseEngine engine)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        await using var db = database.Open();
        Assert.Empty(await db.Agencies.ToListAsync());
    }
}
