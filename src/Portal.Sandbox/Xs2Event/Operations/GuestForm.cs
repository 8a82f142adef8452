using System.Globalization;
using System.Text.Json;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>The guests of one offer, as they would be after a write: filled in, then judged, only then kept.</summary>
/// <param name="Country">The <c>country_hint</c> of the call, where it takes one.</param>
internal sealed record GuestForm(TicketRow Ticket, int Quantity, IReadOnlyList<GuestSlot> Guests, string? Country = null)
{
    /// <summary>What is wanted of them: by the ticket, and by a booking order of its own.</summary>
    public GuestRule Rule { get; init; } = Ticket.Guests;

    /// <summary>Values the supplier does not accept.</summary>
    public required IReadOnlySet<RefusedValue> Refused { get; init; }

    /// <summary>Fills slots by <c>guest_id</c> where one is given, else by position.</summary>
    /// <param name="whole">True empties the slots that the write does not name.</param>
    public GuestForm Filled(IReadOnlyList<JsonElement> written, Problems problems, bool whole)
    {
        if (written.Count > Guests.Count) throw problems.Invalid($"There are {Guests.Count} guests to name for ticket {Ticket.Id}, not {written.Count}.");
        if (written.Count(g => g.Flag("lead_guest") == true) > 1) throw problems.Invalid("Only one guest can be the lead_guest.");
        var slots = Guests.Select(g => whole ? new GuestSlot { Id = g.Id, Lead = g.Lead } : g.Copy()).ToList();
        for (var n = 0; n < written.Count; n++)
        {
            var id = written[n].Text("guest_id");
            var slot = id is null ? slots[n] : slots.Find(s => s.Id == id) ?? throw problems.Invalid($"guest_id {id} is not a guest of ticket {Ticket.Id}.");
            slot.Values = GuestSlot.Fields.Select(f => (Field: f, Value: written[n].Text(f)))
                .Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToDictionary(v => v.Field, v => v.Value!);
            if (written[n].Flag("lead_guest") != true) continue;
            foreach (var other in slots) other.Lead = other == slot;
        }
        return this with { Guests = slots };
    }

    /// <summary>Nothing wanted before checkout is missing and nothing given is malformed.</summary>
    public bool GoodForCheckout => Guests.All(g => GuestSlot.Fields.All(f => ErrorOf(g, f) is null));

    /// <summary>Nothing wanted at any time is missing.</summary>
    public bool Complete => Guests.All(g => GuestSlot.Fields.All(f => ConditionOf(g, f) is null || g[f] is not null));

    public string? ConditionOf(GuestSlot guest, string field) => Rule.ConditionOf(field, guest, Country);

    /// <summary><c>required</c> is documented; <c>invalid</c> is assumed.</summary>
    public string? ErrorOf(GuestSlot guest, string field) => guest[field] switch
    {
        null => ConditionOf(guest, field) == "pre_checkout" ? "required" : null,
        var value => WellFormed(field, value) && !Refused.Contains(new(field, value)) ? null : "invalid",
    };

    private static bool WellFormed(string field, string value) => field switch
    {
        "contact_email" => Emails.Plausible(value),
        "contact_phone" => value.Length >= 7 && value[0] == '+' && value.Skip(1).All(c => char.IsAsciiDigit(c) || c == ' '),
        "date_of_birth" => DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "country_of_residence" => value.Length == 3 && value.All(char.IsAsciiLetterUpper),
        _ => true,
    };
}

internal static class Emails
{
    public static bool Plausible(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.LastIndexOf('@') == at
        && text.LastIndexOf('.') > at + 1 && text[^1] != '.' && !text.Any(char.IsWhiteSpace);
}
