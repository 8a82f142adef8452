using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>
/// Reads one session for its page: what is listed, whether it may be sold, who else sells it, and live price and stock from its provider.
/// When the provider is silent, throttles or cannot be reached, the last reading is shown with its age and the reason.
/// </summary>
public sealed class ReadSession(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers read, ReadSellers sellers, ReadTerms readTerms, TimeProvider time)
{
    private const int MostDates = 5_000;

    /// <param name="actor">For whom; an admin, who belongs to no agency, sees prices in the provider's currency under the rules for everybody.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="sessionId">Which occurrence of it; null takes the next one.</param>
    /// <param name="cancellation">Ends the reading early; what was not read is not stored.</param>
    public async Task<Answer<SessionView>> RunAsync(Actor actor, Guid eventId, Guid? sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var session = await ChooseAsync(db, eventId, sessionId, now, cancellation);
        if (session is null)
            return new Refusal(RefusalReason.NotFound, "The event is not in the catalogue.");

        var facts = await db.ReadEnablementAsync(session.Id, actor.AgencyId, cancellation)
            ?? throw new InvalidOperationException($"Session {session.Id} has no promoter.");
        var connection = await connections.OpenAsync(session.Event!.ConnectionId, cancellation);
        var (offers, readAt, trouble) = await OffersAsync(session, connection, facts, now, cancellation);
        var dates = await DatesAsync(db, session, now, cancellation);
        var terms = await readTerms.RunAsync(actor.AgencyId, session.Id,
            [.. offers.Select(o => o.NetEach.Currency), .. dates.Select(d => d.Net?.Currency).OfType<string>()], cancellation);
        var quoted = offers.Select(o => (Offer: o, Quote: terms.Quote(o))).ToList();
        var shown = session.Event;
        return new SessionView(
            shown.Id, session.Id, shown.Name, shown.Kind, shown.Category, shown.Competition, shown.Description, shown.VenueName, shown.City, shown.Country,
            session.StartLocal, session.EndLocal, session.TimeZone, session.DateConfirmed, shown.Status, connection.Row.Id, connection.Provider.Traits.DisplayName,
            [.. dates.Select(d => d.Date with { From = d.Net is { } net ? terms.Quote(net).Value?.SellingEach : null })], await sellers.RunAsync(actor, session.Id, cancellation),
            EnablementRule.Decide(facts.With(connection.Traits), now), connection.Provider is IDrawsSeats,
            [.. quoted.Where(q => q.Quote.IsYes).Select(q => new QuotedOffer(q.Offer, q.Quote.Value!))], readAt, trouble)
        {
            Unpriced = [.. quoted.Select(q => q.Quote.Refusal).OfType<Refusal>().DistinctBy(r => r.Detail).Select(r => RefusalWords.For(r, connection.Provider.Traits.DisplayName, Attempted.Read))],
        };
    }

    private static async Task<Session?> ChooseAsync(PortalDb db, Guid eventId, Guid? sessionId, DateTime now, CancellationToken cancellation)
    {
        var sessions = db.Sessions.AsNoTracking().Include(s => s.Event).Where(s => s.EventId == eventId);
        if (sessionId is not null)
            return await sessions.SingleOrDefaultAsync(s => s.Id == sessionId, cancellation);
        return await sessions.Where(s => s.IsOffered && (s.StartUtc == null || s.StartUtc > now)).OrderBy(s => s.StartLocal).FirstOrDefaultAsync(cancellation)
            ?? await sessions.OrderByDescending(s => s.StartLocal).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<IReadOnlyList<(SessionDate Date, Money? Net)>> DatesAsync(PortalDb db, Session session, DateTime now, CancellationToken cancellation)
    {
        var today = now.Date.AddDays(-1);
        var dates = await db.Sessions.Where(s => s.EventId == session.EventId && (s.StartLocal >= today || s.Id == session.Id))
            .OrderBy(s => s.StartLocal).Take(MostDates)
            .Select(s => new { s.Id, s.StartLocal, s.StartUtc, s.FromPrice, s.FromCurrency, s.StockHint, s.IsOffered }).ToListAsync(cancellation);
        return [.. dates.Where(d => d.Id == session.Id || (d.IsOffered && !(d.StartUtc <= now))).Select(d => (
            new SessionDate(d.Id, d.StartLocal, null, d.StockHint, d.IsOffered), d.FromPrice is { } net && d.FromCurrency is { } currency ? new Money(net, currency) : (Money?)null))];
    }

    private async Task<(IReadOnlyList<Offer> Offers, DateTime? ReadAt, RefusalSentences? Trouble)> OffersAsync(
        Session session, OpenConnection connection, EnablementFacts facts, DateTime now, CancellationToken cancellation)
    {
        // Nothing can be sold of these: the provider is not asked.
        if (!facts.ConnectionEnabled || facts.EventStatus is EventStatus.Cancelled or EventStatus.Gone || facts.StartUtc <= now)
            return (ReadOffers.Stored(session.OffersJson), session.OffersReadAt, null);
        var provider = connection.Provider.Traits.DisplayName;
        var reading = await read.RunAsync(connection, session.Id, cancellation);
        var trouble = reading switch
        {
            { WasSilent: true } => RefusalWords.Silent(provider, Attempted.Read, null),
            { Refusal: { } refusal } => RefusalWords.For(refusal, provider, Attempted.Read),
            _ => null,
        };
        return (reading.Offers, reading.ReadAt, trouble);
    }
}
