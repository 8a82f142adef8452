using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Onebox;

/// <summary>The channel that a connection sells through and its API key, as both Onebox pages name them (Distribution 1b.2).</summary>
/// <param name="ChannelId">The Onebox channel; a token is bound to it.</param>
/// <param name="Secret">The channel's API key.</param>
/// <param name="ClientId">Fixed for sellers unless Onebox says otherwise.</param>
internal sealed record OneboxAccount(Uri BaseUrl, string ChannelId, string Secret, string ClientId)
{
    /// <summary>The settings whose values are secret; for the manners of every wire that uses these tokens.</summary>
    public static readonly string[] SecretSettings = ["client_secret", "ApiKey"];

    /// <summary>The connection's account; null when channel or key is missing.</summary>
    public static OneboxAccount? Of(ConnectionFacts connection) =>
        connection.Find("channel_id", "ChannelId") is { } channel && connection.Find(SecretSettings) is { } secret
            ? new(connection.BaseUrl, channel, secret, connection.Find("client_id", "ClientId") ?? "seller-channel-client")
            : null;

    public static Refusal Missing(ConnectionFacts connection) => new(RefusalReason.NotAuthorised,
        $"The connection {connection.Name} has no channel_id or no client_secret. Nothing was sent; an admin enters both under Connections.");

    /// <summary>What the token call sends. Never logged: the plumbing strikes the key.</summary>
    public WireBody TokenForm() => new(System.Text.Encoding.UTF8.GetBytes(string.Join('&',
        $"grant_type=client_credentials", $"channel_id={Uri.EscapeDataString(ChannelId)}",
        $"client_id={Uri.EscapeDataString(ClientId)}", $"client_secret={Uri.EscapeDataString(Secret)}")), "application/x-www-form-urlencoded");

    /// <summary>Names the channel, never the key.</summary>
    public override string ToString() => $"Onebox channel {ChannelId}";
}
