using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portal.Sandbox.Control;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.Onebox;

/// <summary><c>POST /oauth/token</c>, where both Onebox APIs get their bearer tokens.</summary>
internal sealed class OneboxTokenProvider(OneboxTokens tokens) : PretendedProvider
{
    private const string Scope =
        "api-channels-all api-distribution-all api-catalog-all api-external-all api-gateway api-customers-mgmt-all api-orders-mgmt-all";

    public override string Name => "onebox";

    public override void Map(Operations operations) => operations.Post("/oauth/token", "token", Issue);

    public override string KeyOf(Call call) => Form(call).TryGetValue("channel_id", out var channel) ? $"channel {channel}" : "(none)";

    public override void Befall(Scenario scenario, Call call)
    {
        // Tokens have no stock, no price and no hold.
    }

    public override Reply Throttled() => OneboxAnswers.Throttled();

    public override Reply Unauthorized() => OneboxAnswers.OAuth(400, "invalid_grant", "User not validated");

    public override Reply ServerError() => OneboxAnswers.OAuth(500, "server_error", "Internal error");

    public override Markup Panel(string find) => Markup.Of($"""
        <p>Both Onebox APIs take these tokens. A new one does not end an older one.</p>
        {Page.Button("/sandbox/onebox/tokens/revoke", "Revoke all tokens")}
        {Page.Table("Channels", ["Channel", "Name", "Validated"], [.. tokens.Options.Channels.Select(c => Markup.Of(
            $"<tr><td>{c.ChannelId}</td><td>{c.Name}</td><td>{(c.Validated ? "yes" : "no")}</td></tr>"))])}
        """);

    public override void MapControl(ControlActs acts) => acts.Post("/onebox/tokens/revoke", "/sandbox/onebox", _ =>
    {
        tokens.RevokeAll();
        return null;
    });

    private Reply Issue(Call call)
    {
        if (!call.Header("Content-Type").StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return OneboxAnswers.OAuth(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        var form = Form(call);
        foreach (var needed in (ReadOnlySpan<string>)["grant_type", "channel_id", "client_id", "client_secret"])
            if (!form.TryGetValue(needed, out var given) || given.Count != 1 || given[0] is not { Length: > 0 })
                return OneboxAnswers.OAuth(400, "invalid_request", $"{needed} is needed, once.");
        if (form["grant_type"] != "client_credentials") return OneboxAnswers.OAuth(400, "unsupported_grant_type", "Unsupported grant type");
        if (form["client_id"] != "seller-channel-client") return OneboxAnswers.OAuth(401, "invalid_client", "Bad client credentials");

        var channel = tokens.Options.Channels.FirstOrDefault(c => $"{c.ChannelId}" == form["channel_id"]);
        if (channel is not { Validated: true }) return OneboxAnswers.OAuth(400, "invalid_grant", "User not validated");
        if (channel.Secret != form["client_secret"]) return OneboxAnswers.OAuth(401, "invalid_client", "Bad client credentials");

        var id = Guid.NewGuid().ToString();
        return Reply.Json(200, new
        {
            access_token = tokens.Issue(channel.ChannelId, id),
            token_type = "bearer",
            refresh_token = Guid.NewGuid().ToString("N"),
            expires_in = (long)tokens.Options.TokenLifetime.TotalSeconds - 1,
            scope = Scope,
            authInfo = new { channelId = channel.ChannelId },
            jti = id,
        });
    }

    private static Dictionary<string, StringValues> Form(Call call)
    {
        using var reader = new FormReader(call.Text);
        return reader.ReadForm();
    }
}
