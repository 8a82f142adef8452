using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

/// <summary>
/// The signed variant of this API (page 1a.2, OB_HMAC): a hash over method, time, path and all parameters with their raw values, under
/// the user's password and licence. Settings <c>OB_User</c>, <c>password</c>, <c>license</c>, <c>OB_Terminal</c>, <c>OB_Channel</c> and, where given, <c>OB_POS</c>.
/// </summary>
internal static class OneboxChannelsSignature
{
    public static readonly string[] SecretSettings = ["password", "license"];
    private const string Root = "/onebox-rest2";

    public static bool IsPossible(ConnectionFacts connection) => connection.Find("password") is not null && connection.Find("license") is not null;

    /// <summary>Signs; a refusal where the connection lacks what that needs.</summary>
    public static async ValueTask<Refusal?> SignAsync(HttpRequestMessage message, ConnectionFacts connection, DateTimeOffset now, CancellationToken cancellation)
    {
        if ((connection.Find("OB_User", "User"), connection.Find("password"), connection.Find("license"), connection.Find("OB_Terminal", "Terminal"), connection.Find("OB_Channel", "channel_id"))
            is not ({ } user, { } password, { } licence, { } terminal, { } channel))
            return new Refusal(RefusalReason.NotAuthorised,
                $"The connection {connection.Name} lacks one of OB_User, password, license, OB_Terminal and OB_Channel. Nothing was sent; an admin enters them under Connections.");

        var form = message.Content is null ? "" : await message.Content.ReadAsStringAsync(cancellation);
        var stamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var headers = message.Headers;
        var isSaid = headers.TryAddWithoutValidation("Authorization", $"OB_HMAC {Sign(password + licence, TextToSign(message.Method, stamp, message.RequestUri!, form))}")
            && headers.TryAddWithoutValidation("OB_DATE", stamp) && headers.TryAddWithoutValidation("OB_User", user)
            && headers.TryAddWithoutValidation("OB_Terminal", terminal) && headers.TryAddWithoutValidation("OB_Channel", channel)
            && (connection.Find("OB_POS") is not { } pointOfSale || headers.TryAddWithoutValidation("OB_POS", pointOfSale));
        return isSaid ? null : new Refusal(RefusalReason.NotAuthorised,
            $"A setting of the connection {connection.Name} cannot be sent as a header. Nothing was sent; an admin enters it again under Connections.");
    }

    /// <summary>The text that is signed. Parameters of query and form together, raw, sorted without regard to case.</summary>
    public static string TextToSign(HttpMethod method, string stamp, Uri address, string form)
    {
        // Below a proxy's own path the documented one begins later.
        var path = address.AbsolutePath[Math.Max(0, address.AbsolutePath.IndexOf(Root, StringComparison.Ordinal))..];
        var parameters = Pairs(address.Query.TrimStart('?')).Concat(method == HttpMethod.Post ? Pairs(form) : [])
            .OrderBy(p => p.Name.ToLowerInvariant(), StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}").ToList();
        return $"{method}\n{stamp}\n{path}{(parameters.Count == 0 ? "" : "?" + string.Join('&', parameters))}";
    }

    private static string Sign(string key, string text) =>
#pragma warning disable CA5350 // The scheme is the provider's.
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private static IEnumerable<(string Name, string Value)> Pairs(string encoded) =>
        encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(p => (Raw(p[0]), p.Length > 1 ? Raw(p[1]) : ""));

    private static string Raw(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
