using System.Security.Cryptography;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Xs2Event;

// Tickets, bundles and invoices (page 1.4, Tickets / invoices).
public sealed partial class Xs2EventProvider
{
    public async Task<Answer<ProviderFile>> DownloadTicketAsync(ProviderCall call, TicketLink link, CancellationToken cancellation)
    {
        if (Xs2EventFiles.Split(link.Reference) is not [var order, var item, var file])
            return NoSuchFile("ticket");
        return File(await Open(call).Documents.TicketAsync(order, item, file, cancellation), "ticket", file, "application/pdf", link.Sha256);
    }

    public async Task<Answer<ProviderFile>> DownloadBundleAsync(ProviderCall call, TicketLink link, CancellationToken cancellation)
    {
        if (Xs2EventFiles.Split(link.Reference) is not [var order])
            return NoSuchFile("bundle of tickets");
        var talk = Open(call);
        var where = await talk.Documents.BundleAddressAsync(order, cancellation);
        if (where.Value is null)
            return where.Refusal ?? NotThere(where.Problem!, "bundle of tickets");
        // The address is the provider's word, not ours: fetched without our key, and only over TLS or from the provider itself.
        if (!Uri.TryCreate(where.Value, UriKind.Absolute, out var address) || !FileAddress.MayBeFetched(address, call.Connection.BaseUrl))
            throw new ProviderSilenceException("GET /v1/etickets/download/zip", SilenceKind.Unreadable, "the bundle's address is neither https nor the provider's own");
        var fetched = await talk.Documents.ElsewhereAsync(address, cancellation);
        // A no from there is about its short-lived address, not about us or our key.
        return fetched.Problem is not null
            ? new Refusal(RefusalReason.NotFound, "The bundle's address no longer works. Ask for the file again.")
            : File(fetched, "bundle of tickets", $"tickets-{order}.zip", "application/zip", link.Sha256);
    }

    public async Task<Answer<ProviderFile>> DownloadInvoiceAsync(ProviderCall call, string invoiceRef, CancellationToken cancellation)
    {
        if (Xs2EventFiles.Split(invoiceRef) is not [var order, var invoice])
            return NoSuchFile("invoice");
        return File(await Open(call).Documents.InvoiceAsync(order, invoice, cancellation), "invoice", $"invoice-{invoice}.pdf", "application/pdf", null);
    }

    private static Answer<ProviderFile> File(WireAnswer<WireReply> answer, string what, string fallbackName, string fallbackType, string? sha256)
    {
        if (answer.Value is not { } reply)
            return answer.Refusal ?? NotThere(answer.Problem!, what);
        if (reply.Body.Length == 0)
            throw WireJson.Unreadable(reply, "the file is empty");
        if (sha256 is not null && !string.Equals(Convert.ToHexStringLower(SHA256.HashData(reply.Body)), sha256, StringComparison.OrdinalIgnoreCase))
            throw WireJson.Unreadable(reply, "the file is not the one whose digest was promised");
        return new ProviderFile(reply.FileName is { Length: > 0 } name ? name : fallbackName, reply.ContentType ?? fallbackType, reply.Body);
    }

    // Before completion a bundle answers 422 and a ticket 400 (page 1.4).
    private static Refusal NotThere(WireReply reply, string what) => reply.Status is 400 or 404 or 410 or 422
        ? new Refusal(RefusalReason.NotFound, $"XS2Event does not have the {what} (yet). Read the order again later.")
        : Xs2EventRefusals.OfRead(reply, what);

    private static Refusal NoSuchFile(string what) =>
        new(RefusalReason.NotFound, $"This is not the name of a {what} at XS2Event. Read the order again.");
}
