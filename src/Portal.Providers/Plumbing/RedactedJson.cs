using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Providers.Plumbing;

/// <summary>
/// A JSON document with personal and secret members struck out. Of a guest's field that comes as an object the condition stays and the
/// value goes, since what was wanted is the evidence one looks for.
/// </summary>
internal static class RedactedJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The redacted text; null when it is not JSON, since then nothing is known of what it holds.</summary>
    public static string? Of(byte[] content, Redaction redaction)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
        // First all that is struck by its name, then every sentence: an error text may stand before the value it repeats.
        StrikeMembers(root, redaction);
        return StrikeSentences(root, redaction)?.ToJsonString(Readable) ?? "null";
    }

    private static void StrikeMembers(JsonNode? node, Redaction redaction)
    {
        if (node is JsonArray list)
            foreach (var entry in list)
                StrikeMembers(entry, redaction);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToArray())
            if (!redaction.IsPersonal(name) && !redaction.IsSecret(name) && !redaction.IsOfPerson(members, name))
                StrikeMembers(value, redaction);
            else if (value is JsonObject field && field.ContainsKey("value"))
                field["value"] = Struck(field["value"], redaction);
            else if (!IsCondition(value))
                members[name] = Struck(value, redaction);
    }

    private static JsonValue? Struck(JsonNode? value, Redaction redaction)
    {
        if (value is null)
            return null;
        if (value is JsonValue)
            redaction.Remember(value.ToString());
        // A map of a person's fields goes as a whole; what was in it may come back in an error's sentence.
        if (value is JsonObject map)
            foreach (var (_, inner) in map)
                if (inner is JsonValue text && text.TryGetValue<string>(out var told))
                    redaction.Remember(told);
        return JsonValue.Create(Redaction.Struck);
    }

    // A map of fields to the conditions they are under (XS2Event 1.3) says nothing of a person.
    private static bool IsCondition(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var word) && word is "pre_checkout" or "pre_download";

    private static JsonNode? StrikeSentences(JsonNode? node, Redaction redaction)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    if (StrikeSentences(list[i], redaction) is var struck && !ReferenceEquals(struck, list[i]))
                        list[i] = struck;
                return list;
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                    if (StrikeSentences(value, redaction) is var struck && !ReferenceEquals(struck, value))
                        members[name] = struck;
                return members;
            case JsonValue value when value.TryGetValue<string>(out var text):
                var kept = redaction.Strike(text);
                return kept == text ? value : JsonValue.Create(kept);
            default:
                return node;
        }
    }
}
