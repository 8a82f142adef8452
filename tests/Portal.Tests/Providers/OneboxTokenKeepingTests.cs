using Portal.Core.Providers;
using Portal.Providers.Onebox;
using Portal.Providers.Plumbing;
using Portal.Sandbox;
using Portal.Sandbox.Onebox;
using OneboxTokens = Portal.Providers.Onebox.OneboxTokens;

namespace Portal.Tests.Providers;

/// <summary>The tokens that both Onebox adapters share, kept in memory.</summary>
public sealed class OneboxTokenKeepingTests : IAsyncLifetime
{
    private const string Operation = "onebox/token";
    private readonly AdapterBench bench = new();
    private SandboxServer sandbox = null!;
    private OneboxTokens tokens = null!;

    private int Fetches => sandbox.Ledger.CallsOf(Operation).Count;

    public async Task InitializeAsync()
    {
        sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = bench.Clock });
        tokens = new OneboxTokens(bench.Http, bench.Clock);
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Many_callers_at_once_share_one_fetch()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Find()));

        Assert.Single(found.Select(f => f.Value).Distinct());
        Assert.Equal(1, Fetches);
    }

    [Fact]
    public async Task A_token_is_renewed_two_minutes_before_its_end()
    {
        var first = (await Find()).Value;
        bench.Clock.Advance(TimeSpan.FromSeconds(43_199 - 121));
        Assert.Equal(first, (await Find()).Value);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first, (await Find()).Value);
        Assert.Equal(2, Fetches);
    }

    [Fact]
    public async Task A_token_shorter_than_the_reserve_is_used_while_it_lasts()
    {
        sandbox.OneboxTokens.Options.TokenLifetime = TimeSpan.FromSeconds(90);

        await Find();
        await Find();

        Assert.Equal(1, Fetches);
    }

    [Fact]
    public async Task A_rejected_token_is_replaced_once_for_all_who_had_it()
    {
        var first = (await Find()).Value!;

        var found = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Find(rejected: first)));

        Assert.DoesNotContain(first, found.Select(f => f.Value));
        Assert.Equal(2, Fetches);
    }

    [Fact]
    public async Task Another_key_does_not_get_the_token_of_the_former_one()
    {
        await Find();

        var found = await Find(secret: "not-the-key");

        Assert.Equal(RefusalReason.NotAuthorised, found.Refusal?.Reason);
        Assert.DoesNotContain("not-the-key", bench.JournalText + found.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.Malformed)]
    public async Task A_token_that_is_not_given_means_that_nothing_was_sent_and_the_next_caller_asks_again(ScenarioKind kind)
    {
        var scenario = sandbox.Scenarios.Add(new Scenario(Operation, kind) { Times = null });
        var found = await Find();
        Assert.Equal(RefusalReason.Unreachable, found.Refusal?.Reason);
        Assert.Contains("POST /somewhere was not sent", found.Refusal!.Detail, StringComparison.Ordinal);

        sandbox.Scenarios.Remove(scenario.Id);

        Assert.True((await Find()).IsYes);
    }

    [Fact]
    public async Task A_request_whose_token_was_withdrawn_is_sent_once_more_with_a_new_one()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.On("POST /oauth/token", 200, """{"access_token":"the-same-always","expires_in":43199}""").On("POST /somewhere", 401, """{"code":"AUTH001"}""");
        var call = Call(server.BaseUrl);
        var talk = new BearerConversation(bench.Http.Open(call, new WireManners("Onebox"), TimeSpan.FromSeconds(30)), tokens);

        var answer = await talk.AskAsync(new WireRequest(HttpMethod.Post, "/somewhere"), static reply => reply, default);

        Assert.Equal(RefusalReason.NotAuthorised, answer.Refusal?.Reason);
        Assert.Equal(["POST /oauth/token", "POST /somewhere", "POST /oauth/token", "POST /somewhere"], server.Asked);
        Assert.DoesNotContain("the-same-always", bench.JournalText, StringComparison.Ordinal);
    }

    private Task<Answer<string>> Find(string? rejected = null, string secret = OneboxOptions.DemoSecret) =>
        tokens.FindAsync(Call(sandbox.BaseUrl, secret), "POST /somewhere", rejected, default);

    private static ProviderCall Call(Uri at, string secret = OneboxOptions.DemoSecret) => AdapterBench.Call("Onebox", at, new Dictionary<string, string>
    {
        ["ChannelId"] = $"{OneboxOptions.DemoChannel}", ["ClientSecret"] = secret,
    });
}
