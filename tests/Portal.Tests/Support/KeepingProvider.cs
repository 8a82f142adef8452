using Portal.Core.Bookings;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>A place that the provider keeps, has sold or has freed.</summary>
internal sealed record MemoryPlace(string Ref, string BookingId, string OfferRef, Money Net, DateTime KeptUntil)
{
    public ItemState State { get; set; } = ItemState.Booked;
}

/// <summary>A provider in memory that keeps booked places, sells them later one by one or together, and frees what is not sold.</summary>
internal sealed class KeepingProvider : InMemoryProvider, IPurchasesBookings, ICancels
{
    private readonly List<MemoryPlace> places = [];
    private readonly TimeProvider time;

    public KeepingProvider(TimeProvider time, string kind) : base(time, kind)
    {
        this.time = time;
        Traits = Traits with { CanBook = true, CanCancel = true };
    }

    public IReadOnlyList<MemoryPlace> Kept => places;

    /// <summary>What was told as paid, purchase by purchase.</summary>
    public List<Money> Paid { get; } = [];

    /// <summary>Added to what booked places cost, as though the price had moved.</summary>
    public decimal Surcharge { get; set; }

    public bool CanPurchaseItems { get; set; } = true;

    public bool CanCancelItems { get; set; } = true;

    /// <summary>Whether booked places can be given back.</summary>
    public bool Frees { get; set; } = true;

    /// <summary>How long the first place is kept; each further one an hour longer.</summary>
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(10);

    /// <summary>It forgets: what is asked of a booking is answered with nothing.</summary>
    public bool IsForgetful { get; set; }

    /// <summary>It keeps calling places booked when their time is over.</summary>
    public bool IsGenerous { get; set; }

    public bool CanCancel(SaleMode mode) => mode is SaleMode.Book && Frees;

    public Task<Answer<CommittedOrder>> PurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.Purchase, () =>
    {
        var asked = Named(call, request);
        if (asked.Exists(p => p.State != ItemState.Booked))
            return (Answer<CommittedOrder>)new Refusal(RefusalReason.HoldExpired, "At least one is no longer booked.");
        var total = new Money(asked.Sum(p => p.Net.Amount) + Surcharge, asked[0].Net.Currency);
        if (total.Amount > request.Total!.Value.Amount)
            return new Refusal(RefusalReason.PriceChanged, $"{total} is asked, {request.Total} was agreed. Nothing was bought; they stay booked.") { TotalNow = total };
        Paid.Add(request.Total.Value);
        asked.ForEach(p => p.State = ItemState.Purchased);
        return Sold(asked);
    });

    public Task<Answer<OrderFinding>> LookUpPurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpPurchase, () =>
        (Answer<OrderFinding>)(Named(call, request) is var asked && asked.TrueForAll(p => p.State == ItemState.Purchased) ? new OrderFinding(OrderFound.Made, Sold(asked))
            : asked.TrueForAll(p => p.State == ItemState.Booked) ? new OrderFinding(OrderFound.NotMadeHoldAlive) : new OrderFinding(OrderFound.NotMadeHoldOver)));

    public Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.Cancel, () =>
    {
        var asked = Named(call, request);
        asked.ForEach(p => p.State = ItemState.Cancelled);
        return (Answer<CancelledItems>)new CancelledItems([.. asked.Select(p => p.Ref)], "freed", null);
    });

    public Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpCancel, () =>
        (Answer<CancelFinding>)(Named(call, request).TrueForAll(p => p.State == ItemState.Cancelled)
            ? new CancelFinding(CancelFound.Done, new CancelledItems([], "freed", null))
            : new CancelFinding(CancelFound.NotDone)));

    public override Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation) =>
        AskAsync(Questioned.ReadBack, () => Answer<IReadOnlyList<FulfilmentReport>>.Yes([.. orders.Where(_ => !IsForgetful).Select(o =>
            new FulfilmentReport(o.OrderId, new ProviderReference(Order, o.Find(Order)!), FulfilmentStatus.Processing, "kept")
            {
                Items = [.. places.Where(p => p.BookingId == o.Find(Order)).Select(p => new FulfilledItem(p.Ref, p.OfferRef)
                {
                    State = p.State == ItemState.Booked && p.KeptUntil <= time.GetUtcNow().UtcDateTime && !IsGenerous ? ItemState.Lapsed : p.State, KeptUntil = p.State == ItemState.Booked ? p.KeptUntil : null,
                })],
            })]));

    protected override CommittedOrder Committed(MemoryBooking booking)
    {
        if (booking.Lines[0].Mode != SaleMode.Book)
            return base.Committed(booking);
        var until = time.GetUtcNow().UtcDateTime + KeptFor;
        if (!places.Exists(p => p.BookingId == booking.Id))
            places.AddRange(booking.Lines.SelectMany(l => Enumerable.Range(1, l.Quantity).Select(n => new MemoryPlace($"{booking.Id}-{l.OfferRef}-{n}", booking.Id, l.OfferRef, l.NetEach, until.AddHours(n)))));
        return base.Committed(booking) with { Outcome = CommitOutcome.Booked, RawStatus = "kept", KeptUntil = until };
    }

    private List<MemoryPlace> Named(ProviderCall call, ItemsRequest request) =>
        [.. places.Where(p => p.BookingId == call.Find(Order) && (request.ItemRefs.Count == 0 ? p.State != ItemState.Cancelled : request.ItemRefs.Contains(p.Ref)))];

    private static CommittedOrder Sold(List<MemoryPlace> sold) => new(CommitOutcome.Purchased, [], "sold", [.. sold.Select(p => new HeldLine(p.OfferRef, 1, p.Net))]);
}
