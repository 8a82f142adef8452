namespace Portal.Sandbox.Onebox;

/// <summary>A sales channel that Onebox gave an API key.</summary>
/// <param name="ChannelId">What a token is bound to.</param>
/// <param name="Secret">Its API key: the token call's <c>client_secret</c>.</param>
/// <param name="Validated">False while Onebox has not validated it: it gets no token.</param>
public sealed record OneboxChannel(long ChannelId, string Secret, string Name, bool Validated = true);

/// <summary>What both Onebox APIs share: the channels and their tokens.</summary>
public sealed class OneboxOptions
{
    /// <summary>The channel that the demo portal sells through, and its API key.</summary>
    public const long DemoChannel = 1310;

    /// <inheritdoc cref="DemoChannel" />
    public const string DemoSecret = "sandbox-onebox-demo-key";

    /// <summary>A second seller's channel and API key, for what must stay invisible.</summary>
    public const long OtherChannel = 1311;

    /// <inheritdoc cref="OtherChannel" />
    public const string OtherSecret = "sandbox-onebox-other-key";

    /// <summary>A channel that Onebox has not validated yet, and its API key.</summary>
    public const long NewChannel = 1312;

    /// <inheritdoc cref="NewChannel" />
    public const string NewSecret = "sandbox-onebox-new-key";

    /// <summary>Who may ask for tokens.</summary>
    public IList<OneboxChannel> Channels { get; } =
    [
        new(DemoChannel, DemoSecret, "Portal demo channel"),
        new(OtherChannel, OtherSecret, "Another seller's channel"),
        new(NewChannel, NewSecret, "A channel still waiting for validation", Validated: false),
    ];

    /// <summary>How long a token is good, in sandbox time.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(12);
}
