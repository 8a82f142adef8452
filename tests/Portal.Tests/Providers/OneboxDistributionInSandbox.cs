using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution;
using Portal.Sandbox;
using Portal.Sandbox.OneboxDistribution;
using static Portal.Tests.Providers.OneboxDistributionContractTests;

namespace Portal.Tests.Providers;

/// <summary>The Onebox Distribution adapter before its sandbox on real HTTP, for what is odd about this provider.</summary>
public abstract class OneboxDistributionInSandbox : IAsyncLifetime
{
    private protected const string Sales = "onebox-distribution";

    private protected AdapterBench Bench { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected OneboxDistributionProvider Provider => (OneboxDistributionProvider)Bench.Provider(OneboxDistributionProvider.ProviderKind);

    private protected DistributionSamples Samples => Sandbox.OneboxDistribution.Samples;

    /// <summary>What the adapter asked to remember, in its order.</summary>
    private protected List<ProviderReference> Remembered { get; } = [];

    private protected static Buyer Ada { get; } = new(new Dictionary<BuyerField, string>
    {
        [BuyerField.FirstName] = "Ada", [BuyerField.LastName] = "Lovelace", [BuyerField.Email] = "ada@example.org", [BuyerField.Phone] = "+34600000000",
    });

    public async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Bench.Clock });

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private protected ProviderCall Call(IReadOnlyList<ProviderReference>? references = null, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(ConnectionSettings);
        foreach (var (name, value) in more)
            settings[name] = value;
        return AdapterBench.Call(OneboxDistributionProvider.ProviderKind, Sandbox.BaseUrl, settings, references) with
        {
            RememberAsync = (reference, _) =>
            {
                Remembered.Add(reference);
                return Task.CompletedTask;
            },
        };
    }

    private protected HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, Bench.Clock.Now);

    private protected CommitRequest Commit(decimal total) => new("K7M4QX-1", "key", SaleMode.Purchase, [], new Money(total, "EUR"), Bench.Clock.Now) { Buyer = Ada };

    private protected ItemsRequest Items(params string[] items) => new("K7M4QX-1-R1", "key", items, Bench.Clock.Now);

    private protected static HoldLine Seated(PlaceSample of, params long[] seats) => Line(of, seats.Length) with { Seats = [.. seats.Select(s => s.ToString(CultureInfo.InvariantCulture))] };

    private protected async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await Provider.HoldAsync(Call(), Request(lines), default));

    private protected async Task<PreparedOrder> PreparedAsync(HeldPlaces held, DeliveryOption? delivery = null)
    {
        Yes(await Provider.SendBuyerAsync(Call(held.References), new(Request(), Ada, delivery), default));
        return Yes(await Provider.PrepareAsync(Call(held.References), Commit(0), default));
    }

    private protected async Task<IReadOnlyList<ProviderReference>> SoldAsync(params HoldLine[] lines)
    {
        var prepared = await PreparedAsync(await HeldAsync(lines));
        return Yes(await Provider.CommitAsync(Call(prepared.References), Commit(prepared.Total!.Value.Amount), default)).References;
    }

    private protected int Left(PlaceSample of) => Sandbox.OneboxDistribution.Places(of.PriceTypeId).Available;

    private protected void Happens(string operation, ScenarioKind kind, int? times = 1, long newRate = 0) =>
        Sandbox.Scenarios.Add(new Scenario($"{Sales}/{operation}", kind) { Times = times, NewRate = newRate });

    private protected int CallsOf(string operation) => Sandbox.Ledger.CallsOf($"{Sales}/{operation}").Count;

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
}
