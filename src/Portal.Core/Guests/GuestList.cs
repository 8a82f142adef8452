using System.Text.Json;
using Portal.Core.Carts;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Moves between a provider's guest lists and our guests of a line.</summary>
internal static class GuestList
{
    public static IReadOnlyDictionary<string, GuestDue> Wanted(Guest guest) =>
        JsonSerializer.Deserialize<Dictionary<string, GuestDue>>(guest.WantedJson)!;

    /// <summary>
    /// Makes a line's guests match the provider's list in number and wishes. What was typed stays with its place; guests beyond the
    /// list are removed only when nothing was typed for them.
    /// </summary>
    public static void Fit(CartLine line, IReadOnlyList<GuestSlot> slots, GuestSeal seal, DateTime now)
    {
        // A list that asks nothing of anybody (XS2Event lists empty places too) is no form: nobody needs to be laid out.
        if (slots.All(s => s.Due.Count == 0))
            slots = [];
        for (var i = 0; i < slots.Count; i++)
        {
            var guest = line.Guests.Find(g => g.Slot == i);
            if (guest is null)
                line.Guests.Add(guest = new Guest { Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = i, ChangedAt = now, Version = 0 });
            var (reference, wanted) = (slots[i].GuestRef ?? guest.ProviderRef, JsonSerializer.Serialize(slots[i].Due));
            if ((guest.ProviderRef, guest.IsLead, guest.WantedJson) == (reference, slots[i].IsLead, wanted))
                continue; // Whoever is typing keeps the version.
            (guest.ProviderRef, guest.IsLead, guest.WantedJson) = (reference, slots[i].IsLead, wanted);
            guest.Version++;
        }
        line.Guests.RemoveAll(g => g.Slot >= slots.Count && seal.Open(g.SealedValues).Count == 0);
    }

    /// <summary>The lists to send: every guest of the lines with all that was typed.</summary>
    public static IReadOnlyList<GuestSheet> Sheets(IEnumerable<CartLine> lines, GuestSeal seal) =>
        [.. lines.Where(l => l.Guests.Count > 0).Select(l => new GuestSheet(l.OfferRef, [.. l.Guests.OrderBy(g => g.Slot).Select(g => Slot(g, seal))]))
            .Where(s => s.Slots.Any(x => x.Values.Count > 0 || x.Due.Count > 0))];

    /// <summary>What the provider complained of, written to the persons it is about.</summary>
    public static void Blame(IEnumerable<CartLine> lines, IReadOnlyList<FieldFault> faults, GuestSeal seal)
    {
        foreach (var line in lines)
            foreach (var guest in line.Guests)
            {
                var ofGuest = faults.Where(f => f.OfferRef == line.OfferRef && f.Slot == guest.Slot).ToDictionary(f => f.Field, f => f.Fault);
                if (ofGuest.Count == 0 && guest.SealedFaults is null)
                    continue;
                guest.SealedFaults = ofGuest.Count == 0 ? null : seal.Seal(ofGuest);
                guest.Version++;
            }
    }

    private static GuestSlot Slot(Guest guest, GuestSeal seal) => new(guest.ProviderRef, guest.IsLead, seal.Open(guest.SealedValues), Wanted(guest));
}
