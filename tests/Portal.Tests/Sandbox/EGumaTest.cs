using System.Net;
using System.Text;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, called over real HTTP with plain JSON: no type is shared with it.</summary>
public abstract class EGumaTest : IAsyncLifetime
{
    private HttpClient http = null!;

    private protected HandClock Clock { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected EGumaSamples Samples => Sandbox.EGuma.Samples;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock });
        http = new HttpClient { BaseAddress = Sandbox.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private protected Task<EGumaHeard> Get(string path, string key = EGumaOptions.DemoKey) => Send(HttpMethod.Get, path, null, key);

    private protected Task<EGumaHeard> Post(string path, object body, string key = EGumaOptions.DemoKey, string? idempotency = null) =>
        Send(HttpMethod.Post, path, body, key, idempotency);

    private protected async Task<EGumaHeard> Send(
        HttpMethod method, string path, object? body, string? key, string? idempotency = null, string contentType = "application/json")
    {
        var address = key is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}apikey={key}";
        using var request = new HttpRequestMessage(method, "/v1/ticketing" + address);
        request.Content = new ByteArrayContent(body is null ? [] : body is string raw ? Encoding.UTF8.GetBytes(raw) : JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (idempotency is not null) request.Headers.Add("Idempotency-Key", idempotency);
        using var response = await http.SendAsync(request);
        return new EGumaHeard(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Contains("Idempotency-Replayed"));
    }

    private protected Task<byte[]> File(string url) => http.GetByteArrayAsync(new Uri(url));

    private protected static object Item(SlotSample of, int quantity) => new { category_id = of.CategoryId, quantity };

    private protected static object Wanted(SlotSample of, int quantity) =>
        new { product_id = of.ProductId, starts_at = of.StartsAt, items = new[] { Item(of, quantity) } };

    private protected Task<EGumaHeard> Reserve(SlotSample of, int quantity) => Post("/reservation.json", Wanted(of, quantity));

    private protected async Task<string> Reserved(SlotSample of, int quantity)
    {
        var heard = await Reserve(of, quantity);
        Assert.Equal(HttpStatusCode.OK, heard.Status);
        return heard["reservation_id"];
    }

    private protected static object BookingOf(SlotSample of, int quantity, string? reservation = null, string language = "de") => new
    {
        reservation_id = reservation, product_id = of.ProductId, starts_at = of.StartsAt, items = new[] { Item(of, quantity) },
        customer = new { first_name = "Ada", last_name = "Byron", email = "ada@example.org" }, language,
    };

    private protected Task<EGumaHeard> Book(SlotSample of, int quantity, string? reservation = null, string idempotency = "key-1") =>
        Post("/booking.json", BookingOf(of, quantity, reservation), idempotency: idempotency);

    private protected async Task<EGumaHeard> Booked(SlotSample of, int quantity, string idempotency = "key-1")
    {
        var heard = await Book(of, quantity, idempotency: idempotency);
        Assert.Equal(HttpStatusCode.OK, heard.Status);
        return heard;
    }

    private protected int? Left(SlotSample of) => Sandbox.EGuma.Left(of.ProductId, of.StartsAt);

    private protected static void Refused(HttpStatusCode status, string code, EGumaHeard heard) => Assert.Equal((status, code), (heard.Status, heard["error_code"]));
}

/// <summary>An answer as it came over the wire.</summary>
internal sealed record EGumaHeard(HttpStatusCode Status, string Text, bool Replayed)
{
    public JsonElement Body => JsonSerializer.Deserialize<JsonElement>(Text);

    public string this[string member] => Body.GetProperty(member).ToString();
}
