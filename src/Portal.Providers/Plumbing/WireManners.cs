using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>What the plumbing must know of a provider's wire to talk on it; the same for all its connections.</summary>
/// <param name="Provider">The adapter's kind, for messages.</param>
public sealed record WireManners(string Provider)
{
    /// <summary>Statuses with which this provider asks us to slow down (each page, 'rate limit'). Nothing was done then.</summary>
    public IReadOnlySet<int> ThrottleStatuses { get; init; } = new HashSet<int> { 429 };

    /// <summary>Settings of a connection whose values are secret: they are struck out wherever they turn up.</summary>
    public IReadOnlyList<string> SecretSettings { get; init; } = [];

    /// <summary>Query parameters and form fields whose values are secret (e-guma <c>apikey</c>).</summary>
    public IReadOnlyList<string> SecretFields { get; init; } = [];

    /// <summary>Members whose values tell of a person, besides those every adapter shares (<see cref="PersonalFields"/>).</summary>
    public IReadOnlyList<string> PersonalFields { get; init; } = [];

    /// <summary>
    /// A member by which an object of JSON is known to tell of one person: all its other members are struck, also those that no document
    /// names, but for <see cref="PlainOfPerson"/>. Null where the wire has none.
    /// </summary>
    public string? PersonMark { get; init; }

    /// <summary>What says nothing of a person although it stands beside <see cref="PersonMark"/>: ids, what is wanted.</summary>
    public IReadOnlyList<string> PlainOfPerson { get; init; } = [];

    /// <summary>Headers of an answer that the adapter or its journal wants to see (Onebox <c>OB_Error_Code</c>, <c>ob-audit-trace-id</c>); all others are dropped.</summary>
    public IReadOnlyList<string> KeptHeaders { get; init; } = [];

    /// <summary>How long one read may take, unless the connection's <c>ReadTimeoutSeconds</c> says otherwise.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one write may take, unless the connection's <c>WriteTimeoutSeconds</c> says otherwise.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Tells the 5xx that are answers after all and say that nothing was done: SOAP 1.1 sends its faults with 500, also those of a wrong
    /// password. Without it every 5xx is silence.
    /// </summary>
    public Func<WireReply, bool> IsAnswer { get; init; } = static _ => false;

    /// <summary>How many requests a minute the provider takes, unless the connection's <c>RequestsPerMinute</c> says otherwise; null when it names no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Puts the account's proof on a request. Answers with a refusal when the connection has none.</summary>
    public Func<HttpRequestMessage, ConnectionFacts, CancellationToken, ValueTask<Refusal?>> AuthoriseAsync { get; init; } =
        (_, _, _) => ValueTask.FromResult<Refusal?>(null);
}
