using Portal.Core.Providers;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

/// <summary>Guest lists and requirements, from the provider's shapes into ours and back (page 1.8). Pure.</summary>
internal static class Xs2EventGuests
{
    private static readonly string[] Markers = ["lead_guest", "all_persons", "pre_checkout", "pre_download"];

    /// <summary>
    /// Each group names fields and by whom and when. Where a group leaves that open, or says both, the stricter is taken: who is asked too
    /// much can book, who is asked too little cannot. The guest list of the hold decides in the end.
    /// </summary>
    public static IReadOnlyList<GuestRequirement> Requirements(RequirementsDto dto) =>
    [
        .. (dto.GuestDataRequirements ?? []).SelectMany(Group)
            .GroupBy(r => r.Field)
            .Select(same => new GuestRequirement(same.Key, same.Max(r => r.Scope), same.Min(r => r.Due))),
    ];

    public static IReadOnlyList<GuestSheet> Sheets(GuestListsDto dto) =>
        [.. (dto.Items ?? []).Where(i => i.TicketId is not null).Select(i => new GuestSheet(i.TicketId!, [.. (i.Guests ?? []).Select(Slot)]))];

    /// <param name="sheets">What is known of the guests.</param>
    /// <param name="quantities">Ticket → quantity in the reservation; null where the request wants none.</param>
    public static GuestListsWriteDto Write(IReadOnlyList<GuestSheet> sheets, IReadOnlyDictionary<string, int>? quantities) => new(
    [
        .. sheets.Select(s => new GuestListWriteDto(s.OfferRef, quantities?.GetValueOrDefault(s.OfferRef, s.Slots.Count),
            [.. s.Slots.Select((slot, place) => Write(slot, slot.IsLead || (place == 0 && !s.Slots.Any(o => o.IsLead))))])),
    ]);

    private static IEnumerable<GuestRequirement> Group(IReadOnlyList<string> words)
    {
        var scope = words.Contains("lead_guest") && !words.Contains("all_persons") ? GuestScope.LeadGuest : GuestScope.AllPersons;
        var due = words.Contains("pre_download") && !words.Contains("pre_checkout") ? GuestDue.BeforeDownload : GuestDue.BeforeCheckout;
        return words.Except(Markers).Select(field => new GuestRequirement(field, scope, due));
    }

    public static GuestSlot Slot(GuestDto dto) => new(dto.GuestId, dto.IsLead,
        dto.Fields.Where(f => !string.IsNullOrEmpty(f.Value.Value)).ToDictionary(f => f.Key, f => f.Value.Value!),
        dto.Fields.Where(f => Xs2EventWords.Condition(f.Value.Condition) is not null)
            .ToDictionary(f => f.Key, f => Xs2EventWords.Condition(f.Value.Condition)!.Value));

    /// <summary>One guest, flat.</summary>
    public static Dictionary<string, object> Write(GuestSlot slot, bool isLead)
    {
        var guest = new Dictionary<string, object>(StringComparer.Ordinal) { ["lead_guest"] = isLead };
        if (slot.GuestRef is { } id)
            guest["guest_id"] = id;
        foreach (var (field, value) in slot.Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)))
            guest.TryAdd(field, value.Trim());
        return guest;
    }
}
