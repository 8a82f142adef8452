using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

// How committed orders stand, and their files. This API has no list of orders: one read for each, and one for each purchase of a booking.
public sealed partial class OneboxChannelsProvider
{
    public async Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation)
    {
        var reports = new List<FulfilmentReport>();
        foreach (var key in orders)
        {
            if (key.Find(OneboxChannelsReferences.OrderCode) is not { } code)
                continue;
            // A budget per order: a hundred orders are a hundred questions.
            var talk = Open(call);
            var (root, refusal) = await ReadOrderAsync(talk, code, cancellation);
            if (refusal is not null)
                return refusal;
            if (root is null)
                continue;
            var purchases = new List<OrderDto>();
            var codes = key.References.Where(r => r.Kind == OneboxChannelsReferences.PurchaseCode).Select(r => r.Value).Concat(root.Items.Select(i => i.RelatedOrder).OfType<string>());
            foreach (var bought in codes.Where(c => c != code).Distinct())
            {
                var (purchase, unread) = await ReadOrderAsync(talk, bought, cancellation);
                if (unread is not null)
                    return unread;
                if (purchase is not null)
                    purchases.Add(purchase);
            }
            reports.Add(OneboxChannelsReports.Report(key.OrderId, root, purchases, key.References));
        }
        return Answer<IReadOnlyList<FulfilmentReport>>.Yes(reports);
    }

    /// <summary>Links are made anew each time they are asked for, so a file's name is only its order and item.</summary>
    public async Task<Answer<ProviderFile>> DownloadTicketAsync(ProviderCall call, TicketLink link, CancellationToken cancellation)
    {
        var (code, item) = link.Reference.Split('/') is [var order, var id] ? (order, id) : (link.Reference, "");
        return await FileAsync(call, code, tickets => tickets.Below("ticket").FirstOrDefault(t => t.Text("id") == item).Text("url"), $"ticket-{item}.pdf", cancellation);
    }

    public Task<Answer<ProviderFile>> DownloadBundleAsync(ProviderCall call, TicketLink link, CancellationToken cancellation) =>
        FileAsync(call, link.Reference, tickets => tickets.Text("mergedTickets"), $"tickets-{link.Reference}.pdf", cancellation);

    private async Task<Answer<ProviderFile>> FileAsync(ProviderCall call, string code, Func<System.Xml.Linq.XElement, string?> url, string name, CancellationToken cancellation)
    {
        var talk = Open(call);
        var read = await talk.Orders.TicketsAsync(code, cancellation);
        if (read.Value is null)
            return read.Refusal ?? (new OneboxChannelsProblem(read.Problem!) is { Kind: ProblemKind.Forbidden } notYet
                ? new Refusal(RefusalReason.NotFound, $"Onebox has no tickets of this order (yet): {notYet.Said}.")
                : OneboxChannelsRefusals.OfRead(new(read.Problem!), "tickets"));
        if (!Uri.TryCreate(url(read.Value), UriKind.Absolute, out var address) || !FileAddress.MayBeFetched(address, call.Connection.BaseUrl))
            return new Refusal(RefusalReason.NotFound, "Onebox names no file for this ticket yet. Try again later.");
        var file = await talk.Orders.FileAsync(address, cancellation);
        return file.Value is { } content
            ? new ProviderFile(content.FileName ?? name, content.ContentType ?? "application/pdf", content.Body)
            : file.Refusal ?? new Refusal(RefusalReason.NotFound, $"Onebox did not give the file ({file.Problem!.Status}). Try again later.");
    }
}
