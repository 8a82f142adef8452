using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Onebox;

/// <summary>
/// A conversation whose requests carry the connection's bearer token. A 401 did nothing, so the same request, also a write, is sent once
/// more with a new token; a second 401 is a refusal.
/// </summary>
public sealed class BearerConversation(Conversation talk, OneboxTokens tokens)
{
    public ProviderCall Call => talk.Call;

    /// <inheritdoc cref="Conversation.Now" />
    public DateTime Now => talk.Now;

    /// <inheritdoc cref="Conversation.AskAsync{T}" />
    public async Task<WireAnswer<T>> AskAsync<T>(WireRequest request, Func<WireReply, T> read, CancellationToken cancellation) where T : class
    {
        string? rejected = null;
        while (true)
        {
            var token = await tokens.FindAsync(talk.Call, request.Name, rejected, cancellation);
            if (!token.IsYes)
                return WireAnswer<T>.No(token.Refusal);
            var answer = await talk.AskAsync(request with { Headers = [.. request.Headers, new("Authorization", $"Bearer {token.Value}")] }, read, cancellation);
            if (answer.Problem is not { Status: 401 })
                return answer;
            if (rejected is not null)
                return WireAnswer<T>.No(new Refusal(RefusalReason.NotAuthorised,
                    $"Onebox does not accept the tokens it gives to this channel. {request.Name} was not carried out; an admin checks channel_id, client_secret and the connection's address."));
            rejected = token.Value;
        }
    }
}
