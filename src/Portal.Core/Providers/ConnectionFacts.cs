using System.Globalization;

namespace Portal.Core.Providers;

/// <summary>
/// What an adapter may know of a connection for the length of one call: where, with which secrets, under which contract.
/// A snapshot; changing the connection does not change calls under way.
/// </summary>
/// <param name="Id">The connection's row.</param>
/// <param name="Name">Its name for people and for the configuration section.</param>
/// <param name="ProviderKind">The adapter's <see cref="IProvider.Kind"/>.</param>
/// <param name="BaseUrl">Host root; each wire adds its own documented root path.</param>
/// <param name="Values">
/// Secrets and contract settings by the names of the provider's page. Names match without regard to case, hyphens and underscores,
/// since <c>X-Api-Key</c> cannot be spelt so in an environment variable.
/// </param>
public sealed record ConnectionFacts(Guid Id, string Name, string ProviderKind, Uri BaseUrl, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The setting of that name, or null when it is absent or empty.</summary>
    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var (key, value) in Values)
                if (!string.IsNullOrEmpty(value) && Plain(key) == Plain(name))
                    return value;
        return null;
    }

    /// <summary>
    /// The longest one logical call of this connection may take: its setting <c>CallBudgetSeconds</c>, else what the wire is known for.
    /// Adapters end their calls by it and claims outlive it, so that both always speak of the same time.
    /// </summary>
    public TimeSpan CallBudget(ProviderTraits traits) =>
        double.TryParse(Find("CallBudgetSeconds"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : traits.CallBudget;

    /// <summary>The form in which two spellings of a setting's name are equal.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Names the connection without its secrets, so that it can be logged.</summary>
    public override string ToString() => $"{Name} ({ProviderKind})";
}
