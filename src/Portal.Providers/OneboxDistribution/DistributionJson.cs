using System.Text.Json;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

/// <summary>This wire's JSON: the common ground, and its times.</summary>
internal static class DistributionJson
{
    public static readonly JsonSerializerOptions Options = new(WireJson.Options) { Converters = { new NaiveTimeReader() } };

    public static T Read<T>(WireReply reply) where T : class => WireJson.Read<T>(reply, Options);
}
