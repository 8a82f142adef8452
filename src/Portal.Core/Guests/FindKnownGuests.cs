using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>Somebody the agency knows, with as much as tells namesakes apart.</summary>
/// <param name="BornIn">Year of birth; null when not known.</param>
/// <param name="Email">Masked.</param>
public sealed record KnownGuest(Guid Id, string Name, int? BornIn, string? Email);

/// <summary>
/// Finds people of that name whom the agency has told about before. Names are compared by their keyed hashes; only those few that fit are
/// opened. What was erased after its event is gone here too.
/// </summary>
public sealed class FindKnownGuests(IDbContextFactory<PortalDb> databases, GuestSeal seal)
{
    private const int Most = 5;
    private const int Opened = 30;

    /// <param name="actor">Who asks; finds only what the own agency knows.</param>
    /// <param name="guestId">The person whose name was typed.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The best known first; each once, though they went several times.</returns>
    public async Task<IReadOnlyList<KnownGuest>> RunAsync(Actor actor, Guid guestId, CancellationToken cancellation)
    {
        if (actor.AgencyId is not { } agencyId)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var typed = await db.Guests.AsNoTracking().VisibleTo(db, actor).Where(g => g.Id == guestId).Select(g => new { g.SealedValues, g.CartId }).SingleOrDefaultAsync(cancellation);
        if (typed is null)
            return [];
        var name = seal.Open(typed.SealedValues);
        var hashes = await seal.HashAsync(cancellation, name.GetValueOrDefault(GuestFields.FirstName), name.GetValueOrDefault(GuestFields.LastName));
        if (hashes.Count == 0)
            return [];
        var found = db.Guests.AsNoTracking().Where(g => g.AgencyId == agencyId && g.CartId != typed.CartId && g.ErasedAt == null && g.SealedValues != null);
        foreach (var hash in hashes)
            found = found.Where(g => g.Words.Any(w => w.Hash == hash));
        var rows = await found.OrderByDescending(g => g.ChangedAt).Take(Opened).Select(g => new { g.Id, g.SealedValues }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Id, Values: seal.Open(r.SealedValues)))
            .GroupBy(r => (GuestNames.Of(r.Values), r.Values.GetValueOrDefault(GuestFields.DateOfBirth), r.Values.GetValueOrDefault(GuestFields.Email)))
            .Select(same => same.MaxBy(r => r.Values.Count)).OrderByDescending(r => r.Values.Count).Take(Most)
            .Select(r => new KnownGuest(r.Id, GuestNames.Of(r.Values) ?? "", Year(r.Values.GetValueOrDefault(GuestFields.DateOfBirth)), r.Values.TryGetValue(GuestFields.Email, out var email) ? TicketWords.Masked(email) : null))];
    }

    private static int? Year(string? birth) => DateOnly.TryParseExact(birth, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.Year : null;
}
