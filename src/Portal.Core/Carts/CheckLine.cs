using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>A wish that can be asked of its provider now: the live offer and the quote that follows from it.</summary>
public sealed record CheckedWish(OpenConnection Connection, SessionKey Session, Offer Offer, Quote Quote);

/// <summary>
/// Asks everything that can speak against a line before its provider is asked to hold it: enablement, the live offer, its quantity
/// rule and stock, whether the price is the one the agent saw, and whether it can be told in the agency's currency. Changes nothing.
/// </summary>
public sealed class CheckLine(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers read, ReadTerms readTerms, TimeProvider time)
{
    /// <param name="agencyId">For whom.</param>
    /// <param name="sessionId">Which occurrence.</param>
    /// <param name="offerRef">Which offer.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="mode">To be sold or to be kept.</param>
    /// <param name="seen">The provider net the agent saw; null accepts today's.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<Answer<CheckedWish>> RunAsync(
        Guid agencyId, Guid sessionId, string offerRef, int quantity, SaleMode mode, Money? seen, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.ReadEnablementAsync(sessionId, agencyId, cancellation) is not { } facts)
            return new Refusal(RefusalReason.NotFound, "This event is no longer in the catalogue.");
        var session = await db.Sessions.Where(s => s.Id == sessionId)
            .Select(s => new { Key = new SessionKey(s.Event!.ProviderRef, s.ProviderRef), s.Event.ConnectionId }).SingleAsync(cancellation);
        var connection = await connections.OpenAsync(session.ConnectionId, cancellation);
        facts = facts.With(connection.Traits);
        // Asked before the provider is: what is switched off sends no call.
        if (EnablementRule.Decide(facts, time.GetUtcNow().UtcDateTime).Refuses(mode) is { } off)
            return off;

        var reading = await read.RunAsync(connection, sessionId, cancellation);
        if (reading.WasSilent)
            return new Refusal(RefusalReason.Unreachable, "The provider did not answer when its price was read.");
        if (reading.Refusal is { } refusal)
            return refusal;
        if (reading.Offers.FirstOrDefault(o => o.OfferRef == offerRef) is not { IsSellable: true } offer)
            return SoldOut(offerRef, quantity, 0);
        if (EnablementRule.Decide(facts with { NoBooking = offer.NoBooking ?? facts.NoBooking }, time.GetUtcNow().UtcDateTime).Refuses(mode) is { } noBooking)
            return noBooking;

        // A reading kept for a while says nothing certain about stock: there the hold itself asks.
        if (connection.Traits.OffersKeptFor == TimeSpan.Zero && offer.Stock < quantity)
            return SoldOut(offerRef, quantity, offer.Rule.Nearest(quantity, offer.Stock) ?? 0);
        if (offer.Rule.Check(quantity, connection.Traits.OffersKeptFor == TimeSpan.Zero ? offer.Stock : null) is { } fault)
            return new Refusal(RefusalReason.QuantityNotAllowed, fault.ToString())
            {
                Shortfalls = [new Shortfall(offerRef, quantity, offer.Rule.Nearest(quantity, offer.Stock))],
            };
        if (seen is { } was && was != offer.NetEach)
            return new Refusal(RefusalReason.PriceChanged, $"{was} → {offer.NetEach}") { PriceMoves = [new PriceMove(offerRef, was, offer.NetEach)] };

        var quote = (await readTerms.RunAsync(agencyId, sessionId, [offer.NetEach.Currency], cancellation)).Quote(offer);
        return quote.IsYes ? new CheckedWish(connection, session.Key, offer, quote.Value) : quote.Refusal;
    }

    private static Refusal SoldOut(string offerRef, int asked, int left) =>
        new(RefusalReason.SoldOut, $"{left} left, {asked} asked for") { Shortfalls = [new Shortfall(offerRef, asked, left)] };
}
