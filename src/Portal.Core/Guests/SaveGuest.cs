using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Saves what was typed for one person, field by field, as it is typed. Incomplete and wrong values are kept too: nothing typed is lost.</summary>
public sealed class SaveGuest(IDbContextFactory<PortalDb> databases, GuestSeal seal, TimeProvider time)
{
    /// <param name="actor">Who types.</param>
    /// <param name="guestId">About whom.</param>
    /// <param name="typed">Field → value; empty removes the value. Fields not named stay as they are.</param>
    /// <param name="cancellation">Ends the saving before it began.</param>
    public async Task<Answer<GuestSaved>> RunAsync(Actor actor, Guid guestId, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation)
    {
        // Two tabs may type into two fields of one person; each try reads what the other saved.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var mine = db.CartLines.VisibleTo(actor).Select(l => l.Id);
            var ofAgency = db.Bookings.Where(b => actor.SeesAll || b.AgencyId == actor.AgencyId).SelectMany(b => b.Orders).SelectMany(o => o.Lines).Select(l => l.Id);
            var guest = await db.Guests.Include(g => g.Words)
                .Where(g => mine.Contains(g.CartLineId) || ofAgency.Contains(g.CartLineId))
                .SingleOrDefaultAsync(g => g.Id == guestId, cancellation);
            if (guest is null)
                return new Refusal(RefusalReason.NotFound, "This person is no longer on the list.");

            var values = new Dictionary<string, string>(seal.Open(guest.SealedValues));
            var faults = new Dictionary<string, string>(seal.Open(guest.SealedFaults));
            var changed = false;
            foreach (var (field, value) in typed)
            {
                if (values.GetValueOrDefault(field, "") == value)
                    continue;
                changed = true;
                faults.Remove(field);
                if (value.Length == 0)
                    values.Remove(field);
                else
                    values[field] = value;
            }
            if (!changed)
                return new GuestSaved(guest.ChangedAt);

            guest.SealedValues = values.Count == 0 ? null : seal.Seal(values);
            guest.SealedFaults = faults.Count == 0 ? null : seal.Seal(faults);
            guest.ChangedAt = time.GetUtcNow().UtcDateTime;
            guest.Version++;
            if (typed.ContainsKey(GuestFields.FirstName) || typed.ContainsKey(GuestFields.LastName))
                await IndexAsync(guest, values, cancellation);
            if (await db.TrySaveAsync(cancellation))
                return new GuestSaved(guest.ChangedAt);
        }
        return new Refusal(RefusalReason.Busy, "The same person is being changed elsewhere.");
    }

    private async Task IndexAsync(Guest guest, Dictionary<string, string> values, CancellationToken cancellation)
    {
        var hashes = await seal.HashAsync(cancellation, values.GetValueOrDefault(GuestFields.FirstName), values.GetValueOrDefault(GuestFields.LastName));
        guest.Words.RemoveAll(w => !hashes.Contains(w.Hash));
        foreach (var hash in hashes)
            if (!guest.Words.Exists(w => w.Hash == hash))
                guest.Words.Add(new GuestWord { GuestId = guest.Id, Hash = hash });
    }
}

/// <summary>When what was typed was saved.</summary>
public sealed record GuestSaved(DateTime At);
