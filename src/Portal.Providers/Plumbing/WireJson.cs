using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>JSON as wires speak it: UTF-8 whatever the header says, snake_case, unknown members ignored, absent values left out.</summary>
public static class WireJson
{
    /// <summary>The common ground; a provider with oddities copies it and adds its own readers.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LooseText(), new LooseFlag() },
    };

    public static WireBody Body<T>(T content, JsonSerializerOptions? options = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(content, options ?? Options), MediaTypeNames.Application.Json);

    /// <summary>Reads an answer that must be there.</summary>
    /// <exception cref="ProviderSilenceException">It is not: garbage is no answer.</exception>
    public static T Read<T>(WireReply reply, JsonSerializerOptions? options = null) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(reply.Body, options ?? Options) ?? throw Unreadable(reply, "it is empty", null);
        }
        catch (JsonException e)
        {
            throw Unreadable(reply, $"{typeof(T).Name} cannot be read from it at {e.Path ?? "its beginning"}", e);
        }
    }

    /// <summary>For answers that came, but do not say what they must.</summary>
    public static ProviderSilenceException Unreadable(WireReply reply, string why, Exception? inner = null) =>
        new(reply.Call, SilenceKind.Unreadable, $"the answer ({reply.Status}, {reply.Body.Length} bytes) cannot be used: {why}", inner);
}
