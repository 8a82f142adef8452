using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event.Readers;

/// <summary>Reads the <c>error</c> of an item in an error body (page 1.5): an object, or a plain text.</summary>
internal sealed class ItemFault : JsonConverter<ItemFaultDto>
{
    public override ItemFaultDto? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = JsonElement.ParseValue(ref reader);
        return value.ValueKind switch
        {
            JsonValueKind.Object => new(Text(value, "detail"), Number(value, "available"), Number(value, "net_rate"), Text(value, "currency_code")),
            JsonValueKind.String => new(value.GetString()),
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, ItemFaultDto value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Faults are only read from this provider.");

    private static string? Text(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
