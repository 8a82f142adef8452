using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event.Readers;

/// <summary>
/// Reads a guest in each of its forms (page 1.3): a field is null, a plain value, or an object of value, condition and error; conditions
/// may come in a map of their own. Fields are kept by name, so that one the page does not know is asked as well.
/// </summary>
internal sealed class GuestReader : JsonConverter<GuestDto>
{
    public override GuestDto Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonElement.ParseValue(ref reader);
        if (members.ValueKind is not JsonValueKind.Object)
            throw new JsonException("A guest was expected.");
        var fields = new Dictionary<string, GuestFieldDto>(StringComparer.Ordinal);
        string? id = null;
        var isLead = false;
        foreach (var member in members.EnumerateObject())
            switch (member.Name)
            {
                case "guest_id":
                    id = Field(member.Value).Value;
                    break;
                case "lead_guest":
                    isLead = string.Equals(Field(member.Value).Value, "true", StringComparison.OrdinalIgnoreCase);
                    break;
                case "conditions" or "reservation_id" or "ticket_id" or "bookingorder_id" or "orderitem_id" or "created" or "updated":
                    break;
                default:
                    fields[member.Name] = Field(member.Value);
                    break;
            }
        if (members.TryGetProperty("conditions", out var conditions) && conditions.ValueKind is JsonValueKind.Object)
            foreach (var condition in conditions.EnumerateObject())
                if (condition.Value.ValueKind is JsonValueKind.String)
                    fields[condition.Name] = fields.GetValueOrDefault(condition.Name, new()) with { Condition = condition.Value.GetString() };
        return new GuestDto(id, isLead, fields);
    }

    public override void Write(Utf8JsonWriter writer, GuestDto value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Guests are written flat; see GuestWriteDto.");

    private static GuestFieldDto Field(JsonElement value) => value.ValueKind is JsonValueKind.Object
        ? new(Text(value, "value"), Text(value, "condition"), Text(value, "error"))
        : new(Plain(value));

    private static string? Text(JsonElement members, string name) => members.TryGetProperty(name, out var value) ? Plain(value) : null;

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
