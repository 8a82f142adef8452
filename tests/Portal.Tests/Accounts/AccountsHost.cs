using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Mail;
using Portal.Tests.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

/// <summary>A portal with the demo's people, a mail server that keeps what it takes, and accounts that are checked at every request.</summary>
public sealed class AccountsHost : IAsyncLifetime
{
    public const string Password = "correct horse battery";
    public const string Agent = "jonas@kanal.example";
    public const string Manager = "mila@kanal.example";
    public const string OtherAgent = "lucia@sierra.example";
    public const string Admin = "admin@portal.example";

    private PortalDatabase? database;

    internal KeptMail Mails { get; } = new();

    public PortalDatabase Database => database!;

    public WebApplicationFactory<Program> Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        database = await PortalDatabase.CreateAsync();
        Portal = Start();
    }

    /// <summary>One more portal on the same database: another node, or the same after a restart.</summary>
    public WebApplicationFactory<Program> Start(params (string Name, string Value)[] settings) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in Database.Settings)
                builder.UseSetting(name, value);
            builder.UseSetting("Sandbox:Enabled", "false").UseSetting("Jobs:Enabled", "false")
                .UseSetting("Demo:Seed", "true").UseSetting("Demo:Password", Password)
                .UseSetting("Accounts:CheckEvery", "00:00:00").UseSetting("Accounts:SignInsPerMinute", "1000").UseSetting("Accounts:MailsPerTenMinutes", "1000");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureTestServices(services => services.AddSingleton<MailCarrier>(Mails));
        });

    public Visitor Visit() => new(Portal.CreateClient());

    public async Task<Visitor> SignInAsync(string email, string password = Password)
    {
        var visitor = Visit();
        await visitor.SignInAsync(email, password);
        return visitor;
    }

    /// <summary>Sends what waits and gives the link of the newest mail to that address.</summary>
    public async Task<string> MailedLinkAsync(string to)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(default);
        var mail = Mails.Taken.Last(m => m.To == to);
        return new Uri(mail.Text.Plain.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Database.DisposeAsync();
    }
}
