using System.Globalization;
using Portal.Providers.Onebox;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution.Wire;

/// <summary>An order from its creation to its confirmation (page 1b.5). It is named in a header; every call answers with the whole order.</summary>
internal sealed class OrderWire(BearerConversation talk)
{
    private const string Root = "/distribution-api/v1/orders";

    public Task<WireAnswer<OrderDto>> CreateAsync(CancellationToken cancellation) => AskAsync(HttpMethod.Post, null, "", cancellation);

    public Task<WireAnswer<OrderDto>> ReadAsync(string id, CancellationToken cancellation) => AskAsync(HttpMethod.Get, id, "", cancellation);

    public Task<WireAnswer<OrderDto>> AddSeatsAsync(string id, SeatsWriteDto seats, CancellationToken cancellation) => PostAsync(id, "/seats", WireJson.Body(seats), cancellation);

    public Task<WireAnswer<OrderDto>> AddBestAsync(string id, SeatsAutoWriteDto wanted, CancellationToken cancellation) => PostAsync(id, "/seats-auto", WireJson.Body(wanted), cancellation);

    /// <param name="items">The items to let go; none lets go of all.</param>
    public Task<WireAnswer<OrderDto>> ReleaseAsync(string id, IEnumerable<long> items, CancellationToken cancellation)
    {
        var query = new WireQuery("/seats");
        foreach (var item in items)
            query.With("id", item.ToString(CultureInfo.InvariantCulture));
        return AskAsync(HttpMethod.Delete, id, query.ToString(), cancellation);
    }

    /// <summary>A free map; it is nothing but personal data, so only its size is kept in the journal.</summary>
    public Task<WireAnswer<OrderDto>> TellBuyerAsync(string id, IReadOnlyDictionary<string, string> buyer, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Post, id, "/buyer-data", cancellation, WireJson.Body(buyer), JournalDepth.SizeOnly);

    public Task<WireAnswer<OrderDto>> TellAttendeesAsync(string id, AttendeesWriteDto attendees, CancellationToken cancellation) => PostAsync(id, "/item-attendees", WireJson.Body(attendees), cancellation);

    public Task<WireAnswer<OrderDto>> ChooseDeliveryAsync(string id, DeliveryWriteDto delivery, CancellationToken cancellation) => PostAsync(id, "/delivery-methods", WireJson.Body(delivery), cancellation);

    public Task<WireAnswer<OrderDto>> PromoteAsync(string id, PromotionWriteDto promotion, CancellationToken cancellation) => PostAsync(id, "/promotions", WireJson.Body(promotion), cancellation);

    public Task<WireAnswer<OrderDto>> PreConfirmAsync(string id, CancellationToken cancellation) => PostAsync(id, "/pre-confirm", WireJson.Body(new { }), cancellation);

    public Task<WireAnswer<OrderDto>> ConfirmAsync(string id, ConfirmWriteDto payments, CancellationToken cancellation) => PostAsync(id, "/confirm", WireJson.Body(payments), cancellation);

    private Task<WireAnswer<OrderDto>> PostAsync(string id, string path, WireBody body, CancellationToken cancellation) => AskAsync(HttpMethod.Post, id, path, cancellation, body);

    private Task<WireAnswer<OrderDto>> AskAsync(
        HttpMethod method, string? id, string path, CancellationToken cancellation, WireBody? body = null, JournalDepth depth = JournalDepth.Full) =>
        talk.AskAsync(new WireRequest(method, Root + path)
        {
            Body = body, Depth = depth, Headers = id is null ? [] : [new("ob-order-id", id)],
        }, static reply => DistributionJson.Read<OrderDto>(reply), cancellation);
}
