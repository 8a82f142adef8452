using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Hands out a ticket, bundle or invoice of a booking the actor may see. Fetched from the provider the first time, then kept sealed,
/// since providers withdraw links.
/// </summary>
public sealed class DownloadFile(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, IDataProtectionProvider protection, TimeProvider time, ILogger<DownloadFile> logger)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Tickets.v1");

    public async Task<Answer<ProviderFile>> RunAsync(Actor actor, Guid fileId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var file = await db.TicketFiles.Include(f => f.Fulfilment!.Order!.References).Include(f => f.Fulfilment!.Order!.Booking)
            .Where(f => db.Orders.VisibleTo(actor).Any(o => o.Id == f.Fulfilment!.OrderId))
            .SingleOrDefaultAsync(f => f.Id == fileId, cancellation);
        if (file is null)
            return new Refusal(RefusalReason.NotFound, "There is no such file.");
        // An invoice names no guest, and accounting needs it.
        if (file.Kind is not FileKind.Invoice && !actor.SeesPersons)
            return new Refusal(RefusalReason.NotAllowed, "Tickets are personal: the agency's own people open them.");
        if (file.Kind is not FileKind.Invoice && file.Fulfilment!.Order!.Booking!.ErasedAt is not null)
            return new Refusal(RefusalReason.NotFound, "What was known of this booking's persons was erased, and its tickets with it.");
        if (file.SealedContent is { } kept)
            return new ProviderFile(file.FileName!, file.ContentType!, protector.Unprotect(kept));

        var order = file.Fulfilment!.Order!;
        var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: order.Id))
        {
            References = [.. order.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value)), new ProviderReference(file.Fulfilment.RefKind, file.Fulfilment.RefValue)],
        };
        if (Ask(connection.Provider, file, call) is not { } ask)
            return new Refusal(RefusalReason.NotAllowed, "This provider hands out no such file.");
        var heard = await Hearing.HearAsync("Download", ask, logger);
        if (heard.Answer is not { } answer)
            return new Refusal(RefusalReason.Unreachable, "The provider did not hand out the file, or not the right one.");
        if (answer.IsYes)
        {
            (file.FileName, file.ContentType, file.FetchedAt) = (answer.Value.FileName, answer.Value.ContentType, time.GetUtcNow().UtcDateTime);
            file.SealedContent = protector.Protect(answer.Value.Content);
            await db.SaveChangesAsync(cancellation);
        }
        return answer;
    }

    private static Func<CancellationToken, Task<Answer<ProviderFile>>>? Ask(IProvider provider, TicketFile file, ProviderCall call)
    {
        var link = new TicketLink(file.ProviderRef, file.Label, file.Sha256);
        return (file.Kind, provider) switch
        {
            (FileKind.Ticket, IIssuesTickets issuer) => ct => issuer.DownloadTicketAsync(call, link, ct),
            (FileKind.Bundle, IIssuesTickets issuer) => ct => issuer.DownloadBundleAsync(call, link, ct),
            (FileKind.Paper, IKeepsPapers keeper) => ct => keeper.DownloadPaperAsync(call, link, ct),
            (FileKind.Invoice, IIssuesInvoices issuer) => ct => issuer.DownloadInvoiceAsync(call, file.ProviderRef, ct),
            _ => null,
        };
    }
}
