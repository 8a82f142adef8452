using Portal.Core.Providers;

namespace Portal.Tests.Providers.Plumbing;

public sealed class PaceTests
{
    [Fact]
    public async Task A_connection_with_an_agreed_rate_does_not_exceed_it_and_refuses_what_would_come_too_late()
    {
        await using var bench = new AdapterBench();
        await using var server = await ScriptedServer.StartAsync();
        server.On("GET /v1/tickets", 200, """{"tickets":[]}""");
        var call = AdapterBench.Call("XS2Event", server.BaseUrl, new Dictionary<string, string> { ["ApiKey"] = "k", ["RequestsPerMinute"] = "10" });
        var provider = bench.Provider("XS2Event");
        using var patience = new CancellationTokenSource();

        // A tenth of the rate goes at once; the next one waits for its turn, six seconds away.
        Assert.True((await provider.ReadOffersAsync(call, new SessionKey("e", "e"), default)).IsYes);
        var second = provider.ReadOffersAsync(call, new SessionKey("e", "e"), patience.Token);
        Assert.False(second.IsCompleted);
        Assert.Single(server.Asked);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
