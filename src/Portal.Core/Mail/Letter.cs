using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Portal.Core.Languages;

namespace Portal.Core.Mail;

/// <summary>A rendered mail: the same words twice, for programs with and without HTML.</summary>
public sealed record MailText(string Subject, string Plain, string Html);

/// <summary>
/// What every mail looks like: a greeting (by name, where it is known), paragraphs, one link, a last word. Everything in it is encoded for HTML.
/// </summary>
internal sealed record Letter(string Subject, string? Name, IReadOnlyList<string> Paragraphs, (string Words, Uri Address)? Link, string LastWord)
{
    // Accents stand as they are: the mail is UTF-8 in both forms.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>In which it greets; what it says is in it already.</summary>
    public CustomerLanguage Language { get; init; } = CustomerLanguage.English;

    public MailText Render() => new(Subject.ReplaceLineEndings(" "), Plain(), Html());

    private string Greeting => Name is null ? Language.Words.Mail.Greeting : Language.Words.Mail.GreetingByName.With(("name", Name));

    private string Plain()
    {
        var text = new StringBuilder().Append(Greeting).Append("\n\n");
        foreach (var paragraph in Paragraphs)
            text.Append(paragraph).Append("\n\n");
        if (Link is { } link)
            text.Append(link.Words).Append(":\n").Append(link.Address.AbsoluteUri).Append("\n\n");
        return text.Append(LastWord).Append('\n').ToString();
    }

    private string Html()
    {
        var text = new StringBuilder("<!DOCTYPE html><html lang=\"").Append(Language.Code).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Safe(Subject))
            .Append("</title></head><body style=\"font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1b1f24;background:#ffffff;max-width:36em;margin:0 auto;padding:24px\">")
            .Append("<p>").Append(Safe(Greeting)).Append("</p>");
        foreach (var paragraph in Paragraphs)
            text.Append("<p>").Append(Safe(paragraph)).Append("</p>");
        if (Link is { } link)
            text.Append("<p><a style=\"display:inline-block;padding:12px 20px;background:#1f4fa3;color:#ffffff;text-decoration:none;border-radius:6px\" href=\"")
                .Append(Safe(link.Address.AbsoluteUri)).Append("\">").Append(Safe(link.Words)).Append("</a></p><p style=\"font-size:13px;color:#57606a;word-break:break-all\">")
                .Append(Safe(link.Address.AbsoluteUri)).Append("</p>");
        return text.Append("<p style=\"font-size:13px;color:#57606a\">").Append(Safe(LastWord)).Append("</p></body></html>").ToString();
    }

    private static string Safe(string text) => Encoder.Encode(text);
}
