using Portal.Sandbox.Control;

namespace Portal.Sandbox.Http;

/// <summary>What the shared parts need from each provider that is pretended: its paths, its manners, its panel.</summary>
internal abstract class PretendedProvider
{
    /// <summary>Its name in operations and in the ledger, for instance <c>xs2event</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Names of query parameters that carry a secret and are never shown.</summary>
    public virtual IReadOnlyList<string> SecretParameters => [];

    /// <summary>Maps its own paths; every one through <paramref name="operations"/>.</summary>
    public abstract void Map(Operations operations);

    /// <summary>What it calls its caller's secret, shortened for the ledger.</summary>
    public abstract string KeyOf(Call call);

    /// <summary>The body as the ledger may show it: a provider whose bodies carry a secret takes it out.</summary>
    public virtual string ShownBody(Call call) => call.Text;

    /// <summary>
    /// Called when a call has come in, before anything is done with it; disposed when its answer has left. For a provider to which
    /// it matters that a call is still being worked on, also while a scenario makes it slow.
    /// </summary>
    public virtual IDisposable? Arrive(Call call) => null;

    /// <summary>Lets a scenario that is about stock, price or a hold happen to what the call names.</summary>
    public abstract void Befall(Scenario scenario, Call call);

    public abstract Reply Throttled();

    public abstract Reply Unauthorized();

    /// <summary>The same, for a provider whose wires say it differently.</summary>
    public virtual Reply Unauthorized(Call call) => Unauthorized();

    public abstract Reply ServerError();

    /// <summary>Its own page under <c>/sandbox/{name}</c>; <paramref name="find"/> is what was typed into the page's search.</summary>
    public abstract Markup Panel(string find);

    /// <summary>What its own page and its part of the control API can do.</summary>
    public abstract void MapControl(ControlActs acts);

    /// <summary>Enough of a secret to tell two apart, not enough to use it.</summary>
    protected static string Shorten(string secret) => secret.Length switch
    {
        0 => "(none)",
        <= 8 => "…",
        _ => secret[..4] + "…" + secret[^2..],
    };
}
