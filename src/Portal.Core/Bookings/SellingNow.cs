using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Asks <see cref="EnablementRule"/> whether places that are booked may be sold now.</summary>
internal static class SellingNow
{
    /// <returns>Every reason against it; null when there is none.</returns>
    public static async Task<Refusal?> AgainstAsync(PortalDb db, Guid agencyId, IReadOnlyList<Item> items, ProviderTraits traits, DateTime now)
    {
        var sessions = items.Select(i => i.SessionId).Distinct().ToList();
        var against = (await AgainstAsync(db, agencyId, sessions, traits, now)).ToList();
        return against.Count > 0 ? new Refusal(RefusalReason.NotEnabled, NotEnabled.Write(against)) : null;
    }

    public static async Task<IEnumerable<NotEnabled>> AgainstAsync(PortalDb db, Guid agencyId, IReadOnlyCollection<Guid> sessions, ProviderTraits traits, DateTime now)
    {
        var facts = await db.ReadEnablementAsync(sessions, await Seller.ReadAsync(db, agencyId, CancellationToken.None), CancellationToken.None);
        return sessions.SelectMany(s => EnablementRule.Decide(Kept(facts[s]).With(traits), now).AgainstSelling).Distinct();
    }

    // The places are ours already: that new ones are no longer for sale says nothing against them.
    private static EnablementFacts Kept(EnablementFacts facts) =>
        facts with { IsHeld = true, EventStatus = facts.EventStatus is EventStatus.Cancelled or EventStatus.Postponed ? facts.EventStatus : EventStatus.OnSale };
}
