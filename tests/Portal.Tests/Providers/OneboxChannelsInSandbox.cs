using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels;
using Portal.Sandbox;
using Portal.Sandbox.OneboxChannels;
using static Portal.Tests.Providers.OneboxChannelsContractTests;

namespace Portal.Tests.Providers;

/// <summary>The Onebox Channels adapter before its sandbox on real HTTP, for what is odd about this provider.</summary>
public abstract class OneboxChannelsInSandbox : IAsyncLifetime
{
    private readonly List<ProviderReference> remembered = [];

    private protected AdapterBench Bench { get; } = new();

    private protected SandboxServer Sandbox { get; private set; } = null!;

    private protected OneboxChannelsWorld World => Sandbox.OneboxChannels;

    private protected OneboxChannelsSamples Samples => World.Samples;

    private protected OneboxChannelsProvider Provider => (OneboxChannelsProvider)Bench.Provider(OneboxChannelsProvider.ProviderKind);

    private protected static Buyer Ada { get; } = new(new Dictionary<BuyerField, string>
    {
        [BuyerField.FirstName] = "Ada", [BuyerField.LastName] = "Byron", [BuyerField.Email] = "ada@guests.example", [BuyerField.Phone] = "+34600111222",
    });

    public async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = Bench.Clock });

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Bench.DisposeAsync();
    }

    /// <summary>Carries all that was remembered, as hold and order do.</summary>
    private protected ProviderCall Call(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(Signed);
        foreach (var (name, value) in more)
            settings[name] = value;
        return AdapterBench.Call(OneboxChannelsProvider.ProviderKind, Sandbox.BaseUrl, settings, [.. remembered]) with
        {
            RememberAsync = (reference, _) =>
            {
                remembered.Add(reference);
                return Task.CompletedTask;
            },
        };
    }

    private protected string Named(string kind) => remembered.Last(r => r.Kind == kind).Value;

    private protected HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, Bench.Clock.Now);

    private protected CommitRequest Commit(Money total, params HoldLine[] lines) =>
        new("K7M4QX-1", "key", lines.Length > 0 ? lines[0].Mode : SaleMode.Purchase, lines, total, Bench.Clock.Now) { Buyer = Ada };

    private protected ItemsRequest Items(Money? total, params string[] items) => new("K7M4QX-1-2", "key", items, Bench.Clock.Now) { Total = total, Buyer = Ada, Mode = SaleMode.Book };

    private protected Task<Answer<HeldPlaces>> HoldAsync(params HoldLine[] lines)
    {
        remembered.Clear();
        return Provider.HoldAsync(Call(), Request(lines), default);
    }

    private protected async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await HoldAsync(lines));

    private protected async Task<PreparedOrder> PreparedAsync(params HoldLine[] lines)
    {
        await HeldAsync(lines);
        Yes(await Provider.SendBuyerAsync(Call(), new(Request(lines), Ada, null), default));
        return Yes(await Provider.PrepareAsync(Call(), Commit(new Money(0, "EUR"), lines), default));
    }

    private protected async Task<CommittedOrder> BookedAsync(PlaceSample of, int quantity)
    {
        var line = Line(of, quantity) with { Mode = SaleMode.Book };
        var prepared = await PreparedAsync(line);
        return Yes(await Provider.CommitAsync(Call(), Commit(prepared.Total!.Value, line), default));
    }

    private protected async Task<FulfilmentReport> ReadBackAsync()
    {
        var key = new OrderKey(Guid.NewGuid(), [.. remembered]);
        return Assert.Single(Yes(await Provider.ReadBackAsync(Call(), [key], default)));
    }

    private protected async Task<IReadOnlyList<Offer>> OffersAsync(PlaceSample of) => Yes(await Provider.ReadOffersAsync(Call(), new SessionKey($"{of.EventId}", $"{of.SessionId}"), default));

    private protected void Happens(string operation, ScenarioKind kind, int? times = 1, long rate = 0) =>
        Sandbox.Scenarios.Add(new Scenario("oneboxchannels/" + operation, kind) { Times = times, NewRate = rate });

    private protected static T Yes<T>(Answer<T> answer) where T : notnull
    {
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private protected static Refusal No<T>(RefusalReason reason, Answer<T> answer) where T : notnull
    {
        Assert.Equal(reason, answer.Refusal?.Reason);
        return answer.Refusal!;
    }
}
