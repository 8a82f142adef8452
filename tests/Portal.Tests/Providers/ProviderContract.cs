using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

/// <summary>
/// What the port promises, asked of an adapter against its sandbox over real HTTP. Every adapter inherits it; a provider is done when
/// its class is green. Each test has a sandbox and a bench of its own.
/// </summary>
public abstract partial class ProviderContract : IAsyncLifetime
{
    private readonly AdapterBench bench = new();
    private readonly List<ProviderReference> remembered = [];
    private SandboxServer sandbox = null!;

    private protected abstract ContractFacts Facts { get; }

    private IProvider Provider => bench.Provider(Facts.Kind);

    private HoldLine Plain => Facts.Plain(sandbox);

    public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = bench.Clock });

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await bench.DisposeAsync();
    }

    /// <summary>Without references of its own, a call carries what adapters asked to remember of the questions before.</summary>
    private ProviderCall Call(IReadOnlyList<ProviderReference>? references = null) =>
        AdapterBench.Call(Facts.Kind, sandbox.BaseUrl, Facts.Settings, references ?? [.. remembered]) with { RememberAsync = RememberAsync };

    private HoldRequest Request(params HoldLine[] lines) => new("portal-0123456789abcdef", lines, bench.Clock.Now);

    private CommitRequest Commit(params HoldLine[] lines) => new("K7M4QX-1", "key-1", SaleMode.Purchase, lines,
        lines.Select(l => l.NetEach * l.Quantity).Aggregate((a, b) => a + b), bench.Clock.Now)
    {
        AgencyEmail = "orders@agency.example",
        Buyer = new Buyer(new Dictionary<BuyerField, string>
        {
            [BuyerField.FirstName] = "Quetzalcóatl-Ünïque", [BuyerField.LastName] = "Lovelace-Ünïque", [BuyerField.Email] = "ada.lovelace@guests.example",
            [BuyerField.Phone] = "+31612345678", [BuyerField.BirthDate] = "1990-05-17", [BuyerField.Language] = "de",
        }),
    };

    private void Happens(string operation, ScenarioKind kind, int? times = 1, Silence how = Silence.Drop) =>
        sandbox.Scenarios.Add(new Scenario(operation, kind) { Times = times, Silence = how });

    private static T Yes<T>(Answer<T> answer) where T : notnull
    {
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private static Refusal No<T>(RefusalReason reason, Answer<T> answer) where T : notnull
    {
        Assert.False(answer.IsYes);
        Assert.Equal(reason, answer.Refusal.Reason);
        return answer.Refusal;
    }

    private async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await Provider.HoldAsync(Call(), Request(lines), default));

    /// <summary>A hold made ready to be committed: buyer told and prepared, where the provider wants that.</summary>
    private async Task<HeldPlaces> ReadyAsync(params HoldLine[] lines)
    {
        var held = await HeldAsync(lines);
        var ready = Yes(await PrepareAsync(held.References, lines));
        return held with { References = ready.References, ExpiresAt = ready.ExpiresAt ?? held.ExpiresAt };
    }

    private sealed record Ready(IReadOnlyList<ProviderReference> References, DateTime? ExpiresAt);

    private async Task<Answer<Ready>> PrepareAsync(IReadOnlyList<ProviderReference> references, params HoldLine[] lines)
    {
        if (Provider is ITakesBuyer buyer && await buyer.SendBuyerAsync(Call(references), new(Request(lines), Commit(lines).Buyer, null), default) is { IsYes: false } refused)
            return refused.Refusal;
        if (Provider is not IPrepares prepares)
            return new Ready(references, null);
        var answer = await prepares.PrepareAsync(Call(references), Commit(lines), default);
        return answer.IsYes ? new Ready([.. references, .. answer.Value.References], answer.Value.ExpiresAt) : answer.Refusal;
    }

    private Task RememberAsync(ProviderReference reference, CancellationToken cancellation)
    {
        remembered.Add(reference);
        return Task.CompletedTask;
    }

    private static async Task<ProviderSilenceException> SilentAsync<T>(Task<T> question) => await Assert.ThrowsAsync<ProviderSilenceException>(() => question);

    [Fact]
    public async Task The_catalogue_is_read_to_its_end_and_names_every_event_once()
    {
        var pages = new List<CatalogPage>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            pages.Add(page);

        var events = pages.SelectMany(p => p.Events).ToList();
        Assert.Equal(events.Count, events.DistinctBy(e => e.EventRef).Count());
        Assert.Contains(events, e => e.EventRef == Plain.Session.EventRef);
        Assert.All(events, e => Assert.NotEmpty(e.Sessions));
        // A mark before the end would skip what the rest of an interrupted read held.
        Assert.All(pages.SkipLast(1), p => Assert.Null(p.Mark));
    }

    [Fact]
    public async Task A_read_from_the_last_mark_brings_little_or_nothing_again()
    {
        var (all, again) = (0, 0);
        string? mark = null;
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            (all, mark) = (all + page.Events.Count, page.Mark);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        if (mark is null)
            return;

        await foreach (var page in Provider.ReadCatalogAsync(Call(), mark, default))
            again += page.Events.Count;

        Assert.InRange(again, 0, all / 10);
    }

    [Fact]
    public async Task A_refused_catalogue_is_a_refusal_and_not_an_empty_catalogue()
    {
        Happens(Facts.Operations.Catalog, ScenarioKind.Unauthorized, times: null);

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(async () =>
        {
            await foreach (var _ in Provider.ReadCatalogAsync(Call(), null, default)) { }
        });

        Assert.Equal(RefusalReason.NotAuthorised, refused.Refusal.Reason);
    }

    [Fact]
    public async Task Offers_carry_price_stock_and_rule()
    {
        var offers = Yes(await Provider.ReadOffersAsync(Call(), Plain.Session, default));

        var offer = Assert.Single(offers, o => o.OfferRef == Plain.OfferRef);
        Assert.Equal(Plain.NetEach, offer.NetEach);
        Assert.True(offer.IsSellable, offer.WhyNot);
        Assert.Null(offer.Rule.Check(Plain.Quantity, offer.Stock));
        Assert.All(offers, o => Assert.Equal(o.IsSellable, o.WhyNot is null));
    }
}
