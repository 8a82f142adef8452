using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Db.Engines;

/// <summary>The portal's tables on SQL Server.</summary>
public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options)
{
    internal static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, engine => engine.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // As SQLite compares, so that all engines find and sort alike: providers' references are opaque ("aB" is not "Ab"),
        // and the search asks for ranges of words. The server's own default would ignore case.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // SQL Server's keys hold 900 bytes; Identity's are as long as any text.
        builder.Entity<IdentityUserLogin<Guid>>().Property(login => login.LoginProvider).HasMaxLength(100);
        builder.Entity<IdentityUserLogin<Guid>>().Property(login => login.ProviderKey).HasMaxLength(300);
        builder.Entity<IdentityUserToken<Guid>>().Property(token => token.LoginProvider).HasMaxLength(100);
        builder.Entity<IdentityUserToken<Guid>>().Property(token => token.Name).HasMaxLength(100);
    }
}
