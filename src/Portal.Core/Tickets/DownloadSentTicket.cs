using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>
/// Hands a customer a file through a link: one of the tickets that the link shows at this moment. Another booking's, an invoice, or a
/// ticket that was cancelled since look like none at all.
/// </summary>
public sealed class DownloadSentTicket(OpenTickets open, DownloadFile download)
{
    public async Task<Answer<ProviderFile>> RunAsync(string token, Guid fileId, CancellationToken cancellation)
    {
        var sheet = await open.RunAsync(token, cancellation);
        return sheet is not null && sheet.Vouchers.SelectMany(v => v.Files).Concat(sheet.Bundles.Select(b => b.File)).Any(f => f.Id == fileId)
            ? await download.RunAsync(new Actor(ActorKind.Customer, "a customer", null, sheet.AgencyId, SeesAll: false), fileId, cancellation)
            : new Refusal(RefusalReason.NotFound, "There is no such file.");
    }
}
