using System.Globalization;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>Splits a booking into its booking orders: one for each event and supplier, with one item for each ticket.</summary>
internal static class OrderMaker
{
    public static IEnumerable<BookingOrder> Split(Booking booking, Xs2EventState state)
    {
        var groups = booking.Items.GroupBy(i => (Event: state.Ticket(i.TicketId).Event, state.Ticket(i.TicketId).Supplier));
        foreach (var (group, number) in groups.Select((g, n) => (g, n)).ToList())
        {
            var order = new BookingOrder
            {
                // Both suffixes occur, the booking's own among them.
                Id = Ids.New(number % 2 == 0 ? "_bkn" : "_bor"),
                BookingId = booking.Id,
                DistributorId = booking.DistributorId,
                EventId = group.Key.Event.Id,
                EventName = group.Key.Event.Name,
                SupplierId = group.Key.Supplier.Id,
                CompletesAt = state.Now + state.Options.CompletionDelay,
                Created = state.Now,
                Tickets = [.. group.Select(i => new OrderedTicket { TicketId = i.TicketId, Quantity = i.Quantity, Guests = [.. i.Guests.Select(g => g.Copy())] })],
                Items = [.. group.SelectMany(i => Enumerable.Range(0, i.Quantity).Select(n => Item(i, n, state.Ticket(i.TicketId))))],
            };
            if (order.WantsGuests(state) && order.GuestsComplete(state)) order.GuestDataAt = state.Now;
            yield return order;
        }
    }

    private static OrderItem Item(ReservedItem of, int number, TicketRow ticket)
    {
        var seated = ticket.Category.Type == "grandstand";
        return new OrderItem
        {
            Id = Ids.New(number % 2 == 0 ? "_oit" : "_bkd"),
            TicketId = of.TicketId,
            NetRate = of.NetRate,
            SalesPrice = of.SalesPrice,
            Currency = of.Currency,
            Section = seated ? "B" + (of.NetRate % 40) : null,
            Row = seated ? (1 + of.NetRate % 27).ToString(CultureInfo.InvariantCulture) : null,
            Seat = seated ? (10 + number).ToString(CultureInfo.InvariantCulture) : null,
            DownloadItemIds = [.. Enumerable.Range(0, ticket.PdfCount).Select(_ => Ids.New("_dli"))],
        };
    }
}
