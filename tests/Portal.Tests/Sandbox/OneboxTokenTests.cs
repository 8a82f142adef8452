using System.Net;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Onebox;

namespace Portal.Tests.Sandbox;

public sealed class OneboxTokenTests : IAsyncLifetime
{
    private readonly HandClock _clock = new();
    private SandboxServer _sandbox = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = _clock });
        _http = new HttpClient { BaseAddress = _sandbox.BaseUrl };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_bound_to_one_channel_and_good_for_twelve_hours()
    {
        var answer = await Ask($"{OneboxOptions.DemoChannel}", OneboxOptions.DemoSecret);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("bearer", "43199"), (answer["token_type"], answer["expires_in"]));
        var token = answer["access_token"];
        Assert.Equal(OneboxOptions.DemoChannel, _sandbox.OneboxTokens.ChannelOf(token));
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Null(_sandbox.OneboxTokens.ChannelOf(token));
    }

    [Fact]
    public async Task A_further_token_does_not_end_an_older_one_but_a_new_signing_key_does()
    {
        var first = (await Ask($"{OneboxOptions.DemoChannel}", OneboxOptions.DemoSecret))["access_token"];
        await Ask($"{OneboxOptions.DemoChannel}", OneboxOptions.DemoSecret);
        Assert.NotNull(_sandbox.OneboxTokens.ChannelOf(first));

        _sandbox.OneboxTokens.RevokeAll();

        Assert.Null(_sandbox.OneboxTokens.ChannelOf(first));
    }

    [Theory]
    [InlineData("1312", OneboxOptions.NewSecret, "client_credentials", "seller-channel-client", 400, "invalid_grant")]
    [InlineData("9999", OneboxOptions.DemoSecret, "client_credentials", "seller-channel-client", 400, "invalid_grant")]
    [InlineData("1310", OneboxOptions.OtherSecret, "client_credentials", "seller-channel-client", 401, "invalid_client")]
    [InlineData("1310", OneboxOptions.DemoSecret, "client_credentials", "somebody", 401, "invalid_client")]
    [InlineData("1310", OneboxOptions.DemoSecret, "password", "seller-channel-client", 400, "unsupported_grant_type")]
    [InlineData("", OneboxOptions.DemoSecret, "client_credentials", "seller-channel-client", 400, "invalid_request")]
    public async Task Whoever_may_not_have_one_is_told_why(string channel, string secret, string grant, string client, int status, string error)
    {
        var answer = await Ask(channel, secret, grant, client);

        Assert.Equal((status, error), ((int)answer.Status, answer["error"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    public void What_is_no_token_has_no_channel(string token) => Assert.Null(_sandbox.OneboxTokens.ChannelOf(token));

    private async Task<Heard> Ask(string channel, string secret, string grant = "client_credentials", string client = "seller-channel-client")
    {
        using var response = await _http.PostAsync("/oauth/token", new FormUrlEncodedContent(
        [
            new("grant_type", grant), new("channel_id", channel), new("client_id", client), new("client_secret", secret),
        ]));
        return new Heard(response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }
}
