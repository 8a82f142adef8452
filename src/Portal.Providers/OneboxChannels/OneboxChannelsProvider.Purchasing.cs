using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

// purchaseBooking, and a second commit where the answer wants one (page 1a.6, 1a.12). Always goes on with the code of the last answer.
public sealed partial class OneboxChannelsProvider
{
    private const string PurchaseCall = "POST /order/purchaseBooking";

    public bool CanPurchaseItems => true;

    public async Task<Answer<CommittedOrder>> PurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.OrderCode) is not { } code)
            return OneboxChannelsRefusals.NoOrder("bought");
        var talk = Open(call);
        if (talk.Options.Unpayable(SaleMode.Purchase, "the places stay booked") is { } unpayable)
            return unpayable;
        var (booking, unread) = await ReadOrderAsync(talk, code, cancellation);
        if (booking is null)
            return unread ?? OneboxChannelsRefusals.OrderExpired();
        if (await BegunAsync(talk, booking, request, cancellation) is { } begun)
            return await PayAsync(talk, begun, request, cancellation);

        var items = Wanted(booking, request);
        if (items.Count == 0 || items.Any(i => !i.IsPending))
            return items.Count > 0 && items.All(i => i.IsSold)
                ? new Refusal(RefusalReason.NotAllowed, "These places were bought already. Nothing was bought again.")
                : new Refusal(RefusalReason.HoldExpired, "At least one of these places is no longer booked at Onebox. Nothing was bought.");
        var answer = await talk.Orders.PurchaseBookingAsync(code, items.Select(i => i.Id), cancellation);
        if (answer.Value is not { } order)
            return answer.Refusal ?? OfPurchase(new(answer.Problem!));
        if (order.Code != code)
            await call.RememberAsync(new(OneboxChannelsReferences.PurchaseCode, order.Code), cancellation);
        return await PayAsync(talk, order, request, cancellation);
    }

    public async Task<Answer<OrderFinding>> LookUpPurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.OrderCode) is not { } code)
            return OneboxChannelsRefusals.NoOrder("looked up");
        var talk = Open(call);
        var (booking, refusal) = await ReadOrderAsync(talk, code, cancellation);
        if (refusal is not null)
            return refusal;
        if (booking is null)
            return new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: "not found");
        var items = Wanted(booking, request);
        if (items.Count > 0 && items.All(i => i.IsSold))
            return new OrderFinding(OrderFound.Made, Bought(booking, items, talk), booking.RawStatus);
        return items.Count > 0 && items.All(i => i.IsPending) && booking.Status is not (OrderStatus.Expired or OrderStatus.Cancelled)
            // An order that was created and not paid keeps the booking; asking again goes on with it where its code is known.
            ? new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: booking.RawStatus)
            : new OrderFinding(items.Exists(i => i.IsSold) ? OrderFound.InDoubt : OrderFound.NotMadeHoldOver, RawStatus: booking.RawStatus);
    }

    /// <summary>A purchase of the very same places that an earlier try began and did not pay.</summary>
    private static async Task<OrderDto?> BegunAsync(OneboxChannelsTalk talk, OrderDto booking, ItemsRequest request, CancellationToken cancellation)
    {
        if (booking.Status is OrderStatus.PreOrder)
            return booking;
        if (talk.Call.Find(OneboxChannelsReferences.PurchaseCode) is not { } code || code == booking.Code)
            return null;
        var (order, _) = await ReadOrderAsync(talk, code, cancellation);
        var places = Wanted(booking, request).Select(i => i.Place with { ZoneId = null }).Order(ByPlace).ToList();
        return order is { Status: OrderStatus.PreOrder } && order.Items.Select(i => i.Place with { ZoneId = null }).Order(ByPlace).SequenceEqual(places) ? order : null;
    }

    /// <summary>Pays what the answer leaves open. A price that moved since it was agreed is not paid.</summary>
    private static async Task<Answer<CommittedOrder>> PayAsync(OneboxChannelsTalk talk, OrderDto order, ItemsRequest request, CancellationToken cancellation)
    {
        if (order.Status is not OrderStatus.PreOrder && order.Pending is null or 0)
            return Bought(order, order.Items, talk);
        var asked = order.Total ?? request.Total?.Amount ?? 0;
        // What delivery costs was agreed with the booking, not with its places.
        if (request.Total is { } agreed && asked - order.DeliveryCosts > agreed.Amount)
            return new Refusal(RefusalReason.PriceChanged, $"Onebox wants {new Money(asked - order.DeliveryCosts, order.Currency ?? talk.Options.Currency)} for these places, {agreed} was agreed. Nothing was bought; they stay booked.") { TotalNow = new Money(asked - order.DeliveryCosts, order.Currency ?? talk.Options.Currency) };
        var answer = await talk.Orders.CommitAsync(order.Code, Math.Max(asked, request.Total?.Amount ?? 0), request.OurReference, cancellation);
        if (answer.Value is { } paid)
            return paid.Status switch
            {
                OrderStatus.Paid or OrderStatus.Confirmed => Bought(paid, paid.Items, talk),
                OrderStatus.Expired => OneboxChannelsRefusals.OrderExpired(),
                _ => throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"the purchase stands at '{paid.RawStatus}' after its commit"),
            };
        return answer.Refusal ?? OfPurchase(new(answer.Problem!));
    }

    private static List<OrderItemDto> Wanted(OrderDto booking, ItemsRequest request) => request.ItemRefs.Count == 0
        ? [.. booking.Items.Where(i => i.IsPending || i.IsSold)]
        : [.. booking.Items.Where(i => request.ItemRefs.Contains(i.Id))];

    private static CommittedOrder Bought(OrderDto order, IReadOnlyList<OrderItemDto> items, OneboxChannelsTalk talk) => new(
        CommitOutcome.Purchased,
        order.Code == talk.Call.Find(OneboxChannelsReferences.OrderCode) ? [] : [new(OneboxChannelsReferences.PurchaseCode, order.Code)],
        order.RawStatus, OneboxChannelsReports.Lines(order with { Items = items }, talk.Call.References, talk.Options));

    private static Refusal OfPurchase(OneboxChannelsProblem problem) => problem.Kind switch
    {
        ProblemKind.Expired => OneboxChannelsRefusals.OrderExpired(),
        ProblemKind.BadParameter => new(RefusalReason.NotAllowed, $"Onebox does not sell these booked places now: {problem.Said}. Nothing was bought; an earlier try may keep them locked for up to 45 minutes."),
        _ => OneboxChannelsRefusals.OfCart(problem),
    };

    private static readonly Comparer<PlaceDto> ByPlace = Comparer<PlaceDto>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
