using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Fits the tickets of a report to the items of an order, and its files to the fulfilment.</summary>
internal static class FulfilmentItems
{
    /// <returns>Places of which something became by itself since the last report: cancelled, lapsed, refunded, purchased.</returns>
    public static IReadOnlyList<Item> Apply(PortalDb db, Order order, Fulfilment fulfilment, FulfilmentReport report)
    {
        var moved = new List<Item>();
        foreach (var told in report.Items)
        {
            var item = order.Items.Find(i => i.ProviderRef == told.ItemRef)
                ?? order.Items.Where(i => i.ProviderRef is null && i.OfferRef == told.OfferRef).OrderBy(i => i.Place).FirstOrDefault();
            if (item is null)
                continue; // More tickets reported than bought: nothing of ours to hang it on; the raw call is in the journal.
            (item.ProviderRef, item.FulfilmentId) = (told.ItemRef, fulfilment.Id);
            (item.Section, item.Row, item.Seat, item.DeliveredElsewhere) = (told.Section, told.Row, told.Seat, told.DeliveredElsewhere);
            (item.Barcode, item.KeptUntil) = (told.Barcode ?? item.Barcode, told.KeptUntil);
            item.WalletUrl = WalletAddress(told.WalletUrl);
            // A later act of ours that is still open tells the truth about its places itself.
            var now = told.State ?? (report.Status == FulfilmentStatus.Cancelled ? ItemState.Cancelled : item.State);
            if (now != item.State && item.OperationId is null && ItemLifecycle.Table.Allows(item.State, now))
            {
                item.MoveTo(now);
                if (report.Status != FulfilmentStatus.Cancelled)
                    moved.Add(item);
            }
            foreach (var link in told.Tickets)
                Keep(db, fulfilment, FileKind.Ticket, link, item.Id);
        }
        if (report.Bundle is { } bundle)
            Keep(db, fulfilment, FileKind.Bundle, bundle, null);
        foreach (var paper in report.Papers)
            Keep(db, fulfilment, FileKind.Paper, paper, null);
        foreach (var invoice in report.Invoices)
            Keep(db, fulfilment, FileKind.Invoice, new TicketLink(invoice, "Invoice", null), null);
        return moved;
    }

    // Customers are sent there: nothing but a page over TLS, and nothing that had to be cut.
    private static string? WalletAddress(string? told) =>
        Uri.TryCreate(told, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.AbsoluteUri.Length <= Item.LongestWalletUrl ? address.AbsoluteUri : null;

    private static void Keep(PortalDb db, Fulfilment fulfilment, FileKind kind, TicketLink link, Guid? itemId)
    {
        var file = fulfilment.Files.Find(f => f.ProviderRef == link.Reference && f.Kind == kind);
        if (file is null)
        {
            file = new TicketFile { Id = Guid.CreateVersion7(), FulfilmentId = fulfilment.Id, ItemId = itemId, Kind = kind, ProviderRef = link.Reference, Label = link.Label, Sha256 = link.Sha256 };
            fulfilment.Files.Add(file);
            db.TicketFiles.Add(file);
        }
        else if (file.Sha256 != link.Sha256)
            // Issued anew: what was fetched before is no longer the ticket.
            (file.Sha256, file.SealedContent, file.FetchedAt) = (link.Sha256, null, null);
    }
}
