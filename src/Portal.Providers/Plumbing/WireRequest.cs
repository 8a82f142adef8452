namespace Portal.Providers.Plumbing;

/// <summary>How much of a request and its answer is kept in the journal.</summary>
public enum JournalDepth
{
    /// <summary>Both bodies, redacted and cut.</summary>
    Full,
    /// <summary>Status and size: for long lists and files.</summary>
    SizeOnly,
    /// <summary>Nothing when it went well, status and size when not: for the thousands of catalogue pages.</summary>
    FailuresOnly,
}

/// <summary>What is sent along: the exact bytes and what they are.</summary>
public sealed record WireBody(byte[] Content, string MediaType);

/// <summary>One request as a wire wants it, before anything is known of connection, time or secrets.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="PathAndQuery">Below the connection's base URL, encoded, beginning with a slash.</param>
public sealed record WireRequest(HttpMethod Method, string PathAndQuery)
{
    public WireBody? Body { get; init; }

    /// <summary>True when asking twice does no more than asking once and nothing is done by it. Only such requests are ever repeated.</summary>
    public bool IsRead { get; init; } = Method == HttpMethod.Get;

    /// <summary>What we can read.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Headers of this one request, e.g. an idempotency key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public JournalDepth Depth { get; init; } = JournalDepth.Full;

    /// <summary>Set for a file that lies somewhere else: fetched from there, without the account's proof.</summary>
    public Uri? Elsewhere { get; init; }

    /// <summary>The operation as messages name it, without the query.</summary>
    public string Name => Elsewhere is null ? $"{Method} {PathAndQuery.Split('?')[0]}" : $"{Method} {Elsewhere.GetLeftPart(UriPartial.Path)}";
}
