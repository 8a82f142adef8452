using System.Text.Json;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Wire;

/// <summary>Reads requests strictly: an unknown parameter or member, or one of the wrong kind, is a 400.</summary>
internal sealed class BodyReader(Errors errors)
{
    /// <summary>Refuses any query parameter but the key and these, and a call without its content type.</summary>
    public void Check(Call call, bool mayHaveKey, params ReadOnlySpan<string> parameters)
    {
        if (!call.Header("Content-Type").StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw errors.Invalid("The header Content-Type: application/json is required.");
        if (!mayHaveKey && call.Header("Idempotency-Key").Length > 0) throw errors.Invalid("This operation takes no Idempotency-Key.");
        foreach (var (name, values) in call.Query)
        {
            if (name != "apikey" && !parameters.Contains(name)) throw errors.Invalid($"'{name}' is not a parameter of this operation.");
            if (values.Count > 1) throw errors.Invalid($"{name} is given more than once.");
        }
    }

    public JsonElement Object(Call call, params ReadOnlySpan<string> members) => Only(Parse(call) switch
    {
        { ValueKind: JsonValueKind.Object } body => body,
        _ => throw errors.Invalid("The body must be a JSON object."),
    }, members);

    public JsonElement Only(JsonElement of, params ReadOnlySpan<string> members)
    {
        foreach (var member in of.EnumerateObject())
            if (!members.Contains(member.Name)) throw errors.Invalid($"'{member.Name}' is not a member of this request.");
        return of;
    }

    public string? Text(JsonElement of, string name) => Member(of, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw errors.Invalid($"{name} must be a string."),
    };

    public string Needed(JsonElement of, string name) => Text(of, name) is { Length: > 0 } text ? text : throw errors.Invalid($"{name} is required.");

    public int Whole(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
        ? number
        : throw errors.Invalid($"{name} must be a whole number.");

    public IReadOnlyList<JsonElement> Objects(JsonElement of, string name) => Member(of, name) switch
    {
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Object) => [.. list.EnumerateArray()],
        _ => throw errors.Invalid($"{name} must be a list of objects."),
    };

    public JsonElement NeededObject(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.Object } value ? value : throw errors.Invalid($"{name} is required.");

    /// <summary>The start that a body names, whatever else is wrong with it; null where there is none.</summary>
    public static DateTime? StartIn(Call call) =>
        Parse(call) is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("starts_at", out var text) && text.ValueKind is JsonValueKind.String
        && Times.TryStart(text.GetString(), out var start) ? start : null;

    private static JsonElement? Parse(Call call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
