using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Tests.Accounts;
using Portal.Tests.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Tickets;

/// <summary>A world of sales and, on its database and with its clock and keys, the portal's pages.</summary>
internal sealed class TicketsHost : IAsyncDisposable
{
    private readonly HeardLog heard = new();

    private TicketsHost(PortalWorld world, (string Name, string Value)[] settings)
    {
        World = world;
        Portal = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in world.Database.Settings)
                builder.UseSetting(name, value);
            builder.UseSetting("Sandbox:Enabled", "false").UseSetting("Jobs:Enabled", "false").UseSetting("Demo:Seed", "true").UseSetting("Demo:Password", AccountsHost.Password);
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.AddProvider(heard)).ConfigureTestServices(services =>
            {
                services.AddSingleton<MailCarrier>(Mails).AddSingleton(world.Time).AddSingleton(world.Get<IDataProtectionProvider>());
                foreach (var provider in world.Providers)
                    services.AddSingleton<IProvider>(provider);
            });
        });
    }

    public PortalWorld World { get; }

    public WebApplicationFactory<Program> Portal { get; }

    public KeptMail Mails { get; } = new();

    /// <summary>Everything that was logged as in operation.</summary>
    public string Log => heard.Text;

    public static async Task<TicketsHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new TicketsHost(await PortalWorld.StartAsync(), settings);
        _ = host.Portal.Services; // Started, so that the demo's people are there.
        return host;
    }

    /// <summary>A visitor's browser: keeps cookies, runs no script.</summary>
    public HttpClient Browser() => Portal.CreateClient();

    /// <summary>An agent of the demo, to sell as.</summary>
    public async Task<Actor> AgentAsync(string email = AccountsHost.Agent)
    {
        await using var db = World.Open();
        var user = await db.Users.SingleAsync(u => u.Email == email);
        return Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
    }

    public async Task<Visitor> SignInAsync(string email = AccountsHost.Agent) => await new Visitor(Portal.CreateClient()).SignInAsync(email, AccountsHost.Password);

    /// <summary>Sends what waits and gives the path of the link in the newest mail to that address.</summary>
    public async Task<string> MailedAsync(string to)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(default);
        return new Uri(Mails.Taken.Last(m => m.To == to).Text.Plain.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>A file that was fetched from the provider before.</summary>
    public async Task<Guid> KeepsAsync(BookingMade made, FileKind kind, string content)
    {
        await using var db = World.Open();
        var item = await db.Items.FirstAsync(i => i.Order!.BookingId == made.BookingId);
        var file = new TicketFile
        {
            Id = Guid.CreateVersion7(), FulfilmentId = item.FulfilmentId!.Value, ItemId = kind == FileKind.Ticket ? item.Id : null, Kind = kind, ProviderRef = $"{kind}/{made.Reference}",
            FileName = $"{kind}.pdf", ContentType = "application/pdf", FetchedAt = World.Now,
            SealedContent = World.Get<IDataProtectionProvider>().CreateProtector("Portal.Tickets.v1").Protect(System.Text.Encoding.UTF8.GetBytes(content)),
        };
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
    }
}
