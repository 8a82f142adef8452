using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.BrowserTests.Support;

/// <summary>The portal as a process of its own, so that it can be killed, on a database and a port that outlive it.</summary>
internal sealed class PortalProcess(Uri provider, string connectionString, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly HttpClient Visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Database__ConnectionString"] = connectionString;
        start.Environment["Sandbox__Enabled"] = "false";
        start.Environment["Connections__XS2Event__BaseUrl"] = provider.ToString();
        process = Process.Start(start)!;
        // Read to nowhere: a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Until.TrueAsync(AnswersAsync, "the portal answered", seconds: 60);
    }

    /// <summary>SIGKILL: it gets no chance to save, answer or say goodbye.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        if (process!.HasExited)
            throw new InvalidOperationException($"The portal ended with {process.ExitCode} before it answered.");
        try
        {
            using var answer = await Visitor.GetAsync(new Uri(Address, "/account/sign-in"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The one beside the tests' own build, in the same configuration: there it has its settings and static files.
    private static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var root = output;
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Portal.sln")))
                root = root.Parent;
            return Path.Combine(root?.FullName ?? throw new InvalidOperationException("These tests run from a checkout."),
                "src", "Portal.Web", "bin", output.Parent!.Name, output.Name, "Portal.Web.dll");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
