using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Wire;

/// <summary>E-tickets, bundles and invoices (page 1.4, Tickets / invoices). Files are never kept in the journal.</summary>
internal sealed class DocumentWire(Conversation talk)
{
    public Task<WireAnswer<WireReply>> TicketAsync(string bookingOrderId, string orderItemId, string file, CancellationToken cancellation) =>
        FileAsync($"/v1/etickets/download/{WireQuery.Segment(bookingOrderId)}/{WireQuery.Segment(orderItemId)}/url/{WireQuery.Segment(file)}", cancellation);

    public Task<WireAnswer<WireReply>> InvoiceAsync(string bookingOrderId, string invoiceId, CancellationToken cancellation) =>
        FileAsync($"/v1/bookingorders/{WireQuery.Segment(bookingOrderId)}/invoice/{WireQuery.Segment(invoiceId)}", cancellation);

    /// <summary>Answers with a bare JSON text: where the bundle lies, for a short while.</summary>
    public Task<WireAnswer<string>> BundleAddressAsync(string bookingOrderId, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, $"/v1/etickets/download/zip/{WireQuery.Segment(bookingOrderId)}") { Depth = JournalDepth.SizeOnly },
            Xs2EventJson.Read<string>, cancellation);

    /// <summary>Fetches from elsewhere, without our key.</summary>
    public Task<WireAnswer<WireReply>> ElsewhereAsync(Uri address, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, address.AbsolutePath) { Elsewhere = address, Accept = "*/*", Depth = JournalDepth.SizeOnly }, static reply => reply, cancellation);

    private Task<WireAnswer<WireReply>> FileAsync(string path, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, path) { Accept = "application/pdf, */*", Depth = JournalDepth.SizeOnly }, static reply => reply, cancellation);
}
