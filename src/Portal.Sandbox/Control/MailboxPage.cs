using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.Mail;

namespace Portal.Sandbox.Control;

/// <summary>The mailbox in the browser: a list, and one letter with its parts.</summary>
internal static partial class MailboxPage
{
    public static Markup List(Mailbox mailbox) => Markup.Of($"""
        {Page.Button("/sandbox/mail/clear", "Empty the mailbox")}
        {Page.Table("Letters, newest first", ["Received", "To", "Subject"], [.. mailbox.Letters.Select(l => Markup.Of(
            $"<tr><td>{l.Received}</td><td>{string.Join(", ", l.To)}</td><td><a href=\"/mailbox/{l.Id}\">{l.Subject}</a></td></tr>"))])}
        """);

    public static Markup One(Letter letter) => Markup.Of($"""
        <p>From {letter.From} to {string.Join(", ", letter.To)}, {letter.Received} UTC</p>
        {(letter.Html is null ? Markup.Empty : Markup.Of($"<h2>HTML</h2><iframe title=\"The letter\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mailbox/{letter.Id}/html\"></iframe>"))}
        {(letter.Text is not { } text ? Markup.Empty : Markup.Of($"<h2>Text</h2><pre>{Linked(text)}</pre>"))}
        <h2>Headers</h2>{Page.Table("Headers", ["Name", "Value"], [.. letter.Headers.Select(h => Markup.Of($"<tr><td>{h.Key}</td><td class=\"id\">{h.Value}</td></tr>"))])}
        """);

    /// <summary>The HTML part as it is shown in its frame: links open beside it.</summary>
    public static byte[] Frame(string html) => Encoding.UTF8.GetBytes("<!doctype html><meta charset=\"utf-8\"><base target=\"_blank\">" + html);

    private static Markup Linked(string text)
    {
        var parts = new List<Markup>();
        var at = 0;
        foreach (var link in Address().Matches(text).Cast<Match>())
        {
            parts.Add(Markup.Of($"{text[at..link.Index]}<a href=\"{link.Value}\" rel=\"noreferrer\">{link.Value}</a>"));
            at = link.Index + link.Length;
        }
        parts.Add(Markup.Of($"{text[at..]}"));
        return Markup.Join(parts);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]")]
    private static partial Regex Address();
}
