using Portal.Core.Providers;

namespace Portal.Providers.SecuTix;

// After silence: what became of a hold, a change, a release is read from the order, where its id is known.
public sealed partial class SecuTixProvider
{
    public async Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        // No method finds an order by our own reference: without its id it may be held until its time is over.
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return new HoldFinding(HoldFound.CannotTell);
        var talk = Open(call);
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return unread!.Reason is RefusalReason.NotFound ? new HoldFinding(HoldFound.Nothing, RawStatus: "not found") : unread;
        var standing = SecuTixWords.Order(order.OrderState);
        if (standing is OrderStanding.Over)
            return new HoldFinding(HoldFound.Over, RawStatus: order.OrderState);
        var expiresAt = await ExpiryOfAsync(talk, order, cancellation);
        var places = Held(id, SecuTixContent.Of(order), expiresAt, order.OrderState);
        return new HoldFinding(standing is OrderStanding.Closed ? HoldFound.Consumed : expiresAt <= talk.Now ? HoldFound.Over : HoldFound.Alive, places, order.OrderState);
    }
}
