using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Operations;
using Portal.Sandbox.Xs2Event.Paper;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>Booking orders as they go over the wire: the detail, and the shorter form of the list.</summary>
internal static class OrderShapes
{
    public static object Detail(BookingOrder order, Xs2EventState state)
    {
        var shape = Shared(order, state);
        var files = TicketPaper.Files(order, state);
        shape["items"] = order.Items.Select(i => DetailItem(i, order, files, state)).ToList();
        return shape;
    }

    public static object Short(BookingOrder order, Xs2EventState state)
    {
        var shape = Shared(order, state);
        var of = state.Catalogue.Events[order.EventId];
        var files = TicketPaper.Files(order, state);
        shape["event_startdate"] = of.Start.Written();
        shape["event_stopdate"] = of.Stop.Written();
        shape["booking_group"] = null;
        shape["supplier_id"] = order.SupplierId;
        shape["deleted"] = null;
        shape["external_payment_reference"] = null;
        shape["financial_status"] = "topurchase";
        shape["general_terms_url"] = null;
        shape["onbehalfclient_id"] = null;
        shape["marketplace_logistic_purchaseorder_id"] = null;
        shape["items"] = order.Items.Select(i => new
        {
            orderitem_id = i.Id,
            quantity = 1,
            ticket_id = i.TicketId,
            ticket_name = state.Ticket(i.TicketId).Title,
            type_ticket = state.Ticket(i.TicketId).Type,
            ticket_status = state.Ticket(i.TicketId).Status,
            distribution_channel = state.Ticket(i.TicketId).Channel,
            ticket_sha = Only(i, files)?.Sha,
            download_link = Link(i, files),
            download_items = DownloadItems(i, files),
        }).ToList();
        return shape;
    }

    private static Dictionary<string, object?> Shared(BookingOrder order, Xs2EventState state)
    {
        var booking = state.Bookings[order.BookingId];
        return new Dictionary<string, object?>
        {
            ["booking_id"] = booking.Id,
            ["bookingorder_id"] = order.Id,
            ["event_id"] = order.EventId,
            ["created"] = order.Created.Written(),
            ["distributor_id"] = order.DistributorId,
            ["accepted_gt"] = true,
            ["marketing_optin"] = false,
            ["mass_booking_allowed"] = false,
            ["api_booking"] = true,
            ["offline_booking"] = false,
            ["booking_code"] = booking.Code,
            ["zip_sha"] = TicketPaper.Zip(order, state) is { } zip ? Archive.Sha(zip) : null,
            ["guestdata_status"] = order.GuestDataStatus(state),
            ["max_pdfs_per_ticket"] = order.Items.Max(i => i.DownloadItemIds.Count),
            ["distributorfinancial_status"] = order.FinancialStatus,
            ["logistic_status"] = order.LogisticStatus,
            ["event_name"] = state.Catalogue.Events[order.EventId].Name,
            ["payment_method"] = booking.PaymentMethod,
            ["payment_reference"] = booking.PaymentReference,
            ["booking_reference"] = booking.BookingReference,
            ["parent_id"] = null,
            ["client_id"] = booking.ClientId,
            ["booking_email"] = booking.Email,
            ["notify_client_status"] = null,
            ["invoices"] = order.Invoices,
            ["is_test_booking"] = booking.IsTest,
            ["bookingorder_source"] = "api",
        };
    }

    private static object DetailItem(OrderItem item, BookingOrder order, IReadOnlyList<TicketFile> files, Xs2EventState state)
    {
        var ticket = state.Ticket(item.TicketId);
        var position = order.Items.Where(i => i.TicketId == item.TicketId).ToList().IndexOf(item);
        var guests = order.Tickets.First(t => t.TicketId == item.TicketId).Guests;
        return new
        {
            orderitem_id = item.Id,
            ticket_id = item.TicketId,
            ticket_name = ticket.Title,
            category_id = ticket.Category.Id,
            category_name = ticket.Category.Name,
            quantity = 1,
            net_rate = item.NetRate,
            salesprice = item.SalesPrice,
            currency = item.Currency,
            ticket_currency = ticket.Currency,
            face_value = ticket.FaceValue,
            face_value_eur = (long)Money.ToEuro(ticket.FaceValue, ticket.Currency),
            face_value_local = ticket.FaceValue,
            sales_price_eur = (long)Money.ToEuro(item.SalesPrice, item.Currency),
            sales_price_local = item.SalesPrice,
            type_ticket = ticket.Type,
            ticket_status = ticket.Status,
            ticket_startdate = ticket.Event.Start.ToString("yyyy-MM-dd", null),
            ticket_stopdate = ticket.Event.Stop.ToString("yyyy-MM-dd", null),
            ticket_validity = ticket.Validity,
            sub_category = ticket.SubCategory,
            row = item.Row,
            section = item.Section,
            seat = item.Seat,
            distribution_channel = ticket.Channel,
            download_link = Link(item, files),
            external_activation_link = ticket.Channel == "external" && order.LogisticStatus == "completed" ? "https://app.example.org/activate/" + item.Id : null,
            ticket_sha = Only(item, files)?.Sha,
            number_of_pdfs = item.DownloadItemIds.Count,
            activated = order.LogisticStatus == "completed" ? order.Created.Written() : null,
            guest = position < guests.Count ? GuestShapes.Flat(guests[position]) : null,
            download_items = DownloadItems(item, files),
        };
    }

    /// <summary>Null before there is a file; empty where several files make one ticket.</summary>
    private static string? Link(OrderItem item, IReadOnlyList<TicketFile> files) =>
        files.Any(f => f.OrderItemId == item.Id) ? Only(item, files)?.Name ?? "" : null;

    private static TicketFile? Only(OrderItem item, IReadOnlyList<TicketFile> files) =>
        files.FirstOrDefault(f => f.OrderItemId == item.Id && f.DownloadItemId is null);

    private static List<object> DownloadItems(OrderItem item, IReadOnlyList<TicketFile> files) =>
    [
        .. files.Where(f => f.OrderItemId == item.Id && f.DownloadItemId is not null).Select(f => new
        {
            downloaditem_id = f.DownloadItemId,
            label = f.Label,
            download_link = f.Name,
            external_activation_link = (string?)null,
            ticket_sha = f.Sha,
            activated = (string?)null,
        }),
    ];
}
