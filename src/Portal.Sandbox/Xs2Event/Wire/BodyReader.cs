using System.Globalization;
using System.Text.Json;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>Reads request bodies strictly: a member of the wrong kind is a 400, an unknown member is ignored.</summary>
internal static class BodyReader
{
    /// <summary>The body as a JSON object.</summary>
    public static JsonElement Object(Call call)
    {
        if (!call.Header("Content-Type").StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw Problems.BadBody("The body must be application/json.");
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Problems.BadBody("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Problems.BadBody("The body is not JSON.");
        }
    }

    public static string? Text(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Problems.BadBody($"{name} must be a string."),
    };

    public static bool? Flag(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Problems.BadBody($"{name} must be true or false."),
    };

    public static long? Whole(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        _ => throw Problems.BadBody($"{name} must be a whole number."),
    };

    /// <summary>The objects in an array; null where the member is missing or null.</summary>
    public static IReadOnlyList<JsonElement>? Objects(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Object) =>
            [.. list.EnumerateArray()],
        _ => throw Problems.BadBody($"{name} must be a list of objects."),
    };

    public static string Written(this DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static JsonElement? Member(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
