using Portal.Sandbox.Paper;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Operations;

namespace Portal.Sandbox.Xs2Event.Paper;

/// <summary>The files that belong to a booking order.</summary>
internal static class TicketPaper
{
    private static readonly string[] DayNames = ["Friday", "Saturday", "Sunday", "Monday"];

    /// <summary>The PDFs there are now, in the order of the items.</summary>
    public static IReadOnlyList<TicketFile> Files(BookingOrder order, Xs2EventState state) =>
        [.. order.Items.Where(i => order.HasFiles(i, state)).SelectMany(i => Files(order, i, state))];

    public static IEnumerable<TicketFile> Files(BookingOrder order, OrderItem item, Xs2EventState state)
    {
        var ticket = state.Ticket(item.TicketId);
        var several = item.DownloadItemIds.Count > 1;
        for (var n = 0; n < item.DownloadItemIds.Count; n++)
        {
            var label = several ? DayNames[n % DayNames.Length] : ticket.Title;
            var pdf = Pdf.Of(
                order.EventName,
                $"{ticket.Event.Venue.Name}, {ticket.Event.Venue.City.Name}",
                ticket.Title + (several ? $", {label}" : ""),
                item.Seat is null ? "Unreserved" : $"Section {item.Section}  Row {item.Row}  Seat {item.Seat}",
                $"Order item {item.Id}",
                "A sandbox ticket: it opens no gate.");
            yield return new TicketFile(item.Id, several ? item.DownloadItemIds[n] : null, label, $"ticket-{item.DownloadItemIds[n][..10]}.pdf", pdf);
        }
    }

    /// <summary>There is a ZIP as soon as there is more than one file.</summary>
    public static byte[]? Zip(BookingOrder order, Xs2EventState state) => Files(order, state) is { Count: > 1 } files ? Archive.Of(files) : null;

    public static byte[] Invoice(BookingOrder order, Booking booking, string invoiceId) => Pdf.Of(
        order.Invoices.IndexOf(invoiceId) == 0 ? "Invoice" : "Credit note",
        [
            $"Booking {booking.Code}", order.EventName,
            .. order.Items.GroupBy(i => i.TicketId).Select(g => $"{g.Count()} x {g.First().NetRate / 100m:0.00} {g.First().Currency}"),
            invoiceId,
        ]);
}
