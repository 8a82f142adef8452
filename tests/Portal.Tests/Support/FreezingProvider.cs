using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>A provider in memory that freezes a hold before it sells, as Onebox and SecuTix do, and wants to know the buyer first.</summary>
internal sealed class FreezingProvider : InMemoryProvider, IPrepares, ITakesBuyer, IDelivers
{
    private readonly TimeProvider time;

    public FreezingProvider(TimeProvider time, string kind, Preparing preparing) : base(time, kind)
    {
        this.time = time;
        Traits = Traits with { Preparing = preparing };
    }

    /// <summary>Added to what a frozen hold costs, as though its price had moved.</summary>
    public decimal Surcharge { get; set; }

    public decimal Delivery { get; set; }

    public IReadOnlyList<BuyerWish> Wishes { get; set; } = [];

    public List<Buyer> Buyers { get; } = [];

    public IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode) => Wishes;

    public IReadOnlyList<DeliveryOption> DeliveryOptions(ConnectionFacts connection, int tickets, string currency) =>
        Delivery == 0 ? [] : [new DeliveryOption("post", "Post", new Money(Delivery, currency), IsDefault: true)];

    public Task<Answer<HeldPlaces>> SendBuyerAsync(ProviderCall call, BuyerRequest request, CancellationToken cancellation) => AskAsync(Questioned.Buyer, () =>
    {
        if (Find(call) is not { Status: "active" } hold)
            return (Answer<HeldPlaces>)Expired;
        Buyers.Add(request.Buyer);
        return Places(hold) with { DeliveryCost = request.Delivery?.Cost };
    });

    public Task<Answer<PreparedOrder>> PrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => AskAsync(Questioned.Prepare, () =>
    {
        if (Find(call) is not { Status: "active" or "prepared" } hold)
            return (Answer<PreparedOrder>)Expired;
        if (hold.Status == "active")
            (hold.Status, hold.ExpiresAt) = ("prepared", time.GetUtcNow().UtcDateTime.AddMinutes(45));
        return Prepared(hold);
    });

    public Task<Answer<PrepareFinding>> LookUpPrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpPrepare, () =>
        (Answer<PrepareFinding>)(Find(call) switch
        {
            { Status: "prepared" } hold => new PrepareFinding(PrepareFound.Prepared, Prepared(hold)),
            { Status: "active" } => new PrepareFinding(PrepareFound.NotPreparedHoldAlive),
            _ => new PrepareFinding(PrepareFound.HoldOver),
        }));

    private PreparedOrder Prepared(MemoryHold hold) => new([new ProviderReference("frozen", hold.Id)], hold.ExpiresAt, "prepared",
        new Money(hold.Lines.Sum(l => l.NetEach.Amount * l.Quantity) + Surcharge + Delivery, hold.Lines[0].NetEach.Currency));
}
