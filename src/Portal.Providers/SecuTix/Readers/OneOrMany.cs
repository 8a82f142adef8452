using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Providers.SecuTix.Readers;

/// <summary>Reads a list where a single value may stand for a list of one: an XML element that is not repeated does not tell.</summary>
internal sealed class OneOrMany : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Reader<T> : JsonConverter<IReadOnlyList<T>>
    {
        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.StartArray
                ? JsonSerializer.Deserialize<List<T>>(ref reader, options) ?? []
                : JsonSerializer.Deserialize<T>(ref reader, options) is { } one ? [one] : [];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
    }
}
