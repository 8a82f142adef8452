using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Fills in what is asked of a person from what the agency knows of them. Nothing that was typed is overwritten, and nothing that is not asked is taken.</summary>
public sealed class UseKnownGuest(IDbContextFactory<PortalDb> databases, GuestSeal seal, SaveGuest save)
{
    /// <returns>How many fields were filled.</returns>
    public async Task<Answer<int>> RunAsync(Actor actor, Guid guestId, Guid knownId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = await db.Guests.AsNoTracking().Where(g => g.Id == knownId && g.AgencyId == actor.AgencyId && g.ErasedAt == null).Select(g => g.SealedValues).SingleOrDefaultAsync(cancellation);
        var guest = await db.Guests.AsNoTracking().VisibleTo(db, actor).Include(g => g.Places).SingleOrDefaultAsync(g => g.Id == guestId, cancellation);
        if (known is null || guest is null)
            return new Refusal(RefusalReason.NotFound, "This person is no longer known.");
        var (values, typed) = (seal.Open(known), seal.Open(guest.SealedValues));
        var filled = guest.Places.SelectMany(p => GuestList.Wanted(p).Keys).Distinct()
            .Where(f => string.IsNullOrWhiteSpace(typed.GetValueOrDefault(f)) && values.ContainsKey(f)).ToDictionary(f => f, f => values[f]);
        if (filled.Count == 0)
            return 0;
        var saved = await save.RunAsync(actor, guestId, filled, cancellation);
        return saved.IsYes ? filled.Count : saved.Refusal;
    }
}
