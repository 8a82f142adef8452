using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Readers;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

// An order is made, extended, reduced and given up (page 2.6, 2.7).
public sealed partial class SecuTixProvider
{
    public async Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (Wanted(request.Lines) is not { } wanted)
            return SecuTixRefusals.UnknownOffer();
        var pointOfSales = await PointOfSalesIdAsync(talk, cancellation);
        if (!pointOfSales.IsYes)
            return pointOfSales.Refusal;
        var answer = await talk.Facade.PutAsync(new OrderWrite(pointOfSales.Value, talk.Options.OrderType(request.Mode))
        {
            ContactReference = talk.Options.ContactReference, ExternalReference = request.OurReference, Places = [.. wanted.Select(w => (SecuTixOffer.Of(w.Key)!, w.Value))],
        }, cancellation);
        if (answer.Value is not { } made)
            return answer.Refusal ?? await ExplainAsync(talk, answer.No!, request.Lines, [], cancellation);
        if (made.Update.OrderId is not { Length: > 0 } id)
            throw WireJson.Unreadable(made.Reply!, "the order was answered without its id");
        // The wire finds no order by our name: from here on it can be found again by its own.
        await call.RememberAsync(new(SecuTixReferences.Order, id), cancellation);
        var content = SecuTixContent.Of(made.Update);
        if (content.IsNominative && request.Mode is SaleMode.Purchase)
        {
            await LetGoAsync(talk, id, cancellation);
            return SecuTixRefusals.Nominative();
        }
        return await HeldAsync(talk, id, content, cancellation);
    }

    public async Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("changed");
        var talk = Open(call);
        if (Wanted(request.Lines) is not { } wanted)
            return SecuTixRefusals.UnknownOffer();
        var pointOfSales = await PointOfSalesIdAsync(talk, cancellation);
        if (!pointOfSales.IsYes)
            return pointOfSales.Refusal;
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return unread!;
        if (NotOpen(order) is { } over)
            return over;
        var content = SecuTixContent.Of(order);
        var has = content.Quantities;
        var more = wanted.Select(w => (Offer: w.Key, Quantity: w.Value - has.GetValueOrDefault(w.Key))).Where(w => w.Quantity > 0).ToList();
        var surplus = has.SelectMany(h => content.MovementsOf(h.Key).Reverse().Take(h.Value - wanted.GetValueOrDefault(h.Key))).Select(m => m.MovementId!).ToList();

        // First what may be refused; taking out is always possible, and what stays is safe all the while.
        List<string> added = [];
        if (more.Count > 0)
        {
            var answer = await talk.Facade.PutAsync(new OrderWrite(pointOfSales.Value, order.OrderType ?? talk.Options.OrderType(request.Mode))
            {
                OrderId = id, ContactReference = talk.Options.ContactReference, Places = [.. more.Select(m => (SecuTixOffer.Of(m.Offer)!, m.Quantity))],
            }, cancellation);
            if (answer.Value is not { } grown)
                return answer.Refusal ?? await ExplainChangeAsync(talk, id, answer.No!, request.Lines, content, cancellation);
            added.AddRange((grown.Update.MovementDataUpdates ?? []).Select(m => m.MovementId).OfType<string>());
            content.Merge(grown.Update);
        }
        if (surplus.Count > 0)
        {
            var answer = await talk.Orders.AbandonMovementsAsync(id, surplus, cancellation);
            if (answer.Value is not { } shrunk)
                return await UndoAsync(talk, id, added, answer.Refusal ?? SecuTixRefusals.Of(answer.No!, "The order is as it was."), cancellation);
            content.Merge(shrunk.Update);
        }
        return await HeldAsync(talk, id, content, cancellation);
    }

    public async Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("given back");
        var talk = Open(call);
        var answer = await talk.Orders.AbandonAsync(id, cancellation);
        if (answer.Value is not null)
            return new HoldReleased("ABANDONED");
        if (answer.Refusal is { } refusal)
            return refusal;
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        return order is null
            ? unread!.Reason is RefusalReason.NotFound ? new HoldReleased("not found") : unread
            : SecuTixWords.Order(order.OrderState) switch
            {
                OrderStanding.Over => new HoldReleased(order.OrderState!),
                OrderStanding.Closed => SecuTixRefusals.Closed("given back"),
                _ => SecuTixRefusals.Of(answer.No!, "The places were not given back; they lapse by themselves."),
            };
    }

    /// <summary>What is to be held, one quantity per offer; null where an offer is none of ours.</summary>
    private static Dictionary<string, int>? Wanted(IReadOnlyList<HoldLine> lines) =>
        lines.All(l => SecuTixOffer.Of(l.OfferRef) is not null) ? lines.GroupBy(l => l.OfferRef).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity)) : null;

    private static Refusal? NotOpen(Dtos.OrderDetailsDto order) => SecuTixWords.Order(order.OrderState) switch
    {
        OrderStanding.Over => SecuTixRefusals.Expired(),
        OrderStanding.Closed => SecuTixRefusals.Closed("changed any more"),
        OrderStanding.Validated => SecuTixRefusals.Frozen(),
        _ => null,
    };

    /// <summary>What was added goes out again, so that a refusal leaves the order as it was; where that fails nobody knows how it stands.</summary>
    private static async Task<Answer<HeldPlaces>> UndoAsync(SecuTixTalk talk, string id, List<string> added, Refusal refusal, CancellationToken cancellation)
    {
        if (added.Count == 0 || (await talk.Orders.AbandonMovementsAsync(id, added, cancellation)).Value is not null)
            return refusal;
        throw new ProviderSilenceException("abandonMovements", SilenceKind.Unreadable, $"places were added, others could not be taken out: {refusal.Detail}");
    }

    private async Task<Answer<HeldPlaces>> HeldAsync(SecuTixTalk talk, string id, SecuTixContent content, CancellationToken cancellation)
    {
        var (expiresAt, state) = await ExpiryAsync(talk, id, cancellation);
        return Held(id, content, expiresAt, state);
    }

    private static HeldPlaces Held(string id, SecuTixContent content, DateTime expiresAt, string? state) =>
        new([new(SecuTixReferences.Order, id), .. content.FileIds.Select(f => new ProviderReference(SecuTixReferences.File, f))], expiresAt, state ?? "", content.Lines);

    /// <summary>Until when the order is kept: as it tells, else the sales channel's delay from now (page 2.8). The places are held whether or not this can be read.</summary>
    private async Task<(DateTime ExpiresAt, string? State)> ExpiryAsync(SecuTixTalk talk, string id, CancellationToken cancellation)
    {
        try
        {
            var (order, _) = await ReadAsync(talk, id, cancellation);
            if (order is not null)
                return (await ExpiryOfAsync(talk, order, cancellation), order.OrderState);
        }
        catch (ProviderSilenceException)
        {
            // What is assumed instead is the shortest clock there is: never too late.
        }
        return (talk.Now + UsualDelay, null);
    }

    private async Task<DateTime> ExpiryOfAsync(SecuTixTalk talk, Dtos.OrderDetailsDto order, CancellationToken cancellation)
    {
        if (WireTimes.Utc(order.ExpirationDate, null) is { } told)
            return told;
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        return WireTimes.Utc(order.ExpirationDate, pos.Value?.OrganizationTimeZone)
            ?? talk.Now + (pos.Value?.OrderAbandonDelay is { } minutes ? TimeSpan.FromMinutes(minutes) : UsualDelay);
    }

    /// <summary>Gives an order up that is of no use. Where that cannot be done it lapses by itself.</summary>
    private static async Task LetGoAsync(SecuTixTalk talk, string id, CancellationToken cancellation)
    {
        try
        {
            await talk.Orders.AbandonAsync(id, cancellation);
        }
        catch (ProviderSilenceException)
        {
            // It may be gone or lapse in a quarter of an hour: either way it keeps nothing of value.
        }
    }
}
