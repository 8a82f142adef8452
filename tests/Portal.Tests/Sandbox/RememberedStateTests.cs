using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

public sealed class RememberedStateTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("portal-sandbox-").FullName, "state.jsonl");
    private readonly HandClock _clock = new();

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task Everything_made_outlives_the_process_and_a_line_it_could_not_finish()
    {
        string reservation, booking;
        await using (var first = await Start())
        {
            first.Clock.Advance(TimeSpan.FromMinutes(7));
            first.Xs2Event.SetPrice(first.Xs2Event.Samples.Pounds.TicketId, 7777);
            reservation = await Made(first, "/v1/reservations", Of(first, 2), "reservation_id");
            var other = await Made(first, "/v1/reservations", Of(first, 3), "reservation_id");
            booking = await Made(first, "/v1/bookings", new { reservation_id = other, booking_email = "ops@example.org", payment_method = "invoice" }, "booking_id");
        }
        await File.AppendAllTextAsync(_path, """[{"kind":"xs2event.reservation","id":"half""");
        _clock.Advance(TimeSpan.FromDays(1));

        await using var second = await Start();

        Assert.Equal(TimeSpan.FromMinutes(7), second.Clock.Offset);
        Assert.Equal(7777, second.Xs2Event.Ticket(second.Xs2Event.Samples.Pounds.TicketId).NetRate);
        Assert.Equal("void", second.Xs2Event.ReservationStatus(reservation));
        Assert.Equal(37, second.Xs2Event.Ticket(second.Xs2Event.Samples.NoGuests.TicketId).Stock);
        Assert.Single(second.Xs2Event.OrdersOf(booking));
        Assert.Equal(booking, Assert.Single(second.Ledger.Made("xs2event", "booking")).Id);
        Assert.Equal(2, second.Ledger.Made("xs2event", "reservation").Count);
    }

    [Fact]
    public async Task What_was_answered_is_in_the_file_before_the_answer()
    {
        await using var sandbox = await Start();

        var id = await Made(sandbox, "/v1/reservations", Of(sandbox, 2), "reservation_id");

        await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.Contains(id, await new StreamReader(file).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_lets_go_of_the_file()
    {
        await using var other = await SandboxServer.StartAsync(new SandboxOptions { Time = _clock });
        await Assert.ThrowsAsync<SocketException>(() => SandboxServer.StartAsync(new SandboxOptions { StatePath = _path, SmtpPort = other.SmtpPort }));
        await Assert.ThrowsAnyAsync<IOException>(() => SandboxServer.StartAsync(new SandboxOptions { StatePath = _path, Url = other.BaseUrl.ToString() }));

        await using var sandbox = await Start();

        Assert.NotEmpty(sandbox.Xs2Event.Samples.ByName);
    }

    private Task<SandboxServer> Start() => SandboxServer.StartAsync(new SandboxOptions { Time = _clock, StatePath = _path });

    private static object Of(SandboxServer sandbox, int quantity)
    {
        var sample = sandbox.Xs2Event.Samples.NoGuests;
        return new { items = new[] { new { ticket_id = sample.TicketId, quantity, net_rate = sample.NetRate, currency_code = sample.Currency } } };
    }

    private static async Task<string> Made(SandboxServer sandbox, string path, object body, string id)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseUrl };
        http.DefaultRequestHeaders.Add("X-Api-Key", Xs2EventOptions.DemoKey);
        using var response = await http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(id).GetString()!;
    }
}
