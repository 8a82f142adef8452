using System.Text.Json;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Xs2Event.Readers;

/// <summary>The common JSON with this provider's oddities.</summary>
internal static class Xs2EventJson
{
    public static readonly JsonSerializerOptions Options = new(WireJson.Options)
    {
        Converters = { new NaiveTimeReader(), new GuestReader(), new ItemFault() },
    };

    public static T Read<T>(WireReply reply) where T : class => WireJson.Read<T>(reply, Options);

    public static WireBody Body<T>(T content) => WireJson.Body(content, Options);
}
