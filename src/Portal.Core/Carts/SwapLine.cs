using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Makes a line that is not held want something else instead, at the price that was shown, and has it held. The names that were typed stay
/// on the line; what will be asked of the guests follows the new offer.
/// </summary>
public sealed class SwapLine(IDbContextFactory<PortalDb> databases, CheckLine check, ReadRequirements requirements, PlaceLines place, TimeProvider time)
{
    /// <param name="actor">Who swaps.</param>
    /// <param name="lineId">Which line.</param>
    /// <param name="sessionId">What it shall be instead.</param>
    /// <param name="offerRef">Which offer of it.</param>
    /// <param name="seen">The provider net per ticket behind the price that was shown.</param>
    /// <param name="cancellation">Ends the preparations; never a question to a provider.</param>
    public async Task<Answer<CartLine>> RunAsync(Actor actor, Guid lineId, Guid sessionId, string offerRef, Money seen, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Hold).Include(l => l.Cart).SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null)
            return new Refusal(RefusalReason.NotFound, "The line is no longer in the cart.");
        // Never two live holds for one line.
        if (line.Hold is { } hold && HoldLifecycle.Alive.Contains(hold.State))
            return new Refusal(RefusalReason.Busy, "The line is held, or may be.");
        var wish = await check.RunAsync(line.Cart!.AgencyId, sessionId, offerRef, line.Quantity, line.Mode, seen, cancellation);
        if (!wish.IsYes)
            return wish.Refusal;
        var asked = await requirements.RunAsync(sessionId, [offerRef], cancellation);

        (line.SessionId, line.ConnectionId, line.OfferRef, line.OfferName) = (sessionId, wish.Value.Connection.Row.Id, offerRef, wish.Value.Offer.Name);
        (line.Delivery, line.Quote, line.QuotedAt) = (wish.Value.Offer.Delivery, wish.Value.Quote, time.GetUtcNow().UtcDateTime);
        (line.HoldId, line.HeldQuantity, line.SeatsJson, line.PlacesJson) = (null, 0, "[]", "[]");
        line.RequirementsJson = asked.TryGetValue(offerRef, out var wanted) ? JsonSerializer.Serialize(wanted) : "[]";
        line.ClearProblem();
        line.Version++;
        if (!await db.TrySaveAsync(cancellation))
            return new Refusal(RefusalReason.Busy, "The line was changed in another tab.");
        await place.RunAsync(actor, line.CartId, wish.Value.Connection, [lineId], cancellation);
        await using var after = await databases.CreateDbContextAsync(cancellation);
        return await after.CartLines.AsNoTracking().Include(l => l.Hold).SingleAsync(l => l.Id == lineId, cancellation);
    }
}
