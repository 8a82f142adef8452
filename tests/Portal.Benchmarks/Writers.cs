using Portal.Core.Agencies;

namespace Portal.Benchmarks;

/// <summary>What the queue of SQLite's writers costs: as many saves one after the other, and all at once.</summary>
internal static class Writers
{
    private const int Saves = 200;

    public static async Task RunAsync()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await Comparison.RunAsync($"{Saves} saves on SQLite", ("one after the other", InTurnAsync), ("all at once", AtOnceAsync));

        async Task InTurnAsync()
        {
            for (var number = 0; number < Saves; number++)
                await SaveAsync();
        }

        Task AtOnceAsync() => Task.WhenAll(Enumerable.Range(0, Saves).Select(_ => Task.Run(SaveAsync)));

        async Task SaveAsync()
        {
            await using var db = await database.Factory.CreateDbContextAsync();
            db.Add(new Agency { Name = $"{Guid.NewGuid()}" });
            await db.SaveChangesAsync();
        }
    }
}
