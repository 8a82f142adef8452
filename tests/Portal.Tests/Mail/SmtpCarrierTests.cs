using Microsoft.Extensions.Options;
using Portal.Core.Mail;
using Portal.Sandbox;
using Portal.Web.Mail;

namespace Portal.Tests.Mail;

public sealed class SmtpCarrierTests
{
    private static readonly ReadyMail Mail = new("0193f5c2", "jonas@kanal.example", new MailText("Größe & Ort", "Hello Jonas,\n", "<p>Hello Jonas,</p>"));

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

        var notTaken = await Assert.ThrowsAsync<MailNotTakenException>(() => Carrier(sandbox.SmtpPort, seconds: 1).SendAsync(Mail, () => Task.CompletedTask, default));

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

    [Theory]
    [InlineData("smtp/rcpt", false)]
    [InlineData("smtp/data", true)]
    public async Task A_portal_that_stops_lets_go_before_the_text_has_left_and_hears_the_answer_after_it(string operation, bool isSent)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        sandbox.Scenarios.Add(isSent ? new Scenario(operation, ScenarioKind.Slow) { Milliseconds = 700 } : new Scenario(operation, ScenarioKind.SilentBefore) { Silence = Silence.Hang });
        using var stop = new CancellationTokenSource();
        var reached = isSent ? Task.CompletedTask : sandbox.Ledger.NextCallOf(operation);
        var handed = new TaskCompletionSource();

        var sending = Carrier(sandbox.SmtpPort).SendAsync(Mail, () => { handed.SetResult(); return Task.CompletedTask; }, stop.Token);
        await (isSent ? handed.Task : reached);
        await stop.CancelAsync();

        if (isSent)
            await sending;
        else
            Assert.False((await Assert.ThrowsAsync<MailNotTakenException>(() => sending)).IsInDoubt);
        Assert.Equal(isSent ? 1 : 0, sandbox.Mailbox.Letters.Count);
    }

    private static SmtpCarrier Carrier(int port, int seconds = 30) => new(Options.Create(new SmtpSettings
    {
        Host = "127.0.0.1", Port = port, From = "Portal <portal@portal.example>", PublicUrl = new Uri("https://portal.example"), Patience = TimeSpan.FromSeconds(seconds),
    }));
}
