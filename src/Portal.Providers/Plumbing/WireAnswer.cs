using System.Diagnostics.CodeAnalysis;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// What a wire hands to its adapter. Exactly one of three: what was asked for (2xx), a no that is the same for all providers
/// (throttled, unreachable, no key), or any other answer, whose meaning only the adapter knows.
/// </summary>
public sealed record WireAnswer<T> where T : class
{
    public T? Value { get; private init; }
    public Refusal? Refusal { get; private init; }
    /// <summary>An answer that is not a 2xx.</summary>
    public WireReply? Problem { get; private init; }

    [SuppressMessage("Design", "CA1000", Justification = "The three ways to make one read as sentences.")]
    public static WireAnswer<T> Yes(T value) => new() { Value = value };

    [SuppressMessage("Design", "CA1000", Justification = "The three ways to make one read as sentences.")]
    public static WireAnswer<T> No(Refusal refusal) => new() { Refusal = refusal };

    [SuppressMessage("Design", "CA1000", Justification = "The three ways to make one read as sentences.")]
    public static WireAnswer<T> Other(WireReply problem) => new() { Problem = problem };
}
