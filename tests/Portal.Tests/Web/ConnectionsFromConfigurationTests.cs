using Microsoft.Extensions.Configuration;
using Portal.Core.Catalog;
using Portal.Web;

namespace Portal.Tests.Web;

public sealed class ConnectionsFromConfigurationTests
{
    private static IReadOnlyList<ConnectionSetting> Read(Uri? sandbox, params Dictionary<string, string?>[] sources)
    {
        var builder = new ConfigurationManager();
        foreach (var source in sources)
            builder.AddInMemoryCollection(source);
        return ConnectionsFromConfiguration.Read(builder, sandbox);
    }

    [Fact]
    public void The_source_asked_last_wins_whatever_the_spelling()
    {
        var settings = Read(null,
            new() { ["Connections:XS2Event:BaseUrl"] = "https://file.example", ["Connections:XS2Event:X-Api-Key"] = "file" },
            new() { ["Connections:XS2Event:BaseUrl"] = "https://environment.example", ["Connections:XS2Event:XApiKey"] = "environment" });

        Assert.Equal([("BaseUrl", "https://environment.example"), ("XApiKey", "environment")], settings.Select(s => (s.Key, s.Value)).Order());
    }

    [Fact]
    public void A_connection_of_the_sandbox_goes_where_it_listens_unless_an_address_is_named()
    {
        var sandbox = new Uri("http://127.0.0.1:5081");

        Assert.Contains(Read(sandbox, new Dictionary<string, string?> { ["Connections:A:Sandbox"] = "true" }), s => (s.Key, s.Value) == ("BaseUrl", sandbox.ToString()));
        Assert.Contains(Read(sandbox, new Dictionary<string, string?> { ["Connections:A:Sandbox"] = "true", ["Connections:A:BaseUrl"] = "https://real.example" }),
            s => (s.Key, s.Value) == ("BaseUrl", "https://real.example"));
        Assert.Empty(Read(null, new Dictionary<string, string?> { ["Connections:A:Sandbox"] = "true" }));
    }
}
