using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Db.Engines;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>An outbox on a real database, a mail server on real SMTP that may be closed, and senders: here, or in processes that can be killed.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("portal-keys-");
    private readonly PortalDatabase database;
    private readonly MailSeal seal;
    private readonly List<string> letters = [];
    private SandboxServer? server;

    private PostOffice(PortalDatabase database) => (this.database, seal) = (database, MailProcess.Seal(keys));

    public static async Task<PostOffice> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var office = new PostOffice(await PortalDatabase.CreateAsync(engine));
        await office.OpenAsync();
        return office;
    }

    public ShiftedClock Clock { get; } = new();

    /// <summary>The mail server; it must be open.</summary>
    public SandboxServer Server => server!;

    public int Port { get; private set; }

    /// <summary>The intents of what the server has taken, in the order it took them.</summary>
    public IReadOnlyList<string> Taken => [.. letters, .. server is null ? [] : Subjects(server)];

    /// <summary>The distinct Message-IDs of the letters there are now.</summary>
    public int MessageIds => Server.Mailbox.Letters.Select(l => l.Headers.Single(h => h.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value).Distinct().Count();

    public async Task OpenAsync()
    {
        server = await SandboxServer.StartAsync(new SandboxOptions { SmtpPort = Port });
        Port = server.SmtpPort;
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task CloseAsync()
    {
        letters.AddRange(Subjects(Server));
        await Server.DisposeAsync();
        server = null;
    }

    public static string Address(int number) => $"guest{number}@example.org";

    /// <summary>Queues mails that say their number, each due a moment after the one before.</summary>
    public async Task QueueAsync(int count, int first = 0)
    {
        for (var number = first; number < first + count; number++)
        {
            await using var db = database.Open();
            await new QueueMail(seal, Clock).RunAsync(db, $"{number:00}", Address(number), new NoticeToAgent("Jonas", $"{number:00}", "The match moved.", null), default);
            await db.SaveChangesAsync();
            Clock.Advance(TimeSpan.FromMilliseconds(10));
        }
    }

    public SendMail Sender(TimeSpan? patience = null) => MailProcess.Sender(database.Factory, seal, Port, Clock, patience);

    /// <summary>Another node's sender: another process on the same database.</summary>
    public Process StartProcess() => MailProcess.Start(database, keys, Port);

    /// <summary>Time passes and the job runs.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await Sender().RunAsync(default);
        }
    }

    /// <summary>The claims of dead senders have run out, also by the clocks of other processes.</summary>
    public async Task LapseClaimsAsync()
    {
        await using var db = database.Open();
        await db.OutboxMails.Where(m => m.State == MailState.Sending).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, DateTime.UnixEpoch));
    }

    public async Task<IReadOnlyList<OutboxMail>> MailsAsync()
    {
        await using var db = database.Open();
        return await db.OutboxMails.AsNoTracking().OrderBy(m => m.Intent).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        await database.DisposeAsync();
        keys.Delete(recursive: true);
    }

    private static IEnumerable<string> Subjects(SandboxServer server) => server.Mailbox.Letters.Reverse().Select(l => l.Subject);
}
