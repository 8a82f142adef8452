using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, called over real HTTP with plain JSON and XML: no type is shared with it.</summary>
public abstract class SecuTixTest : IAsyncLifetime
{
    private protected HandClock Clock { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected SecuTixSamples Samples => Sandbox.SecuTix.Samples;

    private protected HttpClient Http { get; private set; } = null!;

    private static VirtualOperator Demo { get; } = new SecuTixOptions().Operators[0];

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock });
        Http = new HttpClient { BaseAddress = Sandbox.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }

    /// <summary>Asks another sandbox with the same calls.</summary>
    private protected async Task<T> AtAsync<T>(SandboxServer other, Func<Task<T>> ask)
    {
        var usual = Http;
        using var there = new HttpClient { BaseAddress = other.BaseUrl };
        Http = there;
        try
        {
            return await ask();
        }
        finally
        {
            Http = usual;
        }
    }

    private protected string Token(string? secret = null, int issued = 0, int lasts = 300, string? institution = null, string? name = null, string? partner = null)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds() + issued;
        var claims = new { sub = institution ?? Demo.Institution, aud = name ?? Demo.Operator, iss = partner ?? Demo.Partner, iat = now, exp = now + lasts };
        var said = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{said}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? Demo.Secret), Encoding.UTF8.GetBytes(said)))}";
    }

    private protected async Task<(HttpStatusCode Status, JsonNode Body)> Rest(string path, object body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/tnseb/backend-apis/{path.Replace("/", "/v1_33/", StringComparison.Ordinal)}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", token ?? Token());
        using var response = await Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>The result of a call that went through, whatever its statusCode.</summary>
    private protected async Task<JsonNode> Ask(string path, object body, string? token = null)
    {
        var (status, result) = await Rest(path, body, token);
        Assert.Equal(HttpStatusCode.OK, status);
        return result;
    }

    private protected async Task<JsonNode> Done(string path, object body)
    {
        var result = await Ask(path, body);
        Assert.Equal("success", (string?)result["statusCode"]);
        return result;
    }

    private protected async Task Refused(string key, string path, object body)
    {
        var result = await Ask(path, body);
        Assert.Equal(("error", key), ((string?)result["statusCode"], (string?)result["statusDetail"]));
    }

    private protected static object Put(SecuTixSample of, int quantity, string type = "SALE", long? orderId = null, long? contingentId = null) => of.ItemId is { } itemId
        ? new { pointOfSalesId = Demo.PointOfSalesId, orderType = type, orderId, simpleProductOperations = new[] { new { itemId, audienceSubCategoryId = of.AudienceId, quantity } } }
        : new
        {
            pointOfSalesId = Demo.PointOfSalesId, orderType = type, orderId,
            singleEntryAttributionOperations = new[]
            {
                new
                {
                    operationAttributions = new[]
                    {
                        new { performanceId = of.PerformanceId, seatCategoryId = of.SeatCategoryId, audienceSubCategoryId = of.AudienceId, quantity, contingentId },
                    },
                },
            },
        };

    private protected const string Create = "externalOrderFacade/createOrUpdateOrder";

    private protected async Task<JsonNode> Made(SecuTixSample of, int quantity, string type = "SALE", long? orderId = null) =>
        (await Done(Create, Put(of, quantity, type, orderId)))["orderUpdateData"]!;

    private protected async Task<long> Order(SecuTixSample of, int quantity, string type = "SALE") => (long)(await Made(of, quantity, type))["orderId"]!;

    private protected async Task<JsonNode> Details(long orderId) => (await Done("externalOrderService/getOrderDetails", new { orderId }))["orderDetailsData"]!;

    private protected async Task<string> ExpiryOf(long orderId) => (string)(await Details(orderId))["expirationDate"]!;

    private protected static object Closing(long orderId, string type = "SALE", long? paid = null, long method = 10_229_700_001, int? wait = null, string? contact = null) => new
    {
        orderId, orderType = type, generateBarCodes = true, maxWaitingTime = wait, purchaserInfo = contact is null ? null : new { contactReference = contact },
        payments = paid is null ? null : new[] { new { amount = paid, paymentMethodId = method } },
    };

    private protected async Task<JsonNode> Closed(long orderId, string type = "SALE", long? paid = null)
    {
        await Done("externalOrderService/closeOrder", Closing(orderId, type, paid));
        return await Details(orderId);
    }

    private protected static long[] Ids(JsonNode list, string name) => [.. list.AsArray().Select(e => (long)e![name]!)];
}
