using Portal.Core.Audit;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>Makes the journal's row of a request.</summary>
internal static class JournalEntry
{
    private const int LongestRequest = 2000;

    public static ProviderCallEntry Of(
        ProviderCall call, Redaction redaction, WireRequest request, WireReply? reply, DateTime at, int milliseconds, string? silence)
    {
        var full = request.Depth is JournalDepth.Full;
        var asked = $"{request.Method} {redaction.Address(request)}";
        // The request's body first: what is struck out of it is then struck out of the answer's sentences too.
        var sent = request.Body is { } body ? full ? redaction.Body(body.Content, body.MediaType) : Size(body.Content, body.MediaType) : null;
        return new ProviderCallEntry
        {
            At = at, ConnectionId = call.Connection.Id, HoldId = call.Subject.HoldId, OrderId = call.Subject.OrderId,
            Request = asked.Length <= LongestRequest ? asked : asked[..LongestRequest],
            RequestBody = sent,
            Status = reply?.Status,
            ResponseBody = Joined([.. (reply?.Headers ?? new Dictionary<string, string>()).Select(h => redaction.Words($"{h.Key}: {h.Value}")), reply switch
            {
                null or { Body.Length: 0 } => null,
                _ when full || !reply.IsSuccess => redaction.Body(reply.Body, reply.ContentType),
                _ => Size(reply.Body, reply.ContentType),
            }]),
            Milliseconds = milliseconds, Silence = silence,
        };
    }

    /// <summary>Kept headers stand above the body: what a provider's staff ask for first (Onebox <c>ob-audit-trace-id</c>).</summary>
    private static string? Joined(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Size(byte[] content, string? mediaType) => $"({mediaType ?? "unnamed"}, {content.Length} bytes)";
}
