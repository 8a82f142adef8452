using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Catalog;

public sealed class SeedConnectionsTests : IAsyncLifetime
{
    private readonly ConnectionSeal seal = new(new EphemeralDataProtectionProvider());
    private PortalDatabase database = null!;

    public async Task InitializeAsync() => database = await PortalDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task The_first_start_makes_a_connection_with_its_channel_and_terms()
    {
        Assert.Empty(await SeedAsync(("Provider", "xs2event"), ("BaseUrl", "https://api.example/"), ("X-Api-Key", "secret"), ("Margin", "45"),
            ("FeePerTicket", "1.90"), ("FeeCurrency", "eur"), ("TimeZone", "Europe/Amsterdam"), ("Channel", "Desks")));

        var row = await ReadAsync();
        Assert.Equal(("XS2Event", "https://api.example", true, 45, 1.90m, "EUR"),
            (row.ProviderKind, row.BaseUrl, row.IsEnabled, row.MarginSeconds, row.FeePerTicket, row.FeeCurrency));
        Assert.Equal("secret", Facts(row).Find("X-Api-Key"));
        await using var db = database.Open();
        var channel = await db.Channels.SingleAsync();
        Assert.Equal(("Desks", true, false, channel.Id), (channel.Name, channel.SellingOn, channel.BookingOn, row.ChannelId!.Value));
    }

    [Fact]
    public async Task Secrets_are_sealed_in_the_row()
    {
        await SeedAsync(("Provider", "XS2Event"), ("BaseUrl", "https://api.example"), ("X-Api-Key", "very secret"));

        Assert.DoesNotContain("very secret", (await ReadAsync()).SealedValues, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_configuration_names_wins_and_the_rest_keeps_what_the_database_has()
    {
        await SeedAsync(("Provider", "XS2Event"), ("BaseUrl", "https://api.example"), ("X-Api-Key", "old"), ("Contract", "A"), ("Margin", "45"), ("TimeZone", "Europe/Madrid"));

        await SeedAsync("xs2EVENT", ("BaseUrl", "http://127.0.0.1:9000"), ("XApiKey", "new"), ("Margin", ""));

        var row = await ReadAsync();
        Assert.Equal(("http://127.0.0.1:9000", 45, "Europe/Madrid"), (row.BaseUrl, row.MarginSeconds, row.TimeZone));
        Assert.Equal(("new", "A"), (Facts(row).Find("X-Api-Key"), Facts(row).Find("contract")));
        Assert.Equal(2, Facts(row).Values.Count);
    }

    [Fact]
    public async Task A_connection_that_points_elsewhere_forgets_how_far_the_former_catalogue_was_read()
    {
        await SeedAsync(("Provider", "XS2Event"), ("BaseUrl", "https://api.example"));
        await ChangeAsync(row => (row.CatalogMark, row.CatalogReadAt) = ("2027-01-01", DateTime.UnixEpoch));

        await SeedAsync(("BaseUrl", "https://api.example"));
        Assert.Equal("2027-01-01", (await ReadAsync()).CatalogMark);
        await SeedAsync(("BaseUrl", "https://test.example"));
        Assert.Null((await ReadAsync()).CatalogMark);
    }

    [Theory]
    [InlineData("Provider", "Ticketmeister", "names no provider that is built in")]
    [InlineData("BaseUrl", "api.example", "begins with http")]
    [InlineData("BaseUrl", "https://user:pass@api.example", "begins with http")]
    [InlineData("MarginSeconds", "-1", "seconds")]
    [InlineData("TimeZone", "Mars/Olympus", "time zone")]
    [InlineData("Enabled", "perhaps", "true or false")]
    public async Task A_wrong_value_switches_the_connection_off_and_names_the_key_alone(string key, string value, string says)
    {
        await SeedAsync(("Provider", "XS2Event"), ("BaseUrl", "https://api.example"));

        var problem = Assert.Single(await SeedAsync((key, value)));

        Assert.StartsWith($"Connections:XS2Event:{key} ", problem, StringComparison.Ordinal);
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
        var row = await ReadAsync();
        Assert.Equal((false, problem, "https://api.example"), (row.IsEnabled, row.ConfigurationProblem, row.BaseUrl));
    }

    [Fact]
    public async Task Corrected_it_is_on_again_but_what_a_person_switched_off_stays_off()
    {
        await SeedAsync(("Provider", "XS2Event"), ("BaseUrl", "https://api.example"));
        await SeedAsync(("BaseUrl", "nonsense"));
        await SeedAsync(("BaseUrl", "https://api.example"));
        Assert.True((await ReadAsync()).IsEnabled);

        await ChangeAsync(row => row.IsEnabled = false);
        await SeedAsync(("BaseUrl", "nonsense"));
        await SeedAsync(("BaseUrl", "https://api.example"));
        Assert.False((await ReadAsync()).IsEnabled);
    }

    [Fact]
    public async Task A_new_connection_with_a_wrong_value_is_not_made_and_the_others_are()
    {
        var problems = await Verb().RunAsync(
            [new("Bad", "Provider", "XS2Event"), new("Good", "Provider", "XS2Event"), new("Good", "BaseUrl", "https://api.example")], default);

        Assert.Equal("Connections:Bad:BaseUrl is missing.", Assert.Single(problems));
        Assert.Equal("Good", (await ReadAsync()).Name);
    }

    private Task<IReadOnlyList<string>> SeedAsync(params (string Key, string Value)[] values) => SeedAsync("XS2Event", values);

    private Task<IReadOnlyList<string>> SeedAsync(string name, params (string Key, string Value)[] values) =>
        Verb().RunAsync([.. values.Select(v => new ConnectionSetting(name, v.Key, v.Value))], default);

    private SeedConnections Verb() => new(database.Factory, new ProviderDirectory([new NamedProvider("XS2Event")]), seal, NullLogger<SeedConnections>.Instance);

    private async Task<Connection> ReadAsync()
    {
        await using var db = database.Open();
        return await db.Connections.AsNoTracking().SingleAsync();
    }

    private async Task ChangeAsync(Action<Connection> change)
    {
        await using var db = database.Open();
        change(await db.Connections.SingleAsync());
        await db.SaveChangesAsync();
    }

    private ConnectionFacts Facts(Connection row) => new(row.Id, row.Name, row.ProviderKind, new Uri(row.BaseUrl), seal.Open(row.SealedValues));
}
