using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Db.Engines;

/// <summary>Lets <c>dotnet ef</c> make a context to write migrations from. Nothing is connected to.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<SqlitePortalDb>(options => SqlitePortalDb.Configure(options, "Data Source=:memory:")));
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<PostgresPortalDb>(options => PostgresPortalDb.Configure(options, "Host=design")));
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDb>
{
    public SqlServerPortalDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<SqlServerPortalDb>(options => SqlServerPortalDb.Configure(options, "Server=design")));
}

file static class DesignTime
{
    public static DbContextOptions<TEngine> Options<TEngine>(Action<DbContextOptionsBuilder> configure)
        where TEngine : DbContext
    {
        var options = new DbContextOptionsBuilder<TEngine>();
        configure(options);
        return options.Options;
    }
}
