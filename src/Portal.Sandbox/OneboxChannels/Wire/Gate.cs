using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Http;
using Portal.Sandbox.Onebox;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>Who calls: the user where the call was signed, and the channel where it names one.</summary>
internal sealed record Caller(OneboxChannelsUser? User, long? NamedChannel)
{
    /// <summary>Everything but <c>user/validate</c> needs it.</summary>
    public long Channel => NamedChannel ?? throw Faults.BadChannel();
}

/// <summary>Lets callers in, both ways that are documented: signed (OB_HMAC) or with a bearer token, on the same paths.</summary>
internal sealed class Gate(OneboxChannelsState state, OneboxTokens tokens)
{
    private const string Scheme = "OB_HMAC ";

    public Caller Admit(Call call)
    {
        var authorization = call.Header("Authorization");
        if (authorization.StartsWith(Scheme, StringComparison.Ordinal)) return Signed(call, authorization[Scheme.Length..].Trim());
        if (tokens.ChannelOf(call) is not { } channel) throw Faults.Login();
        return state.Channels.ContainsKey(channel) ? new Caller(null, channel) : throw Faults.BadChannel();
    }

    private Caller Signed(Call call, string signature)
    {
        var user = state.Options.Users.FirstOrDefault(u => u.User == call.Header("OB_User")) ?? throw Faults.Login();
        if (!IsNear(call.Header("OB_DATE"))) throw Faults.Login();
        if (!Matches(signature, Signature(call, user))) throw Faults.Login();
        if (!user.Active) throw Faults.NotActive();
        if (call.Header("OB_Terminal") != user.Terminal) throw Faults.BadTerminal();
        if (call.Header("OB_POS") is { Length: > 0 } pointOfSale && pointOfSale != user.PointOfSale) throw Faults.BadPointOfSale();
        if (call.Header("OB_Channel") is not { Length: > 0 } named) return new Caller(user, null);
        return long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var channel) && user.Channels.Contains(channel) && state.Channels.ContainsKey(channel)
            ? new Caller(user, channel)
            : throw Faults.BadChannel();
    }

    /// <summary>Milliseconds or seconds since 1970: clients write both.</summary>
    private bool IsNear(string date)
    {
        if (!long.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) || stamp > 100_000_000_000_000) return false;
        var at = stamp > 100_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(stamp) : DateTimeOffset.FromUnixTimeSeconds(stamp);
        return (state.Clock.GetUtcNow() - at).Duration() <= state.Options.ClockSkew;
    }

    private static string Signature(Call call, OneboxChannelsUser user)
    {
        var parameters = Asked.Given(call)
            .OrderBy(p => p.Name.ToLowerInvariant(), StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}").ToList();
        var said = $"{call.Method}\n{call.Header("OB_DATE")}\n{call.Path}" + (parameters.Count == 0 ? "" : "?" + string.Join('&', parameters));
#pragma warning disable CA5350 // The documented scheme.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(user.Password + user.Licence), Encoding.UTF8.GetBytes(said)));
#pragma warning restore CA5350
    }

    private static bool Matches(string given, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
}
