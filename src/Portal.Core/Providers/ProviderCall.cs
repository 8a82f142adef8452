namespace Portal.Core.Providers;

/// <summary>
/// A name a provider gave to something of ours: reservation, cart token, order code. Opaque; never parsed by anybody but its adapter. At
/// most 400 characters.
/// </summary>
/// <param name="Kind">What it names, in the provider's word. With a full stop in front it is a note of the adapter to itself, not shown to people.</param>
public sealed record ProviderReference(string Kind, string Value)
{
    /// <summary>True for what only the adapter can read: what it must remember where its wire cannot be asked.</summary>
    public bool IsNote => Kind.StartsWith('.');
}

/// <summary>What a call is about, so that its journal entry can be found from the page that shows it.</summary>
public sealed record CallSubject(Guid? HoldId = null, Guid? OrderId = null)
{
    public static readonly CallSubject None = new();
}

/// <summary>Everything that goes along with one question to a provider besides the question itself.</summary>
/// <param name="Connection">Whose account is used.</param>
/// <param name="Subject">What it is about.</param>
public sealed record ProviderCall(ConnectionFacts Connection, CallSubject Subject)
{
    /// <summary>The names the provider has given so far to the hold, order or fulfilment that the call is about, oldest first.</summary>
    public IReadOnlyList<ProviderReference> References { get; init; } = [];

    /// <summary>
    /// Saves a name the moment it is known, before the call goes on. A wire that creates an empty container first (Onebox cart token,
    /// Distribution order id) must call it before anything is put in, so that a broken second half can be found again.
    /// </summary>
    public Func<ProviderReference, CancellationToken, Task> RememberAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>The latest reference of that kind, or null.</summary>
    public string? Find(string kind) => References.LastOrDefault(r => r.Kind == kind)?.Value;
}
