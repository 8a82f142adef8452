using System.Net.Mime;

namespace Portal.Providers.Plumbing;

/// <summary>What a provider answered: never a 5xx and never its throttling, which are no answers to what was asked.</summary>
/// <param name="Call">The operation, as messages name it.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The whole body; empty when there was none.</param>
/// <param name="ContentType">Media type without parameters; null when not told.</param>
public sealed record WireReply(string Call, int Status, byte[] Body, string? ContentType)
{
    /// <summary>The file name that the answer suggests, without any folder.</summary>
    public string? FileName { get; init; }

    /// <summary>Those of its headers that the wire's manners keep; names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsJson => ContentType is MediaTypeNames.Application.Json or MediaTypeNames.Application.ProblemJson;

    internal Redaction? Redaction { get; init; }

    /// <summary>A sentence of the provider, fit for a timeline: without personal data and secrets, cut to a readable length.</summary>
    public string Quote(string sentence) => Redaction?.Words(sentence) ?? sentence;
}
