using System.Text.Json;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxDistribution.Wire;

/// <summary>Reads request bodies strictly: a missing member is PARAMETER_REQUIRED, one of the wrong kind DIST0001, an unknown one is ignored.</summary>
internal static class BodyReader
{
    /// <summary>The body as a JSON object; an empty body counts as an empty object where that is allowed.</summary>
    public static JsonElement Object(this Call call, bool mayBeEmpty = false)
    {
        if (call.Body.IsEmpty && mayBeEmpty) return JsonElement.Parse("{}");
        if (!call.Header("Content-Type").StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw Refusals.BadParameter("The body must be application/json.");
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refusals.BadParameter("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Refusals.BadParameter("The body is not JSON.");
        }
    }

    public static string? Text(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Refusals.BadParameter($"{name} must be a string."),
    };

    public static long? Whole(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        _ => throw Refusals.BadParameter($"{name} must be a whole number."),
    };

    public static decimal? Amount(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) && decimal.Round(number, 2) == number => number,
        _ => throw Refusals.BadParameter($"{name} must be an amount with at most two decimals."),
    };

    public static bool Flag(this JsonElement of, string name) => of.Member(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Refusals.BadParameter($"{name} must be true or false."),
    };

    public static JsonElement? Inner(this JsonElement of, string name) => of.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        _ => throw Refusals.BadParameter($"{name} must be an object."),
    };

    /// <summary>The objects in an array that must be there and must not be empty.</summary>
    public static IReadOnlyList<JsonElement> Objects(this JsonElement of, string name) => of.Member(name) switch
    {
        null => throw Refusals.Required(name),
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 0 => throw Refusals.Required(name),
        { ValueKind: JsonValueKind.Array } value when value.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Object) => [.. value.EnumerateArray()],
        _ => throw Refusals.BadParameter($"{name} must be a list of objects."),
    };

    /// <summary>A free map of texts.</summary>
    public static Dictionary<string, string> Texts(this JsonElement of) => of.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.ValueKind switch
    {
        JsonValueKind.String => m.Value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => m.Value.ToString(),
        _ => throw Refusals.BadParameter($"{m.Name} must be a text."),
    });

    public static long Needed(this long? value, string name) => value ?? throw Refusals.Required(name);

    private static JsonElement? Member(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
