using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix;

/// <summary>
/// The REST wire's bearer tokens (page 2.2): forged anew for each call, times in seconds, or fetched and kept for a while where the
/// connection says so. A token that cannot be had is a refusal, even after silence: what it was wanted for was not sent.
/// </summary>
internal sealed class SecuTixTokens(TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    // 'Short-lived' is all that is documented; a rejected one is replaced in any case.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid Connection, string Secret), (string Token, DateTimeOffset At)> fetched = new();

    /// <summary>Puts a token forged this moment on a request; nothing where the connection fetches its tokens. Answers with a refusal when it cannot.</summary>
    public Refusal? Sign(HttpRequestMessage message, ConnectionFacts connection)
    {
        var options = new SecuTixOptions(connection);
        if (options.FetchesToken)
            return null;
        if (options is not { Institution: { } institution, Operator: { } name, Partner: { } partner, Secret: { } secret })
            return Missing(connection);
        message.Headers.Authorization = new("Bearer", Forge(institution, name, partner, secret));
        return null;
    }

    /// <param name="talk">For whom.</param>
    /// <param name="wantedFor">The method that is to be sent with it.</param>
    /// <param name="rejected">A token that was just answered with 401.</param>
    public async Task<Answer<string>> FetchedAsync(Conversation talk, string wantedFor, string? rejected, CancellationToken cancellation)
    {
        var connection = talk.Call.Connection;
        if (new SecuTixOptions(connection) is not { Operator: { } name, Partner: { } partner, Secret: { } secret })
            return Missing(connection);
        if (fetched.TryGetValue((connection.Id, secret), out var kept) && kept.Token != rejected && kept.At + KeptFor > time.GetUtcNow())
            return kept.Token;
        try
        {
            return await FetchAsync(talk, name, partner, secret, wantedFor, cancellation);
        }
        catch (ProviderSilenceException silence)
        {
            return new Refusal(RefusalReason.Unreachable, $"SecuTix gave no token ({silence.Kind}). {wantedFor} was not sent, so nothing was done by it.");
        }
    }

    private static Refusal Missing(ConnectionFacts connection) =>
        new(RefusalReason.NotAuthorised, $"The connection {connection.Name} lacks Institution, Operator, Partner or Secret. Nothing was sent; an admin enters them under Connections.");

    private string Forge(string institution, string name, string partner, string secret)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { sub = institution, aud = name, iss = partner, iat = now, exp = now + (long)Lasts.TotalSeconds });
        var said = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        return $"{said}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(said)))}";
    }

    private async Task<Answer<string>> FetchAsync(Conversation talk, string name, string partner, string secret, string wantedFor, CancellationToken cancellation)
    {
        var answer = await talk.AskAsync(new WireRequest(HttpMethod.Post, "/tnai/backend-apis/v1/auth")
        {
            Body = WireJson.Body(new { @operator = name, partner, secret }, SecuTixJson.Sent), IsRead = true, Depth = JournalDepth.SizeOnly,
        }, reply => WireJson.Read<TokenDto>(reply, SecuTixJson.Options), cancellation);
        if (answer.Refusal is { } refusal)
            return refusal with { Detail = $"{refusal.Detail} {wantedFor} was not sent, so nothing was done by it." };
        if (answer.Value?.Token is not { Length: > 0 } token)
            return new Refusal(RefusalReason.NotAuthorised, $"SecuTix gives the connection's operator no token. {wantedFor} was not sent; an admin checks Operator, Partner and Secret under Connections.");
        fetched[(talk.Call.Connection.Id, secret)] = (token, time.GetUtcNow());
        return token;
    }

    private sealed record TokenDto(string? Token);
}
