using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Providers.Plumbing;

namespace Portal.Providers.SecuTix.Readers;

/// <summary>The wire's JSON: camelCase, ids as text whatever they are sent as, single values where lists are meant (SOAP repeats elements).</summary>
internal static class SecuTixJson
{
    public static readonly JsonSerializerOptions Options = new(WireJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        Converters = { new OneOrMany() },
    };

    /// <summary>What is sent: names as they are written, absent values left out.</summary>
    public static readonly JsonSerializerOptions Sent = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
