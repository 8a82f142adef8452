using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Portal.Sandbox.Control;

/// <summary>HTML that is safe to send: whatever was put into its holes has been encoded, unless it was markup itself.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup Empty { get; } = new("");

    public static Markup Of(MarkupText text) => new(text.Text);

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.Html)));

    public override string ToString() => Html;
}

/// <summary>Builds <see cref="Markup"/> from an interpolated string, encoding each hole.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 16);

    public string Text => _text.ToString();

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value)
    {
        switch (value)
        {
            case Markup markup:
                _text.Append(markup.Html);
                break;
            case IEnumerable<Markup> parts:
                _text.AppendJoin("", parts);
                break;
            case DateTime time:
                _text.Append(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            default:
                _text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));
                break;
        }
    }
}
