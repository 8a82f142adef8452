using Portal.Providers.Onebox;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution.Wire;

/// <summary>Confirmed orders by their code, and refunds (page 1b.10).</summary>
internal sealed class ManagementWire(BearerConversation talk)
{
    public Task<WireAnswer<OrderDto>> ReadAsync(string code, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, Path(code)), static reply => DistributionJson.Read<OrderDto>(reply), cancellation);

    public Task<WireAnswer<OrderDto>> RefundAsync(string code, RefundWriteDto refund, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, Path(code) + "/refund") { Body = WireJson.Body(refund) }, static reply => DistributionJson.Read<OrderDto>(reply), cancellation);

    private static string Path(string code) => $"/orders-mgmt-api/v1/orders/{WireQuery.Segment(code)}";
}
