using Portal.Sandbox.EGuma;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxChannels;
using Portal.Sandbox.OneboxDistribution;
using Portal.Sandbox.SecuTix;
using Portal.Sandbox.Xs2Event;

namespace Portal.Sandbox;

/// <summary>How one sandbox is started: where it listens, what it remembers, whose time it uses.</summary>
public sealed class SandboxOptions
{
    /// <summary>The address to listen on. Port 0 picks a free one; read it back from <see cref="SandboxServer.BaseUrl"/>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>The SMTP sink's port on 127.0.0.1; 0 picks a free one.</summary>
    public int SmtpPort { get; set; }

    /// <summary>
    /// A file that everything changeable is written to before an answer leaves, and read from at start, so that the
    /// pretended providers outlive the process that hosts them. Null keeps it in memory.
    /// </summary>
    public string? StatePath { get; set; }

    /// <summary>Whose time it is; null is the real one. The sandbox's own clock can be moved forward on top of it.</summary>
    public TimeProvider? Time { get; set; }

    /// <summary>The pretended XS2Event's settings.</summary>
    public Xs2EventOptions Xs2Event { get; set; } = new();

    /// <summary>The pretended e-guma's settings.</summary>
    public EGumaOptions EGuma { get; set; } = new();

    /// <summary>The channels and tokens that both pretended Onebox APIs share.</summary>
    public OneboxOptions Onebox { get; set; } = new();

    /// <summary>The pretended Onebox Distribution's settings.</summary>
    public DistributionOptions OneboxDistribution { get; set; } = new();

    /// <summary>The pretended SecuTix's settings.</summary>
    public SecuTixOptions SecuTix { get; set; } = new();

    /// <summary>The pretended Onebox Channels' settings.</summary>
    public OneboxChannelsOptions OneboxChannels { get; set; } = new();
}
