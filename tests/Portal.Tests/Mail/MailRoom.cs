using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Core.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>An outbox on a real database, a clock that is moved by hand, and a mail server that does what it is told.</summary>
internal sealed class MailRoom(PortalDatabase database) : TimeProvider, IAsyncDisposable
{
    private readonly MailSeal seal = new(new EphemeralDataProtectionProvider());
    private DateTimeOffset now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static async Task<MailRoom> OpenAsync() => new(await PortalDatabase.CreateAsync());

    public KeptMail Server { get; } = new();

    public PortalDatabase Database => database;

    public override DateTimeOffset GetUtcNow() => now;

    public void Wait(TimeSpan time) => now += time;

    public QueueMail Queue => new(seal, this);

    public SendMail Sender() => new(database.Factory, new MailTemplates(seal, new PlainLinks()), Server, this, NullLogger<SendMail>.Instance);

    public async Task<bool> QueueAsync(string intent, MailContent? content = null)
    {
        await using var db = database.Open();
        var queued = await Queue.RunAsync(db, intent, "guest@example.org", content ?? new NoticeToAgent("Jonas", "Moved", "The match moved.", null), default);
        await db.SaveChangesAsync();
        return queued;
    }

    public async Task<OutboxMail> ReadAsync(string intent)
    {
        await using var db = database.Open();
        return await db.OutboxMails.AsNoTracking().SingleAsync(m => m.Intent == intent);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

/// <summary>A mail server in the test: keeps what it takes, and may be down or deadly.</summary>
internal sealed class KeptMail : MailCarrier
{
    private readonly List<ReadyMail> taken = [];

    public override TimeSpan Patience => TimeSpan.FromSeconds(30);

    public IReadOnlyList<ReadyMail> Taken
    {
        get { lock (taken) return [.. taken]; }
    }

    /// <summary>Called before a mail is taken.</summary>
    public Action Before { get; set; } = () => { };

    /// <summary>Called after it was taken, before the sender hears of it.</summary>
    public Action After { get; set; } = () => { };

    public override async Task SendAsync(ReadyMail mail, Func<Task> handOver, CancellationToken cancellation)
    {
        Before();
        await handOver();
        lock (taken)
            taken.Add(mail);
        After();
    }
}
