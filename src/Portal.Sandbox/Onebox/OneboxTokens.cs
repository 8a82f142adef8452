using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Onebox;

/// <summary>
/// Issues and checks the bearer tokens that both Onebox APIs take. A token carries its channel and its end, signed, so
/// that it outlives a restart; asking for another one does not end it.
/// </summary>
public sealed class OneboxTokens
{
    private const string Kind = "onebox.tokens";
    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly SandboxClock _clock;
    private readonly StateJournal _journal;
    private int _series;

    internal OneboxTokens(OneboxOptions options, SandboxClock clock, StateJournal journal)
    {
        (Options, _clock, _journal) = (options, clock, journal);
        foreach (var (_, series) in journal.Read<int>(Kind)) _series = series;
    }

    /// <summary>The channels, and how long a token lasts.</summary>
    public OneboxOptions Options { get; }

    /// <summary>Makes every token issued so far worthless, as a change of the provider's signing key does.</summary>
    public void RevokeAll() => _journal.Save(new Change(Kind, "series", Interlocked.Increment(ref _series)));

    /// <summary>A new token for a channel, good for <see cref="OneboxOptions.TokenLifetime"/> from now.</summary>
    internal string Issue(long channelId, string tokenId)
    {
        var claims = new Claims(channelId, new DateTimeOffset(_clock.Now + Options.TokenLifetime).ToUnixTimeSeconds(), tokenId);
        var said = $"{Head}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{said}.{Signature(said)}";
    }

    /// <summary>The channel of the call's <c>Authorization: Bearer</c> token; null where it has none or an invalid, revoked or expired one.</summary>
    internal long? ChannelOf(Call call) =>
        call.Header("Authorization") is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? ChannelOf(header[7..]) : null;

    /// <summary>The channel a token is bound to; null for an invalid, revoked or expired one.</summary>
    public long? ChannelOf(string token)
    {
        if (token.Split('.') is not [var head, var body, var signature] || head != Head || signature != Signature($"{head}.{body}")) return null;
        var claims = JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(body))!;
        return claims.exp > _clock.GetUtcNow().ToUnixTimeSeconds() ? claims.channel_id : null;
    }

    /// <summary>The key is no secret: the sandbox keeps nobody out who reads this.</summary>
    private string Signature(string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"onebox sandbox {_series}"), Encoding.UTF8.GetBytes(said)));

#pragma warning disable IDE1006 // The members are named as the token writes them.
    private sealed record Claims(long channel_id, long exp, string jti);
#pragma warning restore IDE1006
}
