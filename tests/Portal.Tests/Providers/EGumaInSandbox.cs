using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.EGuma;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

/// <summary>The e-guma adapter before its sandbox on real HTTP, for what is odd about this provider. What it remembers is kept as the portal keeps it.</summary>
public abstract class EGumaInSandbox : IAsyncLifetime
{
    private protected AdapterBench Bench { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected EGumaProvider Provider => (EGumaProvider)Bench.Provider(EGumaProvider.ProviderKind);

    private protected EGumaSamples Samples => Sandbox.EGuma.Samples;

    /// <summary>The references of the one hold and order of the test, oldest first.</summary>
    private protected List<ProviderReference> Remembered { get; } = [];

    private protected static Buyer Ada { get; } = new(new Dictionary<BuyerField, string>
    {
        [BuyerField.FirstName] = "Ada", [BuyerField.LastName] = "Byron", [BuyerField.Email] = "ada@example.org", [BuyerField.Language] = "FR",
    });

    public async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Bench.Clock });

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private protected ProviderCall Call(params (string, string)[] more) => AdapterBench.Call(EGumaProvider.ProviderKind, Sandbox.BaseUrl,
        new Dictionary<string, string>(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))) { ["ApiKey"] = Portal.Sandbox.EGuma.EGumaOptions.DemoKey }, [.. Remembered]) with
    {
        RememberAsync = (reference, _) =>
        {
            Remember([reference]);
            return Task.CompletedTask;
        },
    };

    private protected static HoldLine Line(SlotSample of, int quantity) => EGumaContractTests.Line(of, quantity);

    private protected HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, Bench.Clock.Now);

    private protected CommitRequest Commit(params HoldLine[] lines) => new("K7M4QX-1", "order-1", SaleMode.Purchase, lines,
        lines.Select(l => l.NetEach * l.Quantity).Aggregate((a, b) => a + b), Bench.Clock.Now) { Buyer = Ada };

    private protected async Task<HeldPlaces> HeldAsync(params HoldLine[] lines)
    {
        var held = Yes(await Provider.HoldAsync(Call(), Request(lines), default));
        Remember(held.References);
        return held;
    }

    private protected async Task<CommittedOrder> SoldAsync(params HoldLine[] lines)
    {
        await HeldAsync(lines);
        var order = Yes(await Provider.CommitAsync(Call(), Commit(lines), default));
        Remember(order.References);
        return order;
    }

    private protected void Happens(string operation, ScenarioKind kind, int? times = 1) => Sandbox.Scenarios.Add(new Scenario("eguma/" + operation, kind) { Times = times });

    private protected int Calls(string operation) => Sandbox.Ledger.CallsOf("eguma/" + operation).Count;

    private protected int Made(string kind) => Sandbox.Ledger.Made("eguma", kind).Count;

    private protected string StateOf(int reservation) => Sandbox.Ledger.Made("eguma", "reservation")[reservation].State;

    private protected int? Left(SlotSample of) => Sandbox.EGuma.Left(of.ProductId, of.StartsAt);

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

    private void Remember(IReadOnlyList<ProviderReference> references) => Remembered.AddRange(references.Except(Remembered));
}
