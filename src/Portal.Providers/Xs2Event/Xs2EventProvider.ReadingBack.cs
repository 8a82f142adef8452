using Portal.Core.Providers;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

// How committed orders stand: their booking orders, in batches (page 1.7: polling with in:[…]).
public sealed partial class Xs2EventProvider
{
    // Keeps the encoded address below 2,000 characters, which every server takes.
    private const int BookingsPerCall = 40;

    public async Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation)
    {
        var byBooking = orders.Where(o => o.Find(Xs2EventReferences.Booking) is not null)
            .GroupBy(o => o.Find(Xs2EventReferences.Booking)!).ToDictionary(g => g.Key, g => g.First().OrderId);
        var reports = new List<FulfilmentReport>();
        foreach (var batch in byBooking.Keys.Chunk(BookingsPerCall))
        {
            // A budget per batch: a thousand orders are twenty-five questions, not one.
            var talk = Open(call);
            var (listed, refusal) = await ListAsync(talk, batch, cancellation);
            if (refusal is not null)
                return refusal;
            foreach (var order in listed)
            {
                // Never trust that a filter was applied.
                if (order is not { BookingId: { } bookingId, BookingorderId: { Length: > 0 } id } || !byBooking.TryGetValue(bookingId, out var orderId))
                    continue;
                var (full, unread) = IsWhole(order) ? (order, null) : await DetailAsync(talk, id, cancellation);
                if (full is null)
                    return unread!;
                reports.Add(Xs2EventFiles.Report(orderId, order, full, id));
            }
        }
        return Answer<IReadOnlyList<FulfilmentReport>>.Yes(reports);
    }

    private static async Task<(IReadOnlyList<BookingOrderDto> Orders, Refusal? Refusal)> ListAsync(Talk talk, string[] bookingIds, CancellationToken cancellation)
    {
        var orders = new List<BookingOrderDto>();
        for (var page = 1; ; page++)
        {
            var answer = await talk.Bookings.OrdersAsync(bookingIds, page, cancellation);
            if (answer.Value is not { } list)
                return ([], answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "list of booking orders"));
            orders.AddRange(list.Bookingorders ?? []);
            if (string.IsNullOrEmpty(list.Pagination?.NextPage) || list.Bookingorders is not { Count: > 0 })
                return ([.. orders.DistinctBy(o => o.BookingorderId)], null);
        }
    }

    private static async Task<(BookingOrderDto? Order, Refusal? Refusal)> DetailAsync(Talk talk, string id, CancellationToken cancellation)
    {
        var answer = await talk.Bookings.OrderAsync(id, cancellation);
        return (answer.Value, answer.Value is null ? answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "booking order") : null);
    }

    // Lists carry short items: sometimes without ids, usually without seats. Seats are known when the order is complete.
    private static bool IsWhole(BookingOrderDto order) =>
        order.Items is { Count: > 0 } items
        && items.All(i => i.OrderitemId is { Length: > 0 })
        && (Xs2EventWords.Fulfilment(order.LogisticStatus) is not FulfilmentStatus.Completed || items.Any(i => i is { Seat: not null } or { Row: not null } or { Section: not null }));
}
