using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>POST of JSON with a bearer token (page 2.1, 2.2). A 401 did nothing: with a token that was fetched the same request goes once more with a new one.</summary>
internal sealed class RestWire(Conversation talk, SecuTixTokens tokens) : IMethodWire
{
    /// <summary>A forged token is signed when its request leaves, after any wait for its turn: it should not be older than a second.</summary>
    public static WireManners Manners(SecuTixTokens tokens) =>
        SecuTixManners.With(_ => false) with { AuthoriseAsync = (message, connection, _) => ValueTask.FromResult(tokens.Sign(message, connection)) };

    public async Task<WireAnswer<T>> AskAsync<T>(MethodCall call, CancellationToken cancellation) where T : ResultDto
    {
        if (!new SecuTixOptions(talk.Call.Connection).FetchesToken)
            return await talk.AskAsync(Request(call), Read<T>, cancellation);
        string? rejected = null;
        while (true)
        {
            var token = await tokens.FetchedAsync(talk, call.Name, rejected, cancellation);
            if (!token.IsYes)
                return WireAnswer<T>.No(token.Refusal);
            var answer = await talk.AskAsync(Request(call) with { Headers = [new("Authorization", $"Bearer {token.Value}")] }, Read<T>, cancellation);
            if (answer.Problem is not { Status: 401 } || rejected is not null)
                return answer;
            rejected = token.Value;
        }
    }

    private static WireRequest Request(MethodCall call) =>
        new(HttpMethod.Post, $"/tnseb/backend-apis/{char.ToLowerInvariant(call.Service[0])}{call.Service[1..]}/v1_33/{call.Name}")
        {
            Body = WireJson.Body(call.Parameters, SecuTixJson.Sent), IsRead = call.IsRead, Depth = call.Depth,
        };

    private static T Read<T>(WireReply reply) where T : ResultDto
    {
        var result = WireJson.Read<T>(reply, SecuTixJson.Options);
        result.Reply = reply;
        return result.StatusCode is { Length: > 0 } ? result : throw WireJson.Unreadable(reply, "it has no statusCode");
    }
}
