using System.Net.Http.Headers;
using System.Net.Mime;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

// How committed orders stand: their files, one by one (page 2.6, getFileDetails). An order may be split over several.
public sealed partial class SecuTixProvider
{
    public async Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation)
    {
        var reports = new List<FulfilmentReport>();
        foreach (var order in orders.Where(o => o.Find(SecuTixReferences.Order) is not null))
        {
            // A budget per order: the wire knows no batch.
            var talk = Open(call);
            foreach (var fileId in order.References.Where(r => r.Kind == SecuTixReferences.File).Select(r => r.Value).Distinct())
            {
                var answer = await talk.Orders.ReadFileAsync(fileId, cancellation);
                if (answer.Value is { } file)
                    reports.Add(Report(order, fileId, file, talk.Now));
                else if (answer.Refusal is { } refusal)
                    return refusal;
                // A file that is not shown says nothing; what is known of it stands.
            }
        }
        return Answer<IReadOnlyList<FulfilmentReport>>.Yes(reports);
    }

    /// <summary>A paper that the institution's staff put into the file (getFileAttachment); its content comes in base64.</summary>
    public async Task<Answer<ProviderFile>> DownloadPaperAsync(ProviderCall call, TicketLink link, CancellationToken cancellation)
    {
        var talk = Open(call);
        var answer = await talk.Orders.ReadAttachmentAsync(link.Reference, talk.Options.ContactReference, cancellation);
        if (answer.Value is not { } result)
            return answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!);
        if (result.FileAttachment is not { Data: { Length: > 0 } data } paper)
            throw WireJson.Unreadable(result.Reply!, "it holds no content");
        var content = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, content, out var length))
            throw WireJson.Unreadable(result.Reply!, "its content is not base64");
        return new ProviderFile(paper.FileName is { Length: > 0 } name ? name : link.Label ?? "paper",
            MediaTypeHeaderValue.TryParse(paper.Mimetype, out var type) && paper.Mimetype!.Length <= 100 ? type.ToString() : MediaTypeNames.Application.Octet, content[..length]);
    }

    private static FulfilmentReport Report(OrderKey order, string fileId, FileDetailResultDto dto, DateTime now)
    {
        var file = new SecuTixFile(dto, order.Find(SecuTixReferences.Order)!);
        var places = file.Places(now);
        // A file whose reservation ran out or was freed is 'cancelled' too; nobody took back what had been sold.
        var status = SecuTixWords.File(file.State);
        if (status is FulfilmentStatus.Cancelled && file.Order is { OrderType: not "SALE" })
            status = FulfilmentStatus.Returned;
        return new FulfilmentReport(order.OrderId, new(SecuTixReferences.File, fileId), status, file.State)
        {
            Papers = [.. (dto.FileDetailsData?.FileAttachments ?? []).Where(a => a.FileAttachmentId is { Length: > 0 }).Select(a => new TicketLink(a.FileAttachmentId!, a.Name is { Length: > 0 and <= 200 } name ? name : "Paper", null))],
            EventRef = places.Select(p => p.Operation.ProductId).Distinct().ToList() is [{ } only] ? only : null,
            Items = [.. places.Select(p => new FulfilledItem(p.ItemRef, p.Operation.OfferRef)
            {
                Section = p.Ticket.SeatCategory, Row = p.Ticket.Row, Seat = p.Ticket.Number, Barcode = p.Ticket.Barcode, RawStatus = p.State.ToString(),
                State = p.State, KeptUntil = p.State is Core.Bookings.ItemState.Booked ? file.KeptUntil : null,
            })],
        };
    }
}
