using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Portal.Db.Engines;

/// <summary>
/// Lets EF's SQLite driver run on the SQLitePCLRaw.core that is restored. The driver asks for 2.1, which not every registry
/// carries; 2.0.6 has all it calls, but the runtime refuses a lower version than was asked for unless it is handed over.
/// </summary>
internal static class SqliteNative
{
    private static int resolved;

    // Beside this assembly and not in AppContext's folder, which under `dotnet ef` is the tool's.
    private static string Folder => Path.GetDirectoryName(typeof(SqliteNative).Assembly.Location)!;

    public static void Resolve()
    {
        if (Interlocked.Exchange(ref resolved, 1) == 0)
            AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "SQLitePCLRaw.core"
                ? context.LoadFromAssemblyPath(Path.Combine(Folder, "SQLitePCLRaw.core.dll"))
                : null;
    }
}
