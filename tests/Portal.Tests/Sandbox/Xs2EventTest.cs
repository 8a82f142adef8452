using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Heard(HttpStatusCode Status, JsonElement Body)
{
    public string this[string member] => Body.GetProperty(member).ToString();

    public string ErrorType => Body.GetProperty("type").GetString()!;
}

/// <summary>A sandbox of its own for each test, called over real HTTP with plain JSON: no type is shared with it.</summary>
public abstract class Xs2EventTest : IAsyncLifetime
{
    private protected HandClock Clock { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected Xs2EventSamples Samples => Sandbox.Xs2Event.Samples;

    private protected HttpClient Http { get; private set; } = null!;

    private protected HttpClient OtherHttp { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock });
        Http = ClientWith(Sandbox, Xs2EventOptions.DemoKey);
        OtherHttp = ClientWith(Sandbox, Xs2EventOptions.OtherKey);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        OtherHttp.Dispose();
        await Sandbox.DisposeAsync();
    }

    private protected static HttpClient ClientWith(SandboxServer sandbox, string key)
    {
        var client = new HttpClient { BaseAddress = sandbox.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    private protected Task<Heard> Get(string path) => Send(HttpMethod.Get, path);

    private protected Task<Heard> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    private protected Task<Heard> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    private protected async Task<Heard> Send(HttpMethod method, string path, object? body = null, HttpClient? by = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await (by ?? Http).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Heard(response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private protected static object Item(TicketSample of, int quantity) =>
        new { ticket_id = of.TicketId, quantity, net_rate = of.NetRate, currency_code = of.Currency };

    private protected Task<Heard> Reserve(TicketSample of, int quantity, string? reference = null) =>
        Post("/v1/reservations", new { items = new[] { Item(of, quantity) }, external_reference_id = reference });

    private protected async Task<string> Reserved(TicketSample of, int quantity)
    {
        var heard = await Reserve(of, quantity);
        Assert.Equal(HttpStatusCode.Created, heard.Status);
        return heard["reservation_id"];
    }

    private protected static object BookingOf(string reservation, string method = "invoice", string email = "ops@example.org") =>
        new { reservation_id = reservation, booking_email = email, payment_method = method, booking_reference = "our-order-77" };

    private protected Task<Heard> Book(string reservation) => Post("/v1/bookings", BookingOf(reservation));

    private protected async Task<Heard> Booked(TicketSample of, int quantity)
    {
        var heard = await Book(await Reserved(of, quantity));
        Assert.Equal(HttpStatusCode.Created, heard.Status);
        return heard;
    }

    private protected async Task<Heard> OnlyOrderOf(Heard booking)
    {
        var list = await Get($"/v1/bookingorders/list?booking_id={booking["booking_id"]}");
        var only = Assert.Single(list.Body.GetProperty("bookingorders").EnumerateArray());
        return await Get($"/v1/bookingorders/{only.GetProperty("bookingorder_id").GetString()}");
    }

    private protected static string[] Names(JsonElement of) => [.. of.EnumerateObject().Select(m => m.Name)];

    private protected int Stock(TicketSample of) => Sandbox.Xs2Event.Ticket(of.TicketId).Stock;
}
