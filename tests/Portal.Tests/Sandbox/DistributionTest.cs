using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxDistribution;

namespace Portal.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, called over real HTTP with plain JSON: no type is shared with it.</summary>
public abstract class DistributionTest : IAsyncLifetime
{
    private protected const string Orders = "/distribution-api/v1/orders";

    private protected HandClock Clock { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected DistributionSamples Samples => Sandbox.OneboxDistribution.Samples;

    private protected HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock });
        Http = await ClientOfAsync(Sandbox, OneboxOptions.DemoChannel, OneboxOptions.DemoSecret);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private protected static async Task<HttpClient> ClientOfAsync(SandboxServer sandbox, long channel, string secret)
    {
        var http = new HttpClient { BaseAddress = sandbox.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
        using var answer = await http.PostAsync("/oauth/token", new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("channel_id", $"{channel}"), new("client_id", "seller-channel-client"), new("client_secret", secret),
        ]));
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private protected async Task<Heard> Send(HttpMethod method, string path, string? order = null, object? body = null, HttpClient? by = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (order is not null) request.Headers.Add("ob-order-id", order);
        using var response = await (by ?? Http).SendAsync(request);
        Assert.NotEmpty(response.Headers.GetValues("ob-audit-trace-id").Single());
        return new Heard(response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    private protected Task<Heard> Get(string path) => Send(HttpMethod.Get, path);

    private protected Task<Heard> Post(string path, string? order, object? body = null) => Send(HttpMethod.Post, Orders + path, order, body);

    private protected Task<Heard> Read(string order) => Send(HttpMethod.Get, Orders, order);

    private protected async Task<string> Created() => (await Post("", null))["id"];

    private protected Task<Heard> Auto(string order, PlaceSample of, int quantity) =>
        Post("/seats-auto", order, new { session_id = of.SessionId, quantity, price_type_id = of.PriceTypeId, rate_id = of.RateId });

    private protected Task<Heard> Seats(string order, PlaceSample of, params long[] ids) =>
        Post("/seats", order, new { seats = ids.Select(id => new { id, session_id = of.SessionId }) });

    /// <summary>An order with places in it.</summary>
    private protected async Task<string> Held(PlaceSample of, int quantity)
    {
        var order = await Created();
        Assert.Equal(HttpStatusCode.OK, (await Auto(order, of, quantity)).Status);
        return order;
    }

    private protected Task<Heard> Buyer(string order) => Post("/buyer-data", order, new { email = "ada@example.org", name = "Ada", surname = "Lovelace" });

    private protected async Task<Heard> PreConfirmed(string order)
    {
        await Buyer(order);
        var heard = await Post("/pre-confirm", order, new { });
        Assert.Equal(HttpStatusCode.OK, heard.Status);
        return heard;
    }

    /// <summary>A sale: its code.</summary>
    private protected async Task<string> Sold(PlaceSample of, int quantity)
    {
        var order = await Held(of, quantity);
        await PreConfirmed(order);
        var heard = await Post("/confirm", order, new { });
        Assert.Equal(HttpStatusCode.OK, heard.Status);
        return heard["code"];
    }

    private protected int Left(PlaceSample of) => Sandbox.OneboxDistribution.Places(of.PriceTypeId).Available;

    private protected static void Refused(Heard heard, int status, string code) => Assert.Equal((status, code), ((int)heard.Status, heard["code"]));

    private protected static string Status(Heard order) => order.Body.GetProperty("status").GetProperty("type").GetString()!;

    private protected static JsonElement[] Items(Heard order) => [.. order.Body.GetProperty("items").EnumerateArray()];

    private protected static decimal Final(Heard order) => order.Body.GetProperty("price").GetProperty("final").GetDecimal();
}
