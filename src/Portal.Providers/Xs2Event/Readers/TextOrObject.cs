using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Providers.Xs2Event.Readers;

/// <summary>Reads an error's <c>message</c>, which is a text or an object of texts (page 1.5), as one sentence.</summary>
internal sealed class TextOrObject : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Sentence(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string? Sentence(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(m => $"{m.Name}: {Sentence(m.Value)}")),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Sentence)),
        _ => value.GetRawText(),
    };
}
