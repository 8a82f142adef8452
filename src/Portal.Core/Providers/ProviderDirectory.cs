namespace Portal.Core.Providers;

/// <summary>Finds the adapter of a kind. The list itself is in Portal.Providers/ProviderRegistration.</summary>
public sealed class ProviderDirectory(IEnumerable<IProvider> providers)
{
    private readonly Dictionary<string, IProvider> byKind = providers.ToDictionary(p => p.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>All kinds that connections may name.</summary>
    public IReadOnlyCollection<string> Kinds => byKind.Keys;

    /// <exception cref="InvalidOperationException">No adapter of that kind is built in.</exception>
    public IProvider Get(string kind) => byKind.TryGetValue(kind, out var provider)
        ? provider
        : throw new InvalidOperationException($"No provider of the kind '{kind}' is built in. Known: {string.Join(", ", byKind.Keys.Order())}.");

    public bool Knows(string kind) => byKind.ContainsKey(kind);
}
