using Portal.Core.Bookings;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

// What was reserved or taken as an option is sold, or let go, by a further order on its file (page 2.7).
public sealed partial class SecuTixProvider
{
    public bool CanPurchaseItems => true;

    public bool CanCancelItems => true;

    /// <summary>A reservation or option is freed; no document shows how a sale is taken back.</summary>
    public bool CanCancel(SaleMode mode) => mode is SaleMode.Book;

    /// <summary>
    /// The conversion: a SALE order on the same file carries the places on and is closed with <c>isConvertedReservation</c> and a payment of
    /// the full total. An order that an earlier try left open is taken up again, so that no place is carried on twice.
    /// </summary>
    public async Task<Answer<CommittedOrder>> PurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        // Before a place is carried on: a sale that cannot be paid is not begun.
        if (request.Total is null or { Amount: not 0 } && await MethodAsync(talk, cancellation) is { Refusal: { } without })
            return Booked(without);
        var (acted, refusal) = await CarryOnAsync(talk, request, "SALE", ItemState.Purchased, cancellation);
        if (refusal is not null)
            return refusal;
        if (acted!.Carrier is not { OrderId: { } saleId } sale)
            return Sold(acted, acted.Places, null);
        var net = SecuTixContent.Of(sale).Lines.Where(l => l.NetEach is not null).Select(l => l.NetEach!.Value * l.Quantity).ToList();
        Money? total = net.Count > 0 ? net.Aggregate((a, b) => a + b) : null;
        var (payments, unpayable) = await PaymentsAsync(talk, total, request.Total ?? total ?? new Money(0, "EUR"), cancellation);
        if (unpayable is not null)
        {
            await LetGoAsync(talk, saleId, cancellation);
            return Booked(unpayable);
        }
        var answer = await talk.Facade.PayAndCloseAsync(saleId, payments!, talk.Options.ContactOf(request.Buyer), talk.Options.MaxWaitingTime, cancellation);
        if (answer.Refusal is { } no)
            return no;
        if (answer.No is { IsInProgress: true })
            return new CommittedOrder(CommitOutcome.InProgress, [new(SecuTixReferences.SaleOrder, saleId)], sale.OrderState ?? "", []);
        if (answer.Value is not null)
            return Sold(acted, acted.Places, saleId);
        await LetGoAsync(talk, saleId, cancellation);
        var (file, unread) = await FileAsync(talk, cancellation);
        if (file is null)
            throw new ProviderSilenceException("createPaymentsAndCloseOrder", SilenceKind.Unreadable, $"refused, and the file could not be read: {unread!.Detail}");
        return Standing(file, acted.Places, talk.Now) switch
        {
            [ItemState.Purchased] => Sold(acted, acted.Places, saleId),
            [ItemState.Booked] => SecuTixRefusals.Of(answer.No!, "Nothing was sold, the places stay booked."),
            _ => new Refusal(RefusalReason.HoldExpired, $"SecuTix no longer keeps the places: {answer.No!.Said}. Nothing was sold."),
        };
    }

    private static Refusal Booked(Refusal refusal) => refusal with { Detail = refusal.Detail.Replace("the places are still held", "the places stay booked", StringComparison.Ordinal) };

    public async Task<Answer<OrderFinding>> LookUpPurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (file, unread) = await FileAsync(talk, cancellation);
        if (file is null)
            return unread!;
        var places = Asked(file, request, talk.Now, ItemState.Purchased);
        return Standing(places) switch
        {
            [ItemState.Purchased] => new OrderFinding(OrderFound.Made, Sold(new Carrying(file, places, null), places, null), file.State),
            // We never freeze a conversion: a frozen one is being closed.
            [ItemState.Booked] => file.UnderWay("SALE") is { } sale && SecuTixWords.Order(sale.OrderState) is OrderStanding.Validated
                ? new OrderFinding(OrderFound.Made, new CommittedOrder(CommitOutcome.InProgress, [new(SecuTixReferences.SaleOrder, sale.OrderId!)], sale.OrderState!, []), file.State)
                : new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: file.State),
            [ItemState.Lapsed] or [ItemState.Cancelled] => new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: file.State),
            _ => new OrderFinding(OrderFound.InDoubt, RawStatus: file.State),
        };
    }

    public async Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        if (!CanCancel(request.Mode))
            return new Refusal(RefusalReason.NotAllowed, "SecuTix documents no way to take a sale back. Nothing was cancelled; ask the institution.");
        var talk = Open(call);
        var type = $"{(await FileAsync(talk, cancellation)).File?.Order?.OrderType ?? talk.Options.BookAs}_FREEING";
        var (acted, refusal) = await CarryOnAsync(talk, request, type, ItemState.Cancelled, cancellation);
        if (refusal is not null)
            return refusal;
        if (acted!.Carrier is not { OrderId: { } freeingId })
            return new CancelledItems([.. acted.Places.Select(p => p.ItemRef)], acted.File.State, null);
        var answer = await talk.Orders.CloseAsync(freeingId, type, [], talk.Options.ContactOf(request.Buyer), talk.Options.MaxWaitingTime, cancellation);
        if (answer.Refusal is { } no)
            return no;
        if (answer.No is { IsInProgress: true })
            throw SecuTixRefusals.StillRunning("closeOrder");
        if (answer.Value is null)
        {
            await LetGoAsync(talk, freeingId, cancellation);
            return SecuTixRefusals.Of(answer.No!, "Nothing was cancelled, the places stay booked.");
        }
        return new CancelledItems([.. acted.Places.Select(p => p.ItemRef)], "FREED", null) { References = [new(SecuTixReferences.FreeingOrder, freeingId)] };
    }

    public async Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (file, unread) = await FileAsync(talk, cancellation);
        if (file is null)
            return unread!;
        var places = Asked(file, request, talk.Now, ItemState.Cancelled);
        return Standing(places) switch
        {
            [ItemState.Cancelled] or [ItemState.Lapsed] => new CancelFinding(CancelFound.Done, new CancelledItems([.. places.Select(p => p.ItemRef)], file.State, null), file.State),
            [ItemState.Booked] or [ItemState.Purchased] => new CancelFinding(CancelFound.NotDone, RawStatus: file.State),
            _ => new CancelFinding(CancelFound.InDoubt, RawStatus: file.State),
        };
    }

    /// <summary>Makes, or takes up, the order that carries the places on. Without a carrier it had been done before.</summary>
    private async Task<(Carrying? Acted, Refusal? Refusal)> CarryOnAsync(SecuTixTalk talk, ItemsRequest request, string type, ItemState done, CancellationToken cancellation)
    {
        var (file, unread) = await FileAsync(talk, cancellation);
        if (file is null)
            return (null, unread);
        var places = Asked(file, request, talk.Now, done);
        if (places.Count > 0 && places.All(p => p.State == done))
            return (new Carrying(file, places, null), null);
        if (places.Count == 0 || places.Any(p => p.State is not ItemState.Booked))
            return (null, new Refusal(places.Any(p => p.State is ItemState.Lapsed) ? RefusalReason.HoldExpired : RefusalReason.NotAllowed,
                $"SecuTix no longer keeps all of these places (the file is {file.State}). Nothing was done; look at the order again."));
        if (file.UnderWay(type) is { OrderId: { } leftId } left)
        {
            if (SecuTixFile.CarriedBy(left, file.Order!).SetEquals(places.Select(p => p.ItemRef)))
                return (new Carrying(file, places, left), null);
            await LetGoAsync(talk, leftId, cancellation);
        }
        var pointOfSales = await PointOfSalesIdAsync(talk, cancellation);
        if (!pointOfSales.IsYes)
            return (null, pointOfSales.Refusal);
        var answer = await talk.Facade.PutAsync(new OrderWrite(pointOfSales.Value, type)
        {
            FileId = talk.Call.Find(SecuTixReferences.File), ContactReference = talk.Options.ContactReference, ExternalReference = request.OurReference,
            Resumed = [.. places.GroupBy(p => p.Operation.OperationId!).Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(p => p.ItemRef)]))],
        }, cancellation);
        if (answer.Value is not { Update: { OrderId: { Length: > 0 } id } update })
            return answer.No is { IsInProgress: true } || answer.Value is not null ? throw SecuTixRefusals.StillRunning("createOrUpdateOrder")
                : (null, answer.Refusal ?? SecuTixRefusals.Of(answer.No!, "Nothing was done, the places stay booked."));
        await talk.Call.RememberAsync(new(type == "SALE" ? SecuTixReferences.SaleOrder : SecuTixReferences.FreeingOrder, id), cancellation);
        return (new Carrying(file, places, new OrderDetailsDto { OrderId = id, OrderType = type, OrderState = "RUNNING", OperationDatas = update.OperationDataUpdates, MovementDatas = update.MovementDataUpdates }), null);
    }

    private static async Task<(SecuTixFile? File, Refusal? Unread)> FileAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        var files = talk.Call.References.Where(r => r.Kind == SecuTixReferences.File).Select(r => r.Value).Distinct().ToList();
        if (talk.Call.Find(SecuTixReferences.Order) is not { } orderId || files is not [var fileId])
            return (null, new Refusal(RefusalReason.NotAllowed, files.Count > 1
                ? "SecuTix has split the order over several files; those are sold or freed one by one at the institution. Nothing was done."
                : "The order at SecuTix has no known file. Nothing was done; it is read back first."));
        var answer = await talk.Orders.ReadFileAsync(fileId, cancellation);
        return answer.Value is { } file ? (new SecuTixFile(file, orderId), null) : (null, answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!));
    }

    /// <summary>The places the request speaks of: the named ones, else all that are booked, else (nothing being left) all that became what was asked.</summary>
    private static IReadOnlyList<SecuTixPlace> Asked(SecuTixFile file, ItemsRequest request, DateTime now, ItemState done)
    {
        var all = file.Places(now);
        if (request.ItemRefs.Count > 0)
            return [.. all.Where(p => request.ItemRefs.Contains(p.ItemRef))];
        return all.Where(p => p.State is ItemState.Booked).ToList() is { Count: > 0 } booked ? booked : all.Where(p => p.State == done).ToList() is { Count: > 0 } acted ? acted : all;
    }

    private static List<ItemState> Standing(IReadOnlyList<SecuTixPlace> places) => [.. places.Select(p => p.State).Distinct()];

    private static List<ItemState> Standing(SecuTixFile file, IReadOnlyList<SecuTixPlace> places, DateTime now) =>
        Standing([.. file.Places(now).Where(p => places.Any(a => a.ItemRef == p.ItemRef))]);

    private static CommittedOrder Sold(Carrying acted, IReadOnlyList<SecuTixPlace> places, string? saleId) => new(CommitOutcome.Purchased,
        saleId is null ? [] : [new(SecuTixReferences.SaleOrder, saleId)], acted.File.State,
        [.. places.GroupBy(p => (p.Operation.OfferRef, Net: SecuTixContent.NetOf(p.Operation))).Select(g => new HeldLine(g.Key.OfferRef, g.Count(), g.Key.Net))]);

    /// <summary>Places on their way, and the order that carries them on; none where they had arrived before.</summary>
    private sealed record Carrying(SecuTixFile File, IReadOnlyList<SecuTixPlace> Places, OrderDetailsDto? Carrier);
}
