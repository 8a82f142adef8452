namespace Portal.Db.Engines;

/// <summary>The engines that the portal runs on, from one model.</summary>
public enum DatabaseEngine
{
    /// <summary>Embedded, one file; the default.</summary>
    Sqlite,
    Postgres,
    SqlServer,
}
