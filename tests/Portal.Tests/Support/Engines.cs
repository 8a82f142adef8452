using System.Reflection;
using Portal.Db.Engines;
using Xunit.Sdk;

namespace Portal.Tests.Support;

/// <summary>The engines that tests can run on here: SQLite always, PostgreSQL when installed or named, SQL Server when named.</summary>
public static class Engines
{
    public static readonly bool InCi = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Why an engine is not tested here; null when it is.</summary>
    public static string? WhyNot(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.Sqlite => null,
        DatabaseEngine.Postgres when PostgresServer.IsNamed || PostgresServer.IsInstalled => null,
        DatabaseEngine.Postgres =>
            "Nothing was tested on PostgreSQL: install it (Debian: apt-get install postgresql) or name a server in PORTAL_TEST_POSTGRES.",
        DatabaseEngine.SqlServer when PortalDatabase.SqlServer is not null => null,
        _ => "Nothing was tested on SQL Server: name a server in PORTAL_TEST_SQLSERVER.",
    };
}

/// <summary>Runs a <see cref="TheoryAttribute"/> once on each engine that is here. The test's only parameter is the engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryEngineAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<DatabaseEngine>().Where(engine => Engines.WhyNot(engine) is null).Select(engine => new object[] { engine });
}

/// <summary>One line, not one per test, for an engine that is not here.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute(DatabaseEngine engine, bool requiredInCi = false)
    {
        if ((requiredInCi && Engines.InCi) || Engines.WhyNot(engine) is not { } reason)
            return;
        Skip = reason;
        DisplayName = reason;
    }
}
