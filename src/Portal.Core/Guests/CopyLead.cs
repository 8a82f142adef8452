using Portal.Core.Agencies;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Writes what the lead guest shares with everybody, the address and how to be reached, to the other persons of a form where nothing was typed yet.</summary>
public sealed class CopyLead(SaveGuest save)
{
    /// <summary>What people who travel together usually share. Never names, dates of birth or passports.</summary>
    public static readonly IReadOnlySet<string> Shared = new HashSet<string>
    {
        GuestFields.Email, GuestFields.Phone, GuestFields.CountryOfResidence, GuestFields.Street, GuestFields.Street2, GuestFields.Zip, GuestFields.City, GuestFields.Province,
    };

    /// <param name="actor">Who asks.</param>
    /// <param name="form">Whose persons, as they were read.</param>
    /// <param name="guestId">From whom.</param>
    /// <param name="cancellation">Ends it between two persons.</param>
    /// <returns>How many fields were filled.</returns>
    public async Task<Answer<int>> RunAsync(Actor actor, GuestForm form, Guid guestId, CancellationToken cancellation)
    {
        if (form.Persons.FirstOrDefault(p => p.Id == guestId) is not { } lead)
            return new Refusal(RefusalReason.NotFound, "This person is no longer on the list.");
        var shared = lead.Fields.Where(f => Shared.Contains(f.Field.Name) && f.Value.Length > 0).ToDictionary(f => f.Field.Name, f => f.Value);
        var filled = 0;
        foreach (var person in form.Persons.Where(p => p.Id != guestId))
        {
            var given = person.Fields.Where(f => f.Value.Length == 0 && shared.ContainsKey(f.Field.Name)).ToDictionary(f => f.Field.Name, f => shared[f.Field.Name]);
            if (given.Count == 0)
                continue;
            var saved = await save.RunAsync(actor, person.Id, given, cancellation);
            if (!saved.IsYes)
                return saved.Refusal;
            filled += given.Count;
        }
        return filled;
    }
}
