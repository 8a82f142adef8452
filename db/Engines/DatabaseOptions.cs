namespace Portal.Db.Engines;

/// <summary>The configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;

    /// <summary>
    /// In the engine's own words. SQLite's file may be relative to the content root and is <c>data/portal.db</c> when nothing is
    /// said; the other engines have no default.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the portal brings the tables up to date when it starts. Off where a DBA runs <c>schema.sql</c>.</summary>
    public bool MigrateOnStart { get; set; } = true;
}
