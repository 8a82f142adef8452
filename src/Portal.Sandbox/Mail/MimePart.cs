using System.Text;

namespace Portal.Sandbox.Mail;

/// <summary>A message, or a part of one: headers and either a body or more parts. Reads what real senders write, never throws on less.</summary>
internal sealed class MimePart
{
    private const int DeepestNesting = 8;
    private readonly string _body;
    private readonly List<MimePart> _parts = [];

    private MimePart(List<KeyValuePair<string, string>> headers, string body, int depth)
    {
        (Headers, _body) = (headers, body);
        if (Parameter("boundary") is not { Length: > 0 } boundary || depth >= DeepestNesting) return;
        var pieces = ("\r\n" + body).Split("\r\n--" + boundary);
        foreach (var piece in pieces.Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal)))
            _parts.Add(Parse(piece.TrimStart(' ', '\t') is var p && p.StartsWith("\r\n", StringComparison.Ordinal) ? p[2..] : p, depth + 1));
    }

    public List<KeyValuePair<string, string>> Headers { get; }

    public string Type => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The body as text in its own character set.</summary>
    public string Text
    {
        get
        {
            var bytes = (Header("Content-Transfer-Encoding") ?? "").Trim().ToLowerInvariant() switch
            {
                "base64" => MimeWords.FromBase64(_body),
                "quoted-printable" => MimeWords.FromQuotedPrintable(_body),
                _ => Encoding.Latin1.GetBytes(_body),
            };
            return MimeWords.CharacterSet(Parameter("charset")).GetString(bytes);
        }
    }

    public static MimePart Parse(string raw, int depth = 0)
    {
        var end = raw.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        var body = end < 0 ? "" : raw[(end + (end == 0 ? 2 : 4))..];
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in head.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n"))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers.Add(new(line[..colon].Trim(), MimeWords.Decode(line[(colon + 1)..].Trim())));
        return new MimePart(headers, body, depth);
    }

    public string? Header(string name) =>
        Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    /// <summary>The first part of a type, this one included.</summary>
    public MimePart? First(string type) =>
        _parts.Count == 0 ? (Type == type ? this : null) : _parts.Select(p => p.First(type)).FirstOrDefault(p => p is not null);

    private string? Parameter(string name) =>
        (Header("Content-Type") ?? "").Split(';').Skip(1).Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => p[1].Trim().Trim('"')).FirstOrDefault();
}
