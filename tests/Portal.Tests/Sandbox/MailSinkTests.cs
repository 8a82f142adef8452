using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class MailSinkTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = new HandClock() });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_mail_with_two_parts_arrives_as_it_was_written()
    {
        using var mail = Mail("Your booking – Zürich", "Hello Ünal,\r\n.a line that begins with a dot\r\n..and one with two\r\nhttp://localhost:5080/t/abc?x=1&y=2");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("<p>Hello <a href=\"http://localhost:5080/t/abc\">Ünal</a></p>", Encoding.UTF8, "text/html"));
        var came = _sandbox.Mailbox.NextTo("ada@example.org");

        await Send(mail);

        var letter = await came;
        Assert.Equal("Your booking – Zürich", letter.Subject);
        Assert.Equal(("ops@example.org", "ada@example.org"), (letter.From, Assert.Single(letter.To)));
        Assert.Equal("Hello Ünal,\r\n.a line that begins with a dot\r\n..and one with two\r\nhttp://localhost:5080/t/abc?x=1&y=2", letter.Text!.TrimEnd());
        Assert.Contains("<a href=\"http://localhost:5080/t/abc\">Ünal</a>", letter.Html, StringComparison.Ordinal);
        Assert.Contains(letter.Headers, h => h.Key == "From");
    }

    [Fact]
    public async Task Dots_are_unstuffed_and_commands_out_of_order_refused()
    {
        using var client = new TcpClient("127.0.0.1", _sandbox.SmtpPort);
        using var talk = new Talk(client);
        Assert.StartsWith("220", await talk.Read(), StringComparison.Ordinal);

        Assert.StartsWith("503", await talk.Say("MAIL FROM:<a@example.org>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await talk.Say("HELO me"), StringComparison.Ordinal);
        Assert.StartsWith("503", await talk.Say("RCPT TO:<b@example.org>"), StringComparison.Ordinal);
        Assert.StartsWith("503", await talk.Say("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("501", await talk.Say("MAIL FROM: nobody"), StringComparison.Ordinal);
        Assert.StartsWith("552", await talk.Say("MAIL FROM:<a@example.org> SIZE=99999999"), StringComparison.Ordinal);
        Assert.StartsWith("250", await talk.Say("MAIL FROM:<a@example.org>"), StringComparison.Ordinal);
        Assert.StartsWith("554", await talk.Say("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await talk.Say("RSET"), StringComparison.Ordinal);
        Assert.StartsWith("250", await talk.Say("NOOP"), StringComparison.Ordinal);
        Assert.StartsWith("500", await talk.Say("WHAT"), StringComparison.Ordinal);
        Assert.StartsWith("502", await talk.Say("STARTTLS"), StringComparison.Ordinal);
        await talk.Say("MAIL FROM:<a@example.org>");
        await talk.Say("RCPT TO:<b@example.org>");
        Assert.StartsWith("354", await talk.Say("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await talk.Say("Subject: dots\r\n\r\n..one\r\n...two\r\n."), StringComparison.Ordinal);
        Assert.StartsWith("221", await talk.Say("QUIT"), StringComparison.Ordinal);
        Assert.Null(await talk.Read());

        Assert.Equal(".one\r\n..two\r\n", Assert.Single(_sandbox.Mailbox.Letters).Text);
    }

    [Theory]
    [InlineData("smtp/connect", ScenarioKind.SilentBefore, 0)]
    [InlineData("smtp/connect", ScenarioKind.Throttled, 0)]
    [InlineData("smtp/rcpt", ScenarioKind.Unauthorized, 0)]
    [InlineData("smtp/data", ScenarioKind.ServerErrorBefore, 0)]
    [InlineData("smtp/data", ScenarioKind.SilentBefore, 0)]
    [InlineData("smtp/data", ScenarioKind.SilentAfter, 1)]
    [InlineData("smtp/data", ScenarioKind.ServerErrorAfter, 1)]
    public async Task The_sender_can_be_left_in_doubt(string operation, ScenarioKind kind, int taken)
    {
        _sandbox.Scenarios.Add(new Scenario(operation, kind));
        using var mail = Mail("Doubt", "Was it taken?");

        await Assert.ThrowsAnyAsync<SmtpException>(() => Send(mail));
        Assert.Equal(taken, _sandbox.Mailbox.Letters.Count);

        using var again = Mail("Again", "Now it works.");
        await Send(again);
        Assert.Equal(taken + 1, _sandbox.Mailbox.Letters.Count);
    }

    [Fact]
    public async Task The_mailbox_page_shows_a_letter_without_trusting_it()
    {
        using var mail = Mail("<b>Bold</b>", "See http://localhost:5080/t/abc.");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("<script>alert(1)</script><p>Hi</p>", Encoding.UTF8, "text/html"));
        await Send(mail);
        using var http = new HttpClient { BaseAddress = _sandbox.BaseUrl };
        var id = _sandbox.Mailbox.Letters[0].Id;

        Assert.Contains("&lt;b&gt;Bold&lt;/b&gt;", await http.GetStringAsync("/mailbox"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"http://localhost:5080/t/abc\"", await http.GetStringAsync("/mailbox/" + id), StringComparison.Ordinal);
        using var frame = await http.GetAsync($"/mailbox/{id}/html");
        Assert.StartsWith("sandbox ", frame.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task Send(MailMessage mail)
    {
        using var smtp = new SmtpClient("127.0.0.1", _sandbox.SmtpPort);
        await smtp.SendMailAsync(mail);
    }

    private static MailMessage Mail(string subject, string text) =>
        new("ops@example.org", "ada@example.org", subject, text) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };

    private sealed class Talk(TcpClient client) : IDisposable
    {
        private readonly StreamReader _reader = new(client.GetStream());

        public Task<string?> Read() => _reader.ReadLineAsync();

        public async Task<string> Say(string line)
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
            return await Read() ?? "";
        }

        public void Dispose() => _reader.Dispose();
    }
}
