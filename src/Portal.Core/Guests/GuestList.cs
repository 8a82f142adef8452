using System.Text.Json;
using Portal.Core.Carts;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Moves between a provider's guest lists and our guests of a line.</summary>
internal static class GuestList
{
    public static IReadOnlyDictionary<string, GuestDue> Wanted(GuestPlace place) =>
        JsonSerializer.Deserialize<Dictionary<string, GuestDue>>(place.WantedJson)!;

    /// <summary>
    /// Makes a line's places match the provider's list in number and wishes. Whoever has a place keeps it; a person whose place is gone
    /// stays with the cart as typed, and comes back should the list grow again.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Fit(CartLine line, IReadOnlyList<GuestSlot> slots, GuestCrew crew)
    {
        // A list that asks nothing of anybody (XS2Event lists empty places too) is no form: nobody needs to be laid out.
        if (slots.All(s => s.Due.Count == 0))
            slots = [];
        var changed = line.GuestPlaces.RemoveAll(p => p.Slot >= slots.Count) > 0;
        for (var i = 0; i < slots.Count; i++)
        {
            var place = line.GuestPlaces.Find(p => p.Slot == i);
            if (place is null)
            {
                var guest = crew.For(line, i);
                line.GuestPlaces.Add(place = new GuestPlace { Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = i, GuestId = guest.Id, Guest = guest });
            }
            var (reference, wanted) = (slots[i].GuestRef ?? place.ProviderRef, JsonSerializer.Serialize(slots[i].Due));
            if ((place.ProviderRef, place.IsLead, place.WantedJson) == (reference, slots[i].IsLead, wanted))
                continue; // Whoever is typing keeps the version.
            (place.ProviderRef, place.IsLead, place.WantedJson) = (reference, slots[i].IsLead, wanted);
            place.Version++;
            changed = true;
        }
        return changed;
    }

    /// <summary>The lists to send: every place of the lines with all that is known of the person. The guests must be loaded.</summary>
    public static IReadOnlyList<GuestSheet> Sheets(IEnumerable<CartLine> lines, GuestSeal seal) =>
        [.. lines.Where(l => l.GuestPlaces.Count > 0).Select(l => new GuestSheet(l.OfferRef, [.. l.GuestPlaces.OrderBy(p => p.Slot).Select(p => Slot(p, seal))]))
            .Where(s => s.Slots.Any(x => x.Values.Count > 0 || x.Due.Count > 0))];

    /// <summary>A place as it is sent, with all that is known of the person.</summary>
    public static GuestSlot Slot(GuestPlace place, GuestSeal seal) => new(place.ProviderRef, place.IsLead, seal.Open(place.Guest!.SealedValues), Wanted(place));

    /// <summary>What the provider complained of, written to the places it is about; an acceptance blames nobody and takes earlier complaints away.</summary>
    public static void Blame(IEnumerable<CartLine> lines, IReadOnlyList<FieldFault> faults, GuestSeal seal)
    {
        foreach (var line in lines)
            foreach (var place in line.GuestPlaces)
                Blame(place, faults.Where(f => f.OfferRef == line.OfferRef && f.Slot == place.Slot), seal);
    }

    /// <summary>The complaints about one place.</summary>
    public static void Blame(GuestPlace place, IEnumerable<FieldFault> faults, GuestSeal seal)
    {
        var ofPlace = faults.GroupBy(f => f.Field).ToDictionary(f => f.Key, f => f.First().Fault);
        if (ofPlace.Count == 0 && place.SealedFaults is null)
            return;
        place.SealedFaults = ofPlace.Count == 0 ? null : seal.Seal(ofPlace);
        place.Version++;
    }
}
