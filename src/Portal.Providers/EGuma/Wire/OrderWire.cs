using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Wire;

/// <summary>The merchant's orders and the tickets' files. Whether a third party's key may read orders is not documented (page 2.4).</summary>
internal sealed class OrderWire(Conversation talk)
{
    public Task<WireAnswer<List<OrderDto>>> OfNumberAsync(string orderNumber, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Get(new WireQuery("/v1/ticketing/orders.json").With("order_number", orderNumber)), EGumaJson.Read<List<OrderDto>>, cancellation);

    /// <param name="after">Merchant time, <c>yyyy-MM-ddTHH:mm:ss</c>.</param>
    /// <param name="lastName">Compared letter by letter.</param>
    public Task<WireAnswer<List<OrderDto>>> OfCustomerAsync(string after, string lastName, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Get(new WireQuery("/v1/ticketing/orders.json").With("updated_at_after", after).With("last_name", lastName)), EGumaJson.Read<List<OrderDto>>, cancellation);

    /// <summary>Fetches from elsewhere, without our key.</summary>
    public Task<WireAnswer<WireReply>> FileAsync(Uri address, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, address.AbsolutePath) { Elsewhere = address, Accept = "application/pdf, */*", Depth = JournalDepth.SizeOnly }, static reply => reply, cancellation);
}
