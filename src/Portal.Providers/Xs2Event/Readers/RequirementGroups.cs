using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Providers.Xs2Event.Readers;

/// <summary>
/// Reads <c>guest_data_requirements</c> (page 1.8): one list of field names and markers, or several such lists, each a group of its own.
/// </summary>
internal sealed class RequirementGroups : JsonConverter<IReadOnlyList<IReadOnlyList<string>>>
{
    public override IReadOnlyList<IReadOnlyList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = JsonElement.ParseValue(ref reader);
        if (list.ValueKind is not JsonValueKind.Array)
            throw new JsonException("A list of requirements was expected.");
        var groups = list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.Array).Select(Words).ToList();
        if (Words(list) is { Count: > 0 } flat)
            groups.Add(flat);
        return [.. groups.Where(g => g.Count > 0)];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<string>> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requirements are only read from this provider.");

    private static List<string> Words(JsonElement list) =>
        [.. list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!).Where(w => w.Length > 0)];
}
