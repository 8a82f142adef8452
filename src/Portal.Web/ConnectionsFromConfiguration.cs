using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Web;

/// <summary>
/// The section <c>Connections</c> as the domain wants it. A connection marked <c>Sandbox: true</c> that names no <c>BaseUrl</c> gets
/// the sandbox's; without a sandbox it is left out. A name may be spelt in several ways (<c>X-Api-Key</c> in a file,
/// <c>XApiKey</c> in an environment variable): the source that is asked last wins, as it does for one spelling.
/// </summary>
internal static class ConnectionsFromConfiguration
{
    public static IReadOnlyList<ConnectionSetting> Read(IConfiguration configuration, Uri? sandbox) =>
        [.. configuration.GetSection("Connections").GetChildren().SelectMany(connection => Read(connection, sandbox, Sources(configuration)))];

    private static List<IConfigurationProvider> Sources(IConfiguration configuration) => [.. ((IConfigurationRoot)configuration).Providers];

    private static IEnumerable<ConnectionSetting> Read(IConfigurationSection connection, Uri? sandbox, List<IConfigurationProvider> sources)
    {
        var isSandboxed = connection.GetValue<bool>("Sandbox") && string.IsNullOrWhiteSpace(connection["BaseUrl"]);
        if (isSandboxed && sandbox is null)
            return [];
        var settings = connection.AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null && !value.Key.Equals("Sandbox", StringComparison.OrdinalIgnoreCase))
            .GroupBy(value => ConnectionFacts.Plain(value.Key))
            .Select(spellings => spellings.MaxBy(value => sources.FindLastIndex(source => source.TryGet($"{connection.Path}:{value.Key}", out _))))
            .Select(value => new ConnectionSetting(connection.Key, value.Key, value.Value!));
        return isSandboxed ? settings.Append(new ConnectionSetting(connection.Key, "BaseUrl", sandbox!.ToString())) : settings;
    }
}
