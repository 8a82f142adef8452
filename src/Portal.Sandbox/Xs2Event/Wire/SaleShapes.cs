using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>Reservations and bookings as they go over the wire. Note <c>currency</c> here, <c>currency_code</c> on tickets.</summary>
internal static class SaleShapes
{
    public static object Of(Reservation r, Func<string, TicketRow> ticket) => new
    {
        reservation_id = r.Id,
        client_id = r.ClientId,
        status = r.Status,
        notify_client = r.NotifyClient,
        notes = r.Notes,
        valid_until = r.ValidUntil.Written(),
        created = r.Created.Written(),
        updated = r.Updated.Written(),
        parent_allocation_id = (string?)null,
        external_reference_id = r.ExternalReference,
        items = r.Items.Select(i => new
        {
            ticket_id = i.TicketId,
            quantity = i.Quantity,
            salesprice = i.SalesPrice,
            net_rate = i.NetRate,
            currency = i.Currency,
            ticket_name = ticket(i.TicketId).Title,
            event_name = ticket(i.TicketId).Event.Name,
        }),
    };

    /// <summary>Statuses are written in capitals on bookings, in small letters on booking orders.</summary>
    public static object Of(Booking b, string logisticStatus, Func<string, TicketRow> ticket) => new
    {
        booking_id = b.Id,
        reservation_id = b.ReservationId,
        booking_code = b.Code,
        created = b.Created.Written(),
        updated = b.Updated.Written(),
        client_id = b.ClientId,
        booking_email = b.Email,
        payment_method = b.PaymentMethod,
        payment_reference = b.PaymentReference,
        booking_reference = b.BookingReference,
        distributorfinancial_status = b.FinancialStatus.ToUpperInvariant(),
        logistic_status = logisticStatus.ToUpperInvariant(),
        deleted = (string?)null,
        items = b.Items.Select(i => new
        {
            quantity = i.Quantity,
            salesprice = i.SalesPrice,
            net_rate = i.NetRate,
            currency = i.Currency,
            ticket_id = i.TicketId,
            ticket_name = ticket(i.TicketId).Title,
            event_id = ticket(i.TicketId).Event.Id,
            event_name = ticket(i.TicketId).Event.Name,
            event_season = ticket(i.TicketId).Event.Tournament.Season,
            tournament_name = ticket(i.TicketId).Event.Tournament.Name,
        }),
    };
}
