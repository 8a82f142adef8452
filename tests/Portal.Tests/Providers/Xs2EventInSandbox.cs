using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>The XS2Event adapter before its sandbox on real HTTP, for what is odd about this provider.</summary>
public abstract class Xs2EventInSandbox : IAsyncLifetime
{
    private protected AdapterBench Bench { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected Portal.Providers.Xs2Event.Xs2EventProvider Provider => (Portal.Providers.Xs2Event.Xs2EventProvider)Bench.Provider("XS2Event");

    private protected Xs2EventSamples Samples => Sandbox.Xs2Event.Samples;

    public async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Bench.Clock });

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private protected ProviderCall Call(IReadOnlyList<ProviderReference>? references = null, params (string, string)[] more) => AdapterBench.Call("XS2Event", Sandbox.BaseUrl,
        new Dictionary<string, string>(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))) { ["X_Api_Key"] = Portal.Sandbox.Xs2Event.Xs2EventOptions.DemoKey }, references);

    private protected HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, Bench.Clock.Now);

    private protected CommitRequest Commit => new("K7M4QX-1", "key", SaleMode.Purchase, [], new Money(0, "EUR"), Bench.Clock.Now) { AgencyEmail = "orders@agency.example" };

    private protected async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await Provider.HoldAsync(Call(), Request(lines), default));

    private protected async Task<Offer> OfferAsync(TicketSample sample) =>
        Yes(await Provider.ReadOffersAsync(Call(), new SessionKey(sample.EventId, sample.EventId), default)).Single(o => o.OfferRef == sample.TicketId);

    private protected async Task<OrderKey> BookedAsync(params HoldLine[] lines)
    {
        var held = await HeldAsync(lines);
        return new OrderKey(Guid.NewGuid(), Yes(await Provider.CommitAsync(Call(held.References), Commit, default)).References);
    }

    private protected async Task<IReadOnlyList<FulfilmentReport>> ReadBackAsync(params OrderKey[] orders) => Yes(await Provider.ReadBackAsync(Call(), orders, default));

    private protected async Task<IReadOnlyList<FulfilmentReport>> CompletedAsync(params OrderKey[] orders)
    {
        Bench.Clock.Advance(Sandbox.Xs2Event.Options.CompletionDelay + TimeSpan.FromSeconds(1));
        return await ReadBackAsync(orders);
    }

    private protected static T Yes<T>(Answer<T> answer) where T : notnull
    {
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }
}
