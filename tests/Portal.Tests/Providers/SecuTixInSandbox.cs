using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Providers;

/// <summary>The SecuTix adapter before its sandbox on real HTTP, for what is odd about this provider; over REST unless a class says otherwise.</summary>
public abstract class SecuTixInSandbox : IAsyncLifetime
{
    private protected AdapterBench Bench { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected SecuTixProvider Provider => (SecuTixProvider)Bench.Provider("SecuTix");

    private protected SecuTixSamples Samples => Sandbox.SecuTix.Samples;

    private protected virtual string Wire => "Rest";

    public async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Bench.Clock });

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private protected ProviderCall Call(IReadOnlyList<ProviderReference>? references = null, params (string, string)[] more) =>
        AdapterBench.Call("SecuTix", Sandbox.BaseUrl, SecuTixFacts.Settings([("Wire", Wire), .. more]), references);

    private protected static HoldLine Line(SecuTixSample of, int quantity, SaleMode mode = SaleMode.Purchase) => SecuTixFacts.Line(of, quantity, mode);

    private protected HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, Bench.Clock.Now);

    private protected CommitRequest Commit(params HoldLine[] lines) => new("K7M4QX-1", "key", lines[0].Mode, lines,
        lines.Select(l => l.NetEach * l.Quantity).Aggregate((a, b) => a + b), Bench.Clock.Now);

    private protected ItemsRequest Items(Money? total, params string[] items) => new("K7M4QX-1/1", "key", items, Bench.Clock.Now) { Total = total, Mode = SaleMode.Book };

    private protected async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await Provider.HoldAsync(Call(), Request(lines), default));

    private protected async Task<CommittedOrder> CommittedAsync(HoldLine line, params (string, string)[] more)
    {
        var held = Yes(await Provider.HoldAsync(Call(null, more), Request(line), default));
        return Yes(await Provider.CommitAsync(Call(held.References, more), Commit(line), default));
    }

    private protected async Task<IReadOnlyList<Offer>> OffersAsync(SecuTixSample of, params (string, string)[] more) =>
        Yes(await Provider.ReadOffersAsync(Call(null, more), Line(of, 1).Session, default));

    private protected async Task<Offer> OfferAsync(SecuTixSample of, params (string, string)[] more) => (await OffersAsync(of, more)).Single(o => o.OfferRef == SecuTixFacts.OfferRef(of));

    private protected async Task<FulfilmentReport> ReadBackAsync(CommittedOrder order) =>
        Assert.Single(Yes(await Provider.ReadBackAsync(Call(), [new OrderKey(Guid.NewGuid(), order.References)], default)));

    private protected async Task<List<CatalogEvent>> CatalogueAsync()
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            events.AddRange(page.Events);
        return events;
    }

    private protected void Happens(string operation, ScenarioKind kind, int? times = 1) => Sandbox.Scenarios.Add(new Scenario("secutix/" + operation, kind) { Times = times });

    private protected static long OrderId(IReadOnlyList<ProviderReference> references) => long.Parse(references.Last(r => r.Kind == SecuTixReferences.Order).Value, null);

    private protected static T Yes<T>(Answer<T> answer) where T : notnull
    {
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private protected static Refusal No<T>(RefusalReason reason, Answer<T> answer) where T : notnull
    {
        Assert.False(answer.IsYes);
        Assert.Equal(reason, answer.Refusal.Reason);
        return answer.Refusal;
    }

    private protected static Task<ProviderSilenceException> SilentAsync<T>(Task<T> question) => Assert.ThrowsAsync<ProviderSilenceException>(() => question);
}
