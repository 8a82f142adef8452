using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Portal.Sandbox;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxChannels;

namespace Portal.Tests.Sandbox;

/// <summary>An answer as it came over the wire; elements are found by local name, attributes by name.</summary>
internal sealed record HeardXml(HttpStatusCode Status, string? Code, string Text)
{
    public XElement Root => XElement.Parse(Text);

    /// <summary>The root's attribute of that name.</summary>
    public string this[string attribute] => Root.Attribute(attribute)!.Value;

    public IReadOnlyList<XElement> All(string name) => [.. Root.DescendantsAndSelf().Where(e => e.Name.LocalName == name)];

    public string Value(string name) => All(name)[0].Value;

    public IReadOnlyList<string> Items => [.. Root.Elements().Where(e => e.Name.LocalName is "shopping-cart-item" or "order-item").Select(e => e.Attribute("id")!.Value)];
}

/// <summary>A sandbox of its own for each test, called over real HTTP and signed by hand: no type is shared with it.</summary>
public abstract class OneboxChannelsTest : IAsyncLifetime
{
    private protected const string Root = "/onebox-rest2/rest";

    private protected HandClock Clock { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected OneboxChannelsWorld World => Sandbox.OneboxChannels;

    private protected OneboxChannelsSamples Samples => World.Samples;

    private protected HttpClient Http { get; private set; } = null!;

    public Task InitializeAsync() => StartAsync(null);

    /// <summary>Ends the sandbox and starts another one that remembers what the file says.</summary>
    private protected async Task RestartAsync(string path)
    {
        await DisposeAsync();
        await StartAsync(path);
    }

    private async Task StartAsync(string? path)
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path });
        Http = new HttpClient { BaseAddress = Sandbox.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private protected Task<HeardXml> Get(string path, params (string, string)[] query) => Send(HttpMethod.Get, path, query, Signed());

    private protected Task<HeardXml> Post(string path, params (string, string)[] form) => Send(HttpMethod.Post, path, form, Signed());

    /// <param name="headers">Adds what lets the request in, from the time of the sandbox and the text that is signed.</param>
    private protected async Task<HeardXml> Send(HttpMethod method, string path, (string Name, string Value)[] given, Action<HttpRequestMessage, (string, string)[]> headers)
    {
        var pairs = given.Select(g => KeyValuePair.Create(g.Name, g.Value)).ToList();
        var query = method == HttpMethod.Get && pairs.Count > 0 ? "?" + string.Join('&', pairs.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")) : "";
        using var request = new HttpRequestMessage(method, Root + path + query);
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(pairs);
        headers(request, given);
        using var response = await Http.SendAsync(request);
        return new HeardXml(response.StatusCode, response.Headers.TryGetValues("OB_Error_Code", out var codes) ? codes.Single() : null, await response.Content.ReadAsStringAsync());
    }

    private protected Action<HttpRequestMessage, (string, string)[]> Signed(
        OneboxChannelsUser? user = null, long? channel = null, string? date = null, string? terminal = null, string? pointOfSale = null, string? password = null) => (request, given) =>
    {
        var by = user ?? OneboxChannelsOptions.Demo;
        var stamp = date ?? Sandbox.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var path = request.RequestUri!.OriginalString.Split('?')[0];
        var parameters = string.Join('&', given.OrderBy(g => g.Item1.ToLowerInvariant(), StringComparer.Ordinal).ThenBy(g => g.Item2, StringComparer.Ordinal).Select(g => $"{g.Item1}={g.Item2}"));
        var said = $"{request.Method}\n{stamp}\n{path}{(parameters.Length > 0 ? "?" + parameters : "")}";
#pragma warning disable CA5350 // The documented scheme.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes((password ?? by.Password) + by.Licence), Encoding.UTF8.GetBytes(said)));
#pragma warning restore CA5350
        request.Headers.TryAddWithoutValidation("Authorization", "OB_HMAC " + signature);
        request.Headers.Add("OB_DATE", stamp);
        request.Headers.Add("OB_User", by.User);
        request.Headers.Add("OB_Terminal", terminal ?? by.Terminal);
        if (pointOfSale is not null) request.Headers.Add("OB_POS", pointOfSale);
        if (channel is not 0) request.Headers.Add("OB_Channel", (channel ?? by.Channels[0]).ToString(CultureInfo.InvariantCulture));
    };

    private protected async Task<string> TokenAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["channel_id"] = $"{OneboxOptions.DemoChannel}", ["client_id"] = "seller-channel-client", ["client_secret"] = OneboxOptions.DemoSecret,
        });
        using var response = await Http.PostAsync("/oauth/token", form);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private protected static void Refused(string code, HttpStatusCode status, HeardXml heard)
    {
        Assert.Equal(code, heard.Code);
        Assert.Equal(status, heard.Status);
    }

    private protected static HeardXml Good(HeardXml heard)
    {
        Assert.True(heard.Status == HttpStatusCode.OK, heard.Text);
        return heard;
    }

    private protected async Task<string> CartAsync() => Good(await Post("/shoppingCart/create"))["token"];

    private protected Task<HeardXml> AddBest(string token, PlaceSample of, int count, params (string, string)[] more) =>
        Post("/shoppingCart/addBestSeats", [("token", token), ("idSession", $"{of.SessionId}"), ("numSeats", $"{count}"), ("idPriceZone", $"{of.OfferId}"), .. more]);

    private protected async Task<string> CartWithAsync(PlaceSample of, int count)
    {
        var token = await CartAsync();
        Good(await AddBest(token, of, count));
        Good(await Post("/shoppingCart/clientData", ("token", token), ("firstName", "Ada"), ("lastName", "Byron"), ("email", "ada@example.org"), ("telephone", "+34600000000")));
        return token;
    }

    private protected Task<HeardXml> Create(string token, string type = "PURCHASE") => Post("/order/createOrder", ("token", token), ("orderType", type));

    private protected async Task<HeardXml> CreatedAsync(PlaceSample of, int count, string type = "PURCHASE") => Good(await Create(await CartWithAsync(of, count), type));

    private protected Task<HeardXml> Commit(string code, string? amount = null) => Post("/order/commitOrder", [("orderCode", code), .. amount is null ? [] : new[] { Paid(amount) }]);

    private protected static (string, string) Paid(string amount) =>
        ("payments", $"<payments xmlns=\"http://www.oneboxtm.es/ns/input-data/purchase/order\"><payment type=\"CASH\" value=\"{amount}\"/></payments>");

    private protected async Task<HeardXml> BookedAsync(PlaceSample of, int count) => Good(await Commit((await CreatedAsync(of, count, "BOOKING"))["orderCode"]));

    private protected int Left(PlaceSample of) => World.Left(of.SessionId, of.OfferId);
}
