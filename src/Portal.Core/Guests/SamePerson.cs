using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Finds one person again among all whom an agency knows: the same name, and the same date of birth or e-mail address. Names are compared
/// by their keyed hashes first; only those that fit are opened. A namesake of whom neither is known stays somebody else.
/// </summary>
internal static class SamePerson
{
    private const int Opened = 500;

    /// <param name="db">Any context.</param>
    /// <param name="seal">Opens what is known.</param>
    /// <param name="guest">The one to begin with, who is always among those found.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<IReadOnlyList<Guid>> FindAsync(PortalDb db, GuestSeal seal, Guest guest, CancellationToken cancellation)
    {
        var known = seal.Open(guest.SealedValues);
        var hashes = await seal.HashAsync(cancellation, known.GetValueOrDefault(GuestFields.FirstName), known.GetValueOrDefault(GuestFields.LastName));
        if (hashes.Count == 0 || (Plain(known, GuestFields.DateOfBirth) is null && Plain(known, GuestFields.Email) is null))
            return [guest.Id];
        var named = db.Guests.AsNoTracking().Where(g => g.AgencyId == guest.AgencyId && g.ErasedAt == null && g.SealedValues != null && g.Id != guest.Id);
        foreach (var hash in hashes)
            named = named.Where(g => g.Words.Any(w => w.Hash == hash));
        var rows = await named.OrderByDescending(g => g.ChangedAt).Take(Opened).Select(g => new { g.Id, g.SealedValues }).ToListAsync(cancellation);
        return [guest.Id, .. rows.Where(r => IsSame(known, seal.Open(r.SealedValues))).Select(r => r.Id)];
    }

    /// <summary>Whether two records are of one person.</summary>
    internal static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        NameOf(one).SequenceEqual(NameOf(other)) && (AreEqual(one, other, GuestFields.DateOfBirth) || AreEqual(one, other, GuestFields.Email));

    /// <summary>Whether the person is who bought: the same e-mail address, or where one of the two is not known the same name.</summary>
    internal static bool IsBuyer(IReadOnlyDictionary<string, string> person, Buyer buyer) =>
        Plain(person, GuestFields.Email) is { } email && buyer.Find(BuyerField.Email) is { } theirs
            ? string.Equals(email, theirs.Trim(), StringComparison.OrdinalIgnoreCase)
            : NameOf(person) is { Count: > 0 } name && name.SequenceEqual(SearchWords.Of(buyer.Find(BuyerField.FirstName), buyer.Find(BuyerField.LastName)));

    /// <summary>Whether an agent's words for a customer name the person.</summary>
    internal static bool IsNamed(IReadOnlyDictionary<string, string> person, string? customer) =>
        customer is not null && NameOf(person) is { Count: > 0 } name && !name.Except(SearchWords.Of(customer)).Any();

    private static IReadOnlyList<string> NameOf(IReadOnlyDictionary<string, string> values) => SearchWords.Of(values.GetValueOrDefault(GuestFields.FirstName), values.GetValueOrDefault(GuestFields.LastName));

    private static bool AreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other, string field) =>
        Plain(one, field) is { } value && string.Equals(value, Plain(other, field), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(IReadOnlyDictionary<string, string> values, string field) => values.GetValueOrDefault(field)?.Trim() is { Length: > 0 } value ? value : null;
}
