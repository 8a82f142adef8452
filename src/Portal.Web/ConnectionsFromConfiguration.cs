using Portal.Core.Catalog;

namespace Portal.Web;

/// <summary>
/// The section <c>Connections</c> as the domain wants it. A connection marked <c>Sandbox: true</c> that names no <c>BaseUrl</c> gets
/// the sandbox's; without a sandbox it is left out.
/// </summary>
internal static class ConnectionsFromConfiguration
{
    public static IReadOnlyList<ConnectionSetting> Read(IConfiguration configuration, Uri? sandbox) =>
        [.. configuration.GetSection("Connections").GetChildren().SelectMany(connection => Read(connection, sandbox))];

    private static IEnumerable<ConnectionSetting> Read(IConfigurationSection connection, Uri? sandbox)
    {
        var isSandboxed = connection.GetValue<bool>("Sandbox") && string.IsNullOrWhiteSpace(connection["BaseUrl"]);
        if (isSandboxed && sandbox is null)
            return [];
        var settings = connection.AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null && !value.Key.Equals("Sandbox", StringComparison.OrdinalIgnoreCase))
            .Select(value => new ConnectionSetting(connection.Key, value.Key, value.Value!));
        return isSandboxed ? settings.Append(new ConnectionSetting(connection.Key, "BaseUrl", sandbox!.ToString())) : settings;
    }
}
