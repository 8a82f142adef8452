using System.Globalization;
using System.Net.Mail;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// Attendees: a person per item, asked for by the items themselves once they are in the order (page 1b.4).
public sealed partial class OneboxDistributionProvider
{
    public async Task<Answer<IReadOnlyList<GuestSheet>>> ReadGuestsAsync(ProviderCall call, string? countryHint, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("asked for its guests");
        var talk = Open(call);
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        return answer.Value is { } order ? Answer<IReadOnlyList<GuestSheet>>.Yes(Sheets(order))
            : answer.Refusal ?? await OfGoneAsync(talk, call, new DistributionProblem(answer.Problem!), cancellation);
    }

    public async Task<Answer<IReadOnlyList<GuestSheet>>> SendGuestsAsync(ProviderCall call, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("told its guests");
        var talk = Open(call);
        // Items change their ids when places are chosen anew: who sits where is decided from the order as it is.
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        if (answer.Value is not { } order)
            return answer.Refusal ?? await OfGoneAsync(talk, call, new DistributionProblem(answer.Problem!), cancellation);
        List<Seated> seated = [.. Seat(order, sheets)];
        if (seated.Count == 0)
            return Answer<IReadOnlyList<GuestSheet>>.Yes(Sheets(order));
        List<FieldFault> faults = [.. seated.SelectMany(Faults)];
        if (faults.Count > 0)
            return GuestsMissing(faults);
        answer = await talk.Orders.TellAttendeesAsync(id, new([.. seated.Select(s => new AttendeeWriteDto(s.Item.Id!.Value, s.Told))]), cancellation);
        if (answer.Value is { } told)
            return Answer<IReadOnlyList<GuestSheet>>.Yes(Sheets(told));
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new DistributionProblem(answer.Problem!);
        return problem.Kind is ProblemKind.OrderGone or ProblemKind.Denied ? await OfGoneAsync(talk, call, problem, cancellation)
            // The provider's sentence is left out: it may repeat what was typed.
            : new Refusal(RefusalReason.GuestDataMissing, "Onebox does not accept the guests' data as they are. The places are still held.")
            {
                FieldFaults = [.. seated.SelectMany(s => (s.Item.Attendee ?? []).Where(a => problem.Body.Message?.Contains(a.Key ?? "?", StringComparison.OrdinalIgnoreCase) is true)
                    .Select(a => new FieldFault(s.OfferRef, s.Slot, DistributionWords.Guest(a.Key!), "invalid")))],
            };
    }

    private static IReadOnlyList<GuestSheet> Sheets(OrderDto order) => [.. OrderMapping.Items(order).Where(i => i.Attendee is { Count: > 0 }).GroupBy(OrderMapping.OfferRef)
        .Select(g => new GuestSheet(g.Key, [.. g.Select((item, n) => new GuestSlot(OrderMapping.Text(item.Id!.Value), n == 0,
            item.Attendee!.Where(a => a is { Key.Length: > 0, Value.Length: > 0 }).GroupBy(a => DistributionWords.Guest(a.Key!)).ToDictionary(a => a.Key, a => a.First().Value!),
            item.Attendee!.Where(a => a is { Key.Length: > 0, Required: true }).Select(a => DistributionWords.Guest(a.Key!)).Distinct().ToDictionary(f => f, _ => GuestDue.BeforeCheckout)))]))];

    /// <summary>A person for each item that asks for one: the one the item's own id names, else the one in its turn.</summary>
    private static IEnumerable<Seated> Seat(OrderDto order, IReadOnlyList<GuestSheet> sheets)
    {
        foreach (var group in OrderMapping.Items(order).Where(i => i.Attendee is { Count: > 0 }).GroupBy(OrderMapping.OfferRef))
        {
            var slots = sheets.FirstOrDefault(s => s.OfferRef == group.Key)?.Slots ?? [];
            var n = 0;
            foreach (var item in group)
            {
                var slot = slots.FirstOrDefault(s => s.GuestRef == OrderMapping.Text(item.Id!.Value)) ?? (n < slots.Count ? slots[n] : null);
                yield return new(group.Key, n++, item, (item.Attendee ?? []).Where(a => a.Key is { Length: > 0 })
                    .Select(a => (Key: a.Key!, Value: slot?.Values.GetValueOrDefault(DistributionWords.Guest(a.Key!)))).Where(v => !string.IsNullOrWhiteSpace(v.Value)).DistinctBy(v => v.Key).ToDictionary(v => v.Key, v => v.Value!));
            }
        }
    }

    /// <summary>What the provider would refuse, found beforehand: its own answer does not say whose field it means.</summary>
    private static IEnumerable<FieldFault> Faults(Seated seated) => (seated.Item.Attendee ?? []).Where(a => a.Key is { Length: > 0 })
        .Select(a => (Field: a, Fault: !seated.Told.TryGetValue(a.Key!, out var value) ? a.Required is true ? "required" : null : IsTyped(a.Type, value) ? null : "invalid"))
        .Where(f => f.Fault is not null)
        .Select(f => new FieldFault(seated.OfferRef, seated.Slot, DistributionWords.Guest(f.Field.Key!), f.Fault!));

    private static bool IsTyped(string? type, string value) => type?.ToUpperInvariant() switch
    {
        "EMAIL" => MailAddress.TryCreate(value, out _),
        "DATE" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static async Task<Refusal> MissingGuestsAsync(Talk talk, string id, DistributionProblem problem, CancellationToken cancellation)
    {
        var read = await talk.Orders.ReadAsync(id, cancellation);
        return read.Value is { } order ? GuestsMissing([.. Seat(order, Sheets(order)).SelectMany(Faults)])
            : new(RefusalReason.GuestDataMissing, $"Onebox wants more of the guests' data ({problem.Body.Code}). Nothing was sold, the places are still held.");
    }

    private static Refusal GuestsMissing(List<FieldFault> faults) =>
        new(RefusalReason.GuestDataMissing, $"Onebox wants {faults.Count} of the guests' fields filled in or corrected. The places are still held.") { FieldFaults = faults };

    /// <summary>A person at an item, in the item's own keys.</summary>
    private sealed record Seated(string OfferRef, int Slot, ItemDto Item, IReadOnlyDictionary<string, string> Told);
}
