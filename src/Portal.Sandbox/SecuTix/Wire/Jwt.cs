using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>
/// The bearer of the REST wire: HS256 over the shared secret, times in seconds. Judged by the machine's own time: moving the sandbox's
/// clock forward does not make a caller's clock go wrong.
/// </summary>
internal sealed class Jwt(SecuTixOptions options, SandboxClock clock)
{
    private const int LongestSeconds = 3600, ToleratedSeconds = 5;

    private long Now => (clock.GetUtcNow() - clock.Offset).ToUnixTimeSeconds();

    /// <summary>A token for an operator, good for five minutes.</summary>
    public string Issue(VirtualOperator of)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["sub"] = of.Institution, ["aud"] = of.Operator, ["iss"] = of.Partner, ["iat"] = Now, ["exp"] = Now + 300,
        });
        var said = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        return $"{said}.{Signature(said, of.Secret)}";
    }

    /// <summary>Whose token it is; null where it is broken, over, of a stranger or signed with another secret.</summary>
    public VirtualOperator? Read(string token)
    {
        if (token.Split('.') is not [var head, var body, var signature]) return null;
        try
        {
            var header = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(head));
            var claims = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(body));
            if (header.GetProperty("alg").GetString() != "HS256" || header.GetProperty("typ").GetString() != "JWT") return null;
            var (issued, ends) = (claims.GetProperty("iat").GetInt64(), claims.GetProperty("exp").GetInt64());
            if (issued > Now + ToleratedSeconds || ends <= Now || ends - issued > LongestSeconds) return null;
            return options.Operators.FirstOrDefault(o => o.Institution == claims.GetProperty("sub").GetString()
                && o.Operator == claims.GetProperty("aud").GetString() && o.Partner == claims.GetProperty("iss").GetString()
                && Signature($"{head}.{body}", o.Secret) == signature);
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Whatever cannot be read as a token is none.
            return null;
        }
    }

    private static string Signature(string said, string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(said)));
}
