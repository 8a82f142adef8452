using System.Text.Json.Serialization;

namespace Portal.Sandbox.Mail;

/// <summary>A mail as the sink took it.</summary>
/// <param name="From">The envelope's sender, which need not be the header's.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Raw">The message as sent, one character for each byte.</param>
public sealed record Letter(string Id, DateTime Received, string From, IReadOnlyList<string> To, string Raw)
{
    private MimePart? _parsed;

    /// <summary>The decoded subject.</summary>
    [JsonIgnore]
    public string Subject => Parsed.Header("Subject") ?? "(no subject)";

    /// <summary>The plain text part; null where there is none.</summary>
    [JsonIgnore]
    public string? Text => Parsed.First("text/plain")?.Text;

    /// <summary>The HTML part; null where there is none.</summary>
    [JsonIgnore]
    public string? Html => Parsed.First("text/html")?.Text;

    /// <summary>The decoded headers in their order.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<string, string>> Headers => Parsed.Headers;

    private MimePart Parsed => _parsed ??= MimePart.Parse(Raw);
}
