using System.Net.Mime;
using System.Text.Json;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Wire;

/// <summary>The common JSON with this provider's times, and its header that every call must have, reads included (page 2.1).</summary>
internal static class EGumaJson
{
    public static readonly JsonSerializerOptions Options = new(WireJson.Options) { Converters = { new NaiveTimeReader() } };

    /// <summary>No content, and yet its type.</summary>
    public static readonly WireBody Nothing = new([], MediaTypeNames.Application.Json);

    public static T Read<T>(WireReply reply) where T : class => WireJson.Read<T>(reply, Options);

    public static WireRequest Get(WireQuery address) => new(HttpMethod.Get, address.ToString()) { Body = Nothing };

    public static WireRequest Post<T>(string path, T content) => new(HttpMethod.Post, path) { Body = WireJson.Body(content, Options) };
}
