using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution;

namespace Portal.Tests.Providers;

/// <summary>The Onebox Distribution adapter before a scripted server: answers no well-behaved sandbox gives.</summary>
public sealed class OneboxDistributionJudgementTests : IAsyncLifetime
{
    private const string Orders = "/distribution-api/v1/orders";
    private readonly AdapterBench bench = new();
    private ScriptedServer server = null!;

    private OneboxDistributionProvider Provider => (OneboxDistributionProvider)bench.Provider(OneboxDistributionProvider.ProviderKind);

    private static HoldLine Line { get; } = new(Guid.NewGuid(), new("1", "7"), "7:8:9", 1, new Money(20m, "EUR"));

    private HoldRequest Request => new("ours", [Line], bench.Clock.Now);

    private CommitRequest Commit => new("K7M4QX-1", "key", SaleMode.Purchase, [Line], new Money(20m, "EUR"), bench.Clock.Now);

    public async Task InitializeAsync() => server = (await ScriptedServer.StartAsync()).On("POST /oauth/token", 200, """{"access_token":"t","expires_in":43199}""");

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"value":300,"time_unit":"SECONDS","date":"2027-03-01T09:07:00+00:00"}""", 7)]
    [InlineData("""{"value":300,"time_unit":"SECONDS","date":"2027-03-01T10:07:00+01:00"}""", 7)]
    [InlineData("""{"value":300,"time_unit":"SECONDS"}""", 5)]
    [InlineData("""{"value":4,"time_unit":"MINUTES"}""", 4)]
    [InlineData("null", 10)]
    public async Task The_order_s_own_date_is_its_expiry_then_what_is_left_then_the_documented_ten_minutes(string expiresIn, int minutes)
    {
        server.On($"POST {Orders}", 201, """{"id":"o1","status":{"type":"BASKET"}}""").On($"POST {Orders}/seats-auto", 200, Order("BASKET", expiresIn));

        var held = (await Provider.HoldAsync(Call(), Request, default)).Value!;

        Assert.Equal(TimeSpan.FromMinutes(minutes), held.ExpiresAt - bench.Clock.Now);
    }

    [Fact]
    public async Task New_words_are_kept_and_not_stumbled_over()
    {
        server.On($"POST {Orders}", 200, """{"id":"o1","status":{"type":"BASKET"}}""")
            .On($"POST {Orders}/seats-auto", 200, Order("WAITING_ROOM", warnings: "\"SESSION_BEHIND_A_PILLAR\""));

        var held = (await Provider.HoldAsync(Call(), Request, default)).Value!;

        Assert.Equal(("WAITING_ROOM", "Onebox remarks: session behind a pillar."), (held.RawStatus, Assert.Single(held.Warnings)));
        server.On($"GET {Orders}", 200, Order("WAITING_ROOM"));
        Assert.Equal(OrderFound.InDoubt, (await Provider.LookUpOrderAsync(Call(held.References), Commit, default)).Value!.Found);
    }

    [Theory]
    [InlineData("PRE_CONFIRM", "C1")]
    [InlineData("CONFIRM", null)]
    public async Task A_confirmation_that_is_answered_as_something_else_is_silence(string status, string? code)
    {
        server.On($"POST {Orders}/confirm", 200, Order(status, code: code));

        var silence = await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Prepared, Commit, default));

        Assert.Equal(SilenceKind.Unreadable, silence.Kind);
    }

    [Fact]
    public async Task A_pre_confirmation_without_a_code_is_silence_since_its_sale_could_not_be_found_again()
    {
        server.On($"POST {Orders}/pre-confirm", 200, Order("PRE_CONFIRM"));

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.PrepareAsync(Prepared, Commit, default));
    }

    [Fact]
    public async Task A_refused_confirmation_of_an_order_that_cannot_be_read_is_silence()
    {
        server.On($"POST {Orders}/confirm", 409, """{"code":"ORDER_STATE_INVALID","message":"no"}""").On($"GET {Orders}", 400, """{"code":"DIST0001"}""");

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Prepared, Commit, default));
    }

    [Fact]
    public async Task A_refused_confirmation_of_an_order_sold_already_finds_the_sale_by_its_code()
    {
        server.On($"POST {Orders}/confirm", 409, """{"code":"ORDER_STATE_INVALID","message":"no"}""").On($"GET {Orders}", 404, """{"code":"ORDER_NOT_FOUND"}""")
            .On("GET /orders-mgmt-api/v1/orders/C1", 200, Order("CONFIRM", code: "C1"));

        var order = (await Provider.CommitAsync(Prepared, Commit, default)).Value!;

        Assert.Equal(new ProviderReference(DistributionReferences.OrderCode, "C1"), Assert.Single(order.References));
    }

    [Fact]
    public async Task A_look_up_asks_by_id_first_and_by_code_after()
    {
        server.On($"GET {Orders}", 404, """{"code":"ORDER_NOT_FOUND"}""").On("GET /orders-mgmt-api/v1/orders/C1", 200, Order("CONFIRM", code: "C1"));

        Assert.Equal(OrderFound.Made, (await Provider.LookUpOrderAsync(Prepared, Commit, default)).Value!.Found);

        Assert.Equal([$"GET {Orders}", "GET /orders-mgmt-api/v1/orders/C1"], server.Asked.Skip(1));
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(409, "<html>blocked</html>")]
    public async Task A_no_without_readable_reason_stays_a_no(int status, string body)
    {
        server.On($"POST {Orders}", 200, """{"id":"o1","status":{"type":"BASKET"}}""").On($"POST {Orders}/seats-auto", status, body, "text/html");

        var answer = await Provider.HoldAsync(Call(), Request, default);

        Assert.Equal(status == 403 ? RefusalReason.NotAllowed : RefusalReason.Invalid, answer.Refusal!.Reason);
    }

    [Fact]
    public async Task A_sold_out_stays_one_when_nothing_can_be_read_that_would_explain_it()
    {
        server.On($"POST {Orders}", 200, """{"id":"o1","status":{"type":"BASKET"}}""").On($"POST {Orders}/seats-auto", 409, """{"code":"ORDER_SEAT_NOT_AVAILABLE","message":"gone"}""")
            .On("GET /catalog-api/v1/sessions/7", 200, "nonsense").On("GET /catalog-api/v1/sessions/7/availability", 200, "nonsense");

        var answer = await Provider.HoldAsync(Call(), Request, default);

        Assert.Equal((RefusalReason.SoldOut, (int?)null), (answer.Refusal!.Reason, Assert.Single(answer.Refusal.Shortfalls).Left));
    }

    [Fact]
    public async Task A_release_that_leaves_places_in_the_order_is_silence()
    {
        server.On($"DELETE {Orders}/seats", 200, Order("BASKET"));

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.ReleaseAsync(Prepared, default));
    }

    private ProviderCall Prepared => Call([new(DistributionReferences.OrderId, "o1"), new(DistributionReferences.OrderCode, "C1")]);

    private ProviderCall Call(IReadOnlyList<ProviderReference>? references = null) => AdapterBench.Call(
        OneboxDistributionProvider.ProviderKind, server.BaseUrl, new Dictionary<string, string> { ["channel_id"] = "1", ["client_secret"] = "the-key-of-this-test" }, references);

    private static string Order(string status, string expiresIn = "null", string warnings = "", string? code = null) =>
        $$$"""
        {"id":"o1","code":{{{(code is null ? "null" : $"\"{code}\"")}}},"status":{"type":"{{{status}}}","expires_in":{{{expiresIn}}}},"price":{"final":20,"currency":"EUR"},
         "items":[{"id":11,"allocation":{"session":{"id":7},"price_type":{"id":8}},"rate":{"id":9},"price":{"final":20,"currency":"EUR"},"item_warnings":[{{{warnings}}}],"loyalty":{"new":1}}]}
        """;
}
