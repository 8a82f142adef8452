using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Portal.Core.Mail;
using Portal.Sandbox;
using Portal.Tests.Support;
using Portal.Web.Mail;

namespace Portal.Tests.Mail;

public sealed class SmtpCarrierTests
{
    private static readonly ReadyMail Mail = new("0193f5c2", "jonas@kanal.example", new MailText("Größe & Ort", "Hello Jonas,\n", "<p>Hello Jonas,</p>"));

    private readonly HandTimers timers = new(TimeProvider.System);

    [Fact]
    public async Task A_mail_arrives_over_SMTP_with_its_message_id_and_both_texts()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());

        await Carrier(sandbox.SmtpPort).SendAsync(Mail, () => Task.CompletedTask, default);

        var letter = Assert.Single(sandbox.Mailbox.To("jonas@kanal.example"));
        Assert.Equal(("Größe & Ort", "Hello Jonas,", "<p>Hello Jonas,</p>"), (letter.Subject, letter.Text?.Trim(), letter.Html?.Trim()));
        Assert.Contains(letter.Headers, h => h is { Key: "Message-ID" or "Message-Id", Value: "<0193f5c2@portal.example>" });
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_not_taken_it_and_may_be_asked_again()
    {
        int freed;
        await using (var sandbox = await SandboxServer.StartAsync(new SandboxOptions()))
            freed = sandbox.SmtpPort;

        var notTaken = await Assert.ThrowsAsync<MailNotTakenException>(() => Carrier(freed).SendAsync(Mail, () => Task.CompletedTask, default));

        Assert.False(notTaken.IsForGood);
        Assert.DoesNotContain("jonas", notTaken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp/connect", ScenarioKind.SilentBefore, Silence.Drop, false, 0)]
    [InlineData("smtp/connect", ScenarioKind.SilentBefore, Silence.Hang, false, 0)]
    [InlineData("smtp/connect", ScenarioKind.Throttled, Silence.Drop, false, 0)]
    [InlineData("smtp/rcpt", ScenarioKind.SilentBefore, Silence.Drop, false, 0)]
    [InlineData("smtp/rcpt", ScenarioKind.SilentBefore, Silence.Hang, false, 0)]
    [InlineData("smtp/data", ScenarioKind.ServerErrorBefore, Silence.Drop, false, 0)]
    [InlineData("smtp/data", ScenarioKind.SilentBefore, Silence.Drop, true, 0)]
    [InlineData("smtp/data", ScenarioKind.SilentAfter, Silence.Drop, true, 1)]
    [InlineData("smtp/data", ScenarioKind.SilentAfter, Silence.Hang, true, 1)]
    public async Task Only_silence_after_the_text_has_left_is_doubt(string operation, ScenarioKind kind, Silence how, bool isInDoubt, int taken)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        sandbox.Scenarios.Add(new Scenario(operation, kind) { Silence = how });
        var reached = sandbox.Ledger.NextCallOf(operation);

        var sending = Carrier(sandbox.SmtpPort).SendAsync(Mail, () => Task.CompletedTask, default);
        if (how == Silence.Hang)
        {
            await reached;
            timers.RunOut();
        }
        var notTaken = await Assert.ThrowsAsync<MailNotTakenException>(() => sending);

        Assert.Equal((false, isInDoubt), (notTaken.IsForGood, notTaken.IsInDoubt));
        Assert.Equal(taken, sandbox.Mailbox.Letters.Count);
    }

    [Fact]
    public async Task The_text_leaves_once_it_is_handed_over_and_not_at_all_when_that_fails()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());

        var kept = await Assert.ThrowsAsync<MailNotTakenException>(() => Carrier(sandbox.SmtpPort).SendAsync(Mail, () => throw new InvalidOperationException(), default));
        Assert.False(kept.IsInDoubt);
        Assert.Empty(sandbox.Mailbox.Letters);

        var handed = 0;
        await Carrier(sandbox.SmtpPort).SendAsync(Mail, async () =>
        {
            await Task.Yield();
            Assert.Empty(sandbox.Mailbox.Letters);
            handed++;
        }, default);
        Assert.Equal((1, 1), (handed, sandbox.Mailbox.Letters.Count));
    }

    [Fact]
    public async Task A_portal_that_stops_before_the_text_has_left_lets_go_of_it()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        sandbox.Scenarios.Add(new Scenario("smtp/rcpt", ScenarioKind.SilentBefore) { Silence = Silence.Hang });
        using var stop = new CancellationTokenSource();
        var reached = sandbox.Ledger.NextCallOf("smtp/rcpt");

        var sending = Carrier(sandbox.SmtpPort).SendAsync(Mail, () => Task.CompletedTask, stop.Token);
        await reached;
        await stop.CancelAsync();

        Assert.False((await Assert.ThrowsAsync<MailNotTakenException>(() => sending)).IsInDoubt);
        Assert.Empty(sandbox.Mailbox.Letters);
    }

    [Fact]
    public async Task A_portal_that_stops_once_the_text_has_left_hears_the_answer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        TaskCompletionSource whole = new(TaskCreationOptions.RunContinuationsAsynchronously), stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = TakeOneAsync(listener, whole, stopped.Task);
        using var stop = new CancellationTokenSource();

        var sending = Carrier(((IPEndPoint)listener.LocalEndpoint).Port).SendAsync(Mail, () => Task.CompletedTask, stop.Token);
        await whole.Task;
        await stop.CancelAsync();
        stopped.SetResult();

        await sending;
        await server;
    }

    // A mail server that says yes once it may.
    private static async Task TakeOneAsync(TcpListener listener, TaskCompletionSource whole, Task mayAnswer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        for (var isText = false; await reader.ReadLineAsync() is { } line && line != "QUIT";)
        {
            if (isText && line != ".")
                continue;
            if (isText)
            {
                whole.SetResult();
                await mayAnswer;
            }
            isText = line == "DATA";
            await writer.WriteLineAsync(isText ? "354 go on" : "250 yes");
        }
    }

    private SmtpCarrier Carrier(int port) => new(Options.Create(new SmtpSettings
    {
        Host = "127.0.0.1", Port = port, From = "Portal <portal@portal.example>", PublicUrl = new Uri("https://portal.example"),
    }), timers);
}
