using System.Net.Sockets;
using System.Text;

namespace Portal.Sandbox.Mail;

/// <summary>One conversation with a sender (RFC 5321 without TLS and sign-in).</summary>
internal sealed class SmtpSession(SmtpLines lines, Mailbox mailbox, SandboxClock clock, Ledger ledger, Scenarios scenarios)
{
    private const int LargestMail = 10 * 1024 * 1024;
    private const int MostRecipients = 100;
    private readonly List<string> _to = [];
    private bool _greeted;
    private string? _from;

    public static Task TalkAsync(TcpClient client, Mailbox mailbox, SandboxClock clock, Ledger ledger, Scenarios scenarios, CancellationToken ct) =>
        new SmtpSession(new SmtpLines(client.GetStream()), mailbox, clock, ledger, scenarios).RunAsync(ct);

    private async Task RunAsync(CancellationToken ct)
    {
        var welcome = await HappenAsync("smtp/connect", "", ct);
        if (welcome is { Silent: true } or { Kind: ScenarioKind.Throttled or ScenarioKind.ServerErrorBefore })
        {
            Record("smtp/connect", "CONNECT", "", welcome.Silent ? null : 421, welcome.Kind.ToString());
            if (!welcome.Silent) await lines.ReplyAsync("421 4.3.2 Too busy, try again later", ct);
            else await EndAsync(welcome, ct);
            return;
        }
        await lines.ReplyAsync("220 sandbox ESMTP, delivers nothing", ct);
        while (await lines.ReadAsync(ct) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await lines.ReplyAsync("221 2.0.0 Bye", ct);
                return;
            }
            if (verb == "DATA" && _to.Count > 0)
            {
                if (!await TakeMailAsync(ct)) return;
                continue;
            }
            if (await AnswerAsync(verb, line, ct) is not { } answer) return;
            await lines.ReplyAsync(answer, ct);
        }
    }

    /// <summary>The answer to a command; null ends the conversation without a word.</summary>
    private async Task<string?> AnswerAsync(string verb, string line, CancellationToken ct)
    {
        switch (verb)
        {
            case "EHLO":
                Reset(greeted: true);
                return $"250-sandbox\r\n250-SIZE {LargestMail}\r\n250 8BITMIME";
            case "HELO":
                Reset(greeted: true);
                return "250 sandbox";
            case "MAIL" when !_greeted || _from is not null:
            case "RCPT" when _from is null:
                return "503 5.5.1 Bad sequence of commands";
            case "MAIL" when Address(line, "FROM:") is { } from:
                if (DeclaredSize(line) > LargestMail) return "552 5.3.4 Message too large";
                _from = from;
                return "250 2.1.0 OK";
            case "RCPT" when Address(line, "TO:") is { Length: > 0 } to:
                if (_to.Count >= MostRecipients) return "452 4.5.3 Too many recipients";
                var known = await HappenAsync("smtp/rcpt", to, ct);
                if (known is { Kind: ScenarioKind.Unauthorized })
                {
                    Record("smtp/rcpt", "RCPT", to, 550, nameof(ScenarioKind.Unauthorized));
                    return "550 5.1.1 No such mailbox";
                }
                if (known is { Silent: true })
                {
                    Record("smtp/rcpt", "RCPT", to, null, known.Kind.ToString());
                    await EndAsync(known, ct);
                    return null;
                }
                _to.Add(to);
                return "250 2.1.5 OK";
            case "MAIL" or "RCPT":
                return "501 5.5.4 Syntax error in address";
            case "DATA":
                return _from is null ? "503 5.5.1 Bad sequence of commands" : "554 5.5.1 No valid recipients";
            case "RSET":
                Reset(_greeted);
                return "250 2.0.0 OK";
            case "NOOP":
                return "250 2.0.0 OK";
            case "VRFY":
                return "252 2.5.0 Cannot verify";
            case "AUTH" or "STARTTLS" or "HELP" or "EXPN":
                return "502 5.5.1 Not implemented";
            default:
                return "500 5.5.2 Command not recognised";
        }
    }

    /// <summary>Takes one message; false ends the conversation without a word.</summary>
    private async Task<bool> TakeMailAsync(CancellationToken ct)
    {
        await lines.ReplyAsync("354 End data with <CR><LF>.<CR><LF>", ct);
        var text = new StringBuilder();
        while (true)
        {
            if (await lines.ReadAsync(ct) is not { } line) return false;
            if (line == ".") break;
            // What is too large is still read to its end: the answer comes after the dot.
            if (text.Length <= LargestMail) text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        if (text.Length > LargestMail)
        {
            Reset(_greeted);
            await lines.ReplyAsync("552 5.3.4 Message too large", ct);
            return true;
        }

        var happening = await HappenAsync("smtp/data", string.Join('\n', _to), ct);
        var taken = happening?.Kind is not (ScenarioKind.SilentBefore or ScenarioKind.ServerErrorBefore);
        if (taken) mailbox.Take(new Letter(Guid.NewGuid().ToString("N"), clock.Now, _from!, [.. _to], text.ToString()));
        var failed = happening?.Kind is ScenarioKind.ServerErrorBefore or ScenarioKind.ServerErrorAfter;
        var silent = happening is { Silent: true };
        Record("smtp/data", "DATA", string.Join(", ", _to), silent ? null : failed ? 451 : 250, happening?.Kind.ToString() ?? "answered");
        Reset(_greeted);
        if (silent)
        {
            await EndAsync(happening!, ct);
            return false;
        }
        await lines.ReplyAsync(failed ? "451 4.3.0 Local error" : "250 2.0.0 Taken", ct);
        return true;
    }

    private async Task<Happening?> HappenAsync(string operation, string said, CancellationToken ct)
    {
        if (scenarios.Take(operation, () => said) is not [var first, ..]) return null;
        if (first.Kind is ScenarioKind.Slow) await Task.Delay(first.Milliseconds, ct);
        return new Happening(first.Kind, first.Silence);
    }

    /// <summary>Silence: the line is closed at once, or held open until the other side hangs up.</summary>
    private async Task EndAsync(Happening happening, CancellationToken ct)
    {
        while (happening.How is Silence.Hang && await lines.ReadAsync(ct) is not null) { }
    }

    private void Reset(bool greeted)
    {
        (_greeted, _from) = (greeted, null);
        _to.Clear();
    }

    private void Record(string operation, string method, string to, int? status, string outcome) =>
        ledger.Record(new LedgerCall(0, clock.Now, "smtp", operation, method, to, "", "", "", status, "", outcome));

    private static string? Address(string line, string keyword)
    {
        var rest = line.Length > 5 ? line[5..].TrimStart() : "";
        if (!rest.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return null;
        rest = rest[keyword.Length..].TrimStart();
        var end = rest.IndexOf('>', StringComparison.Ordinal);
        return rest.StartsWith('<') && end > 0 ? rest[1..end] : null;
    }

    private static long DeclaredSize(string line) =>
        line.Split(' ').Where(p => p.StartsWith("SIZE=", StringComparison.OrdinalIgnoreCase))
            .Select(p => long.TryParse(p.AsSpan(5), out var size) ? size : 0).FirstOrDefault();

    private sealed record Happening(ScenarioKind Kind, Silence How)
    {
        public bool Silent => Kind is ScenarioKind.SilentBefore or ScenarioKind.SilentAfter;
    }
}
