namespace Portal.Core.Guests;

/// <summary>Writes typed values into a person: seals them, drops complaints about what they replace, and keeps the name findable.</summary>
public sealed class GuestTyping(GuestSeal seal, TimeProvider time)
{
    /// <param name="guest">With words and places.</param>
    /// <param name="typed">Field → value; empty removes the value. Fields not named stay as they are.</param>
    /// <param name="cancellation">Ends it while the name is hashed.</param>
    /// <returns>False when everything was as typed already.</returns>
    internal async Task<bool> WriteAsync(Guest guest, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string>(seal.Open(guest.SealedValues));
        var changed = new HashSet<string>();
        foreach (var (field, value) in typed)
        {
            if (values.GetValueOrDefault(field, "") == value)
                continue;
            changed.Add(field);
            if (value.Length == 0)
                values.Remove(field);
            else
                values[field] = value;
        }
        if (changed.Count == 0)
            return false;
        guest.SealedValues = values.Count == 0 ? null : seal.Seal(values);
        guest.ChangedAt = time.GetUtcNow().UtcDateTime;
        guest.Version++;
        foreach (var place in guest.Places.Where(p => p.SealedFaults is not null))
            Forget(place, changed);
        if (changed.Contains(GuestFields.FirstName) || changed.Contains(GuestFields.LastName))
            await IndexAsync(guest, values, cancellation);
        return true;
    }

    private void Forget(GuestPlace place, HashSet<string> changed)
    {
        var left = seal.Open(place.SealedFaults).Where(f => !changed.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);
        place.SealedFaults = left.Count == 0 ? null : seal.Seal(left);
        place.Version++;
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
