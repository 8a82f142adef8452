using Portal.Sandbox;

namespace Portal.Web;

/// <summary>
/// The sandbox beside the portal, on real HTTP, when <c>Sandbox:Enabled</c> is true. In Development only: anywhere else the portal
/// refuses to start, because bookings made at pretended providers are not bookings.
/// </summary>
public sealed class SandboxHosting(IConfiguration configuration, IHostEnvironment environment) : IAsyncDisposable
{
    private SandboxServer? server;

    /// <summary>The address of all pretended providers and of the control page; null while there is no sandbox.</summary>
    public Uri? Address => server?.BaseUrl;

    /// <exception cref="InvalidOperationException">It is enabled outside Development, or its port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var section = configuration.GetSection("Sandbox");
        if (!section.GetValue<bool>("Enabled"))
            return;
        if (!environment.IsDevelopment())
            throw new InvalidOperationException(
                $"Sandbox:Enabled is true in {environment.EnvironmentName}. The sandbox only pretends to sell: it runs in Development and nowhere else. Nothing was started. Remove the setting.");
        var url = section["Url"] ?? "http://127.0.0.1:5081";
        try
        {
            server = await SandboxServer.StartAsync(new SandboxOptions
            {
                Url = url,
                SmtpPort = section.GetValue("SmtpPort", 5025),
                StatePath = StatePath(section["StatePath"]),
            }, cancellation);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException(
                $"The sandbox could not listen on {url}: most likely another portal runs on this machine. Nothing was started. Stop it, or set Sandbox__Url and Sandbox__SmtpPort to other ports.", taken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private string StatePath(string? configured)
    {
        var path = Path.Combine(environment.ContentRootPath, string.IsNullOrWhiteSpace(configured) ? "data/sandbox.jsonl" : configured);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
