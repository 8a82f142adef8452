using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Core.Persistence;
using Portal.Db;
using Portal.Db.Engines;

namespace Portal.Tests.Support;

/// <summary>
/// A fresh database with all tables and no rows, for one test: <c>await using var database = await PortalDatabase.CreateAsync();</c>.
/// Tables are made once per engine and run; each test gets a copy.
/// </summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private readonly Func<Task> remove;

    private PortalDatabase(DatabaseEngine engine, string connectionString, Func<Task> remove)
    {
        (Engine, ConnectionString, this.remove) = (engine, connectionString, remove);
        Factory = PortalDatabases.Open(engine, connectionString);
    }

    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_SQLSERVER") is { Length: > 0 } named ? named : null;

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    public IDbContextFactory<PortalDb> Factory { get; }

    public PortalDb Open() => Factory.CreateDbContext();

    /// <summary>What a portal must be told to run on it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Engine"] = Engine.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
    };

    public static async Task<PortalDatabase> CreateAsync(DatabaseEngine engine = DatabaseEngine.Sqlite) => engine switch
    {
        DatabaseEngine.Sqlite => await CopySqliteAsync(),
        DatabaseEngine.Postgres => await CopyPostgresAsync(),
        _ => await MakeSqlServerAsync(),
    };

    public async ValueTask DisposeAsync() => await remove();

    private static async Task<PortalDatabase> CopySqliteAsync()
    {
        var file = TemporaryFile();
        await File.WriteAllBytesAsync(file, await SqliteTemplate.Value);
        return new PortalDatabase(DatabaseEngine.Sqlite, $"Data Source={file}", () =>
        {
            using (var connection = new SqliteConnection($"Data Source={file};Foreign Keys=True"))
                SqliteConnection.ClearPool(connection);
            foreach (var end in (string[])["", "-wal", "-shm"])
                File.Delete(file + end);
            return Task.CompletedTask;
        });
    }

    private static async Task<byte[]> MakeSqliteTemplateAsync()
    {
        var file = TemporaryFile();
        // Unpooled, so that closing folds the write-ahead log into the one file that is copied.
        await MigrateAsync(DatabaseEngine.Sqlite, $"Data Source={file};Pooling=False");
        var template = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return template;
    }

    private static async Task<PortalDatabase> CopyPostgresAsync()
    {
        var template = await PostgresTemplate.Value;
        var name = $"portal_{Guid.NewGuid():N}";
        await OnPostgresAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new PortalDatabase(DatabaseEngine.Postgres, await PostgresAsync(name, pooled: true),
            () => OnPostgresAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = $"portal_{Guid.NewGuid():N}";
        await OnPostgresAsync($"CREATE DATABASE {name}");
        // Unpooled: a database with connections cannot be copied.
        await MigrateAsync(DatabaseEngine.Postgres, await PostgresAsync(name, pooled: false));
        return name;
    }

    private static async Task<string> PostgresAsync(string database, bool pooled) =>
        new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync()) { Database = database, Pooling = pooled, MaxPoolSize = 20 }
            .ConnectionString;

    private static async Task OnPostgresAsync(string command)
    {
        await using var connection = new NpgsqlConnection(await PostgresAsync("postgres", pooled: true));
        await connection.OpenAsync();
        await using var asked = new NpgsqlCommand(command, connection);
        await asked.ExecuteNonQueryAsync();
    }

    private static async Task<PortalDatabase> MakeSqlServerAsync()
    {
        var connectionString = new SqlConnectionStringBuilder(
            SqlServer ?? throw new InvalidOperationException(Engines.WhyNot(DatabaseEngine.SqlServer)))
        {
            InitialCatalog = $"portal_{Guid.NewGuid():N}",
        }.ConnectionString;
        await MigrateAsync(DatabaseEngine.SqlServer, connectionString);
        return new PortalDatabase(DatabaseEngine.SqlServer, connectionString, async () =>
        {
            await using var db = await PortalDatabases.Open(DatabaseEngine.SqlServer, connectionString).CreateDbContextAsync();
            await db.Database.EnsureDeletedAsync();
        });
    }

    private static async Task MigrateAsync(DatabaseEngine engine, string connectionString)
    {
        await using var db = await PortalDatabases.Open(engine, connectionString).CreateDbContextAsync();
        await db.MigrateAsync();
    }

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"portal-{Guid.NewGuid():N}.db");
}
