using System.Collections.Concurrent;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Onebox;

/// <summary>
/// Keeps one bearer token per connection in memory, for all callers at once: fetched by the first, renewed two minutes before its end
/// and after a 401 (Distribution 1b.2). A token that cannot be had is a refusal, even after silence: what it was wanted for was not sent.
/// </summary>
public sealed class OneboxTokens(ProviderHttp http, TimeProvider time)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Documented = TimeSpan.FromHours(12);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    private static readonly WireManners Manners = new("Onebox")
    {
        ThrottleStatuses = new HashSet<int> { 429, 503 },
        SecretSettings = OneboxAccount.SecretSettings,
        WriteTimeout = TimeSpan.FromSeconds(10),
        ReadTimeout = TimeSpan.FromSeconds(10),
    };

    private readonly ConcurrentDictionary<Guid, Kept> kept = new();

    /// <summary>The token of the call's connection; fetched where none is good enough.</summary>
    /// <param name="call">For whom; the journal's subject of a fetch.</param>
    /// <param name="wantedFor">What is to be sent with it, as messages name it.</param>
    /// <param name="rejected">A token that was just answered with 401 and must not be handed out again.</param>
    public async Task<Answer<string>> FindAsync(ProviderCall call, string wantedFor, string? rejected, CancellationToken cancellation)
    {
        if (OneboxAccount.Of(call.Connection) is not { } account)
            return OneboxAccount.Missing(call.Connection);
        while (true)
        {
            var current = kept.GetOrAdd(call.Connection.Id, _ => new Kept(account, () => FetchAsync(call, account)));
            if (current.Account != account || current.IsOver(time.GetUtcNow(), rejected))
            {
                // Of several who find it over, one puts the next fetch in its place and all wait for that.
                kept.TryUpdate(call.Connection.Id, new Kept(account, () => FetchAsync(call, account)), current);
                continue;
            }
            var answer = await current.Fetched.Value.WaitAsync(cancellation);
            if (answer.IsYes)
                return answer.Value.Text;
            kept.TryRemove(KeyValuePair.Create(call.Connection.Id, current));
            return answer.Refusal with { Detail = $"{answer.Refusal.Detail} {wantedFor} was not sent, so nothing was done by it." };
        }
    }

    private async Task<Answer<Token>> FetchAsync(ProviderCall call, OneboxAccount account)
    {
        var askedAt = time.GetUtcNow();
        try
        {
            // The caller who happens to be first must not take the others' token away by leaving.
            var answer = await http.Open(call, Manners, AtMost).AskAsync(new WireRequest(HttpMethod.Post, "/oauth/token")
            {
                Body = account.TokenForm(), IsRead = true, Depth = JournalDepth.FailuresOnly,
            }, static reply => WireJson.Read<TokenDto>(reply), CancellationToken.None);
            if (answer.Refusal is { } refusal)
                return refusal;
            if (answer.Problem is { } problem)
                return Refused(problem);
            if (answer.Value is not { AccessToken: { Length: > 0 } text } token)
                return new Refusal(RefusalReason.NotAuthorised, "Onebox answered the request for a token without one.");
            var life = token.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : Documented;
            // A token shorter than the reserve is used while it lasts, else every call would fetch its own.
            return new Token(text, askedAt + (life > 2 * Early ? life - Early : life));
        }
        catch (ProviderSilenceException silence)
        {
            return new Refusal(RefusalReason.Unreachable, $"Onebox gave no token ({silence.Message}); try again shortly.");
        }
    }

    private static Refusal Refused(WireReply reply)
    {
        var said = reply.IsJson && reply.Body.Length > 0 ? TrySaid(reply) : null;
        return new Refusal(RefusalReason.NotAuthorised,
            $"Onebox gives this channel no token ({reply.Status}{(said is null ? "" : $", {reply.Quote(said)}")}). An admin checks channel_id and client_secret under Connections; new ones work after some minutes.");
    }

    private static string? TrySaid(WireReply reply)
    {
        try
        {
            var error = WireJson.Read<TokenErrorDto>(reply);
            return error.ErrorDescription ?? error.Error ?? error.Message;
        }
        catch (ProviderSilenceException)
        {
            // Its status alone is a no; the sentence would only have explained it.
            return null;
        }
    }

    private sealed record Token(string Text, DateTimeOffset GoodUntil);

    private sealed class Kept(OneboxAccount account, Func<Task<Answer<Token>>> fetch)
    {
        public OneboxAccount Account { get; } = account;

        public Lazy<Task<Answer<Token>>> Fetched { get; } = new(fetch);

        public bool IsOver(DateTimeOffset now, string? rejected) => Fetched is { IsValueCreated: true, Value: { IsCompleted: true } fetch }
            && (!fetch.IsCompletedSuccessfully || fetch.Result.Value is { } token && (token.GoodUntil <= now || token.Text == rejected));
    }

    private sealed record TokenDto(string? AccessToken, long? ExpiresIn);

    private sealed record TokenErrorDto(string? Error, string? ErrorDescription, string? Message);
}
