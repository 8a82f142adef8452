using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Db.Engines;

namespace Portal.Tests.Support;

/// <summary>
/// A real PostgreSQL for the whole test run: the one named in <c>PORTAL_TEST_POSTGRES</c>, else one of our own, made in a folder of
/// its own on a free port and gone with the test process, however that ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(folder => double.Parse(Path.GetFileName(folder),
            System.Globalization.CultureInfo.InvariantCulture)).Select(folder => Path.Combine(folder, "bin")).LastOrDefault()
        : null;
    private static readonly Lazy<Task<string>> Own = new(StartAsync);
    // Held for the life of the process: its standard input is what ties the server to us.
    private static Process? server;

    public static bool IsNamed => Named is { Length: > 0 };

    public static bool IsInstalled => Programs is not null && File.Exists(Path.Combine(Programs, "initdb"));

    /// <summary>A connection string, without a database, of a role that may create databases.</summary>
    public static Task<string> ConnectionStringAsync() => IsNamed ? Task.FromResult(Named!) : Own.Value;

    // PostgreSQL refuses to run as root; then it runs as the user that its package made. The shell stops the server and removes its
    // folder when our end of its input closes: also when the tests are killed. Nothing is synced to the disk: it is thrown away.
    private const string Script = """
        set -e
        d=$(mktemp -d)
        as=""
        if [ "$(id -u)" = 0 ]; then chown postgres "$d"; as="setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=$d"; fi
        $as "$1/initdb" -D "$d/data" -U portal --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
        $as "$1/postgres" -D "$d/data" -c listen_addresses=127.0.0.1 -c port="$2" -c unix_socket_directories="$d" \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 > /dev/null 2> "$d/log" < /dev/null &
        server=$!
        until $as "$1/pg_isready" -q -h 127.0.0.1 -p "$2"; do kill -0 $server || { cat "$d/log" >&2; exit 1; }; sleep 0.05; done
        echo ready
        cat > /dev/null || true
        kill -QUIT $server; wait $server || true
        rm -rf "$d"
        """;

    private static async Task<string> StartAsync()
    {
        if (!IsInstalled)
            throw new InvalidOperationException(Engines.WhyNot(DatabaseEngine.Postgres));
        var port = FreePort();
        server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "postgres-of-the-tests", Programs!, $"{port}"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (await server.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {await server.StandardError.ReadToEndAsync()}");
        return $"Host=127.0.0.1;Port={port};Username=portal;Include Error Detail=true";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
