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

        await Carrier(sandbox.SmtpPort).SendAsync(Mail, default);

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

        var notTaken = await Assert.ThrowsAsync<MailNotTakenException>(() => Carrier(freed).SendAsync(Mail, default));

        Assert.False(notTaken.IsForGood);
        Assert.DoesNotContain("jonas", notTaken.Message, StringComparison.Ordinal);
    }

    private static SmtpCarrier Carrier(int port) => new(Options.Create(new SmtpSettings
    {
        Host = "127.0.0.1", Port = port, From = "Portal <portal@portal.example>", PublicUrl = new Uri("https://portal.example"),
    }));
}
