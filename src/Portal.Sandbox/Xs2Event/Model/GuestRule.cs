namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>One demand on guests: which fields, of whom, by when.</summary>
/// <param name="OnlyFor">Countries (<c>country_hint</c>) it is limited to; empty means everywhere.</param>
internal sealed record Requirement(IReadOnlyList<string> Fields, bool AllPersons, bool BeforeCheckout, params string[] OnlyFor)
{
    public string Scope => AllPersons ? "all_persons" : "lead_guest";

    public string Condition => BeforeCheckout ? "pre_checkout" : "pre_download";

    public bool AppliesIn(string? country) => OnlyFor.Length == 0 || (country is not null && OnlyFor.Contains(country));

    public bool AppliesTo(GuestSlot slot) => AllPersons || slot.Lead;
}

/// <summary>A value that a supplier does not accept, for reasons of its own.</summary>
internal sealed record RefusedValue(string Field, string Value);

/// <summary>All that a supplier wants to know about the guests of one offer.</summary>
/// <param name="EntryPer">How many tickets share one guest entry; 0 means a single entry however many tickets.</param>
internal sealed record GuestRule(IReadOnlyList<Requirement> Requirements, int EntryPer = 1)
{
    public static GuestRule None { get; } = new([]);

    public int EntriesFor(int quantity) =>
        Requirements.Count == 0 || EntryPer == 1 ? quantity : EntryPer == 0 ? 1 : (quantity + EntryPer - 1) / EntryPer;

    /// <summary>
    /// When the field is wanted of that guest: the earlier one where two demands name it; null when it is not wanted.
    /// Without a hint the guest's own country counts.
    /// </summary>
    public string? ConditionOf(string field, GuestSlot slot, string? country)
    {
        country ??= slot["country_of_residence"];
        var wanted = Requirements.Where(r => r.AppliesIn(country) && r.AppliesTo(slot) && r.Fields.Contains(field)).ToList();
        return wanted.Find(r => r.BeforeCheckout)?.Condition ?? wanted.FirstOrDefault()?.Condition;
    }
}

/// <summary>One guest's place in a reservation, filled or not.</summary>
internal sealed class GuestSlot
{
    /// <summary>Every field the wire names, in its order.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "first_name", "last_name", "passport_number", "contact_email", "contact_phone", "date_of_birth", "gender",
        "country_of_residence", "street_name", "additional_street_name", "city", "zip", "province",
    ];

    public string Id { get; set; } = Ids.New("_gst");
    public bool Lead { get; set; }
    public Dictionary<string, string> Values { get; set; } = [];

    public string? this[string field] => Values.GetValueOrDefault(field);

    public GuestSlot Copy() => new() { Id = Id, Lead = Lead, Values = new(Values) };
}
