using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

// Bookings as they stand (orders.json), their cancellation and their tickets (page 2.3, 2.4).
public sealed partial class EGumaProvider
{
    private const string Cancelled = "cancelled";

    public bool CanCancelItems => false;

    public bool CanCancel(SaleMode mode) => mode is SaleMode.Purchase;

    /// <summary>Tickets are those that the booking's answer told. Where orders may not be read they are reported as sold.</summary>
    public async Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation)
    {
        var reports = new List<FulfilmentReport>();
        foreach (var key in orders.Where(o => o.Find(EGumaReferences.Booking) is not null))
        {
            // A budget per order: each is one question.
            var (order, refusal) = await OrderAsync(Open(call), key.References, cancellation);
            if (refusal is not null)
                return refusal;
            reports.Add(Report(key, order?.Status ?? "completed"));
        }
        return Answer<IReadOnlyList<FulfilmentReport>>.Yes(reports);
    }

    public async Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(EGumaReferences.Booking) is not { } id)
            return new Refusal(RefusalReason.Invalid, "The booking at e-guma has no known id, so it cannot be cancelled. Nothing was done; ask the provider by telephone.");
        var tickets = Tickets(call.References);
        if (request.ItemRefs.Count > 0 && tickets.Exists(t => !request.ItemRefs.Contains(t.Number)))
            return new Refusal(RefusalReason.NotAllowed, "a booking is cancelled as a whole, not ticket by ticket");
        var answer = await talk.Sales.CancelBookingAsync(id, cancellation);
        if (answer.Value is not null)
            return AllOf(tickets);
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new EGumaProblem(answer.Problem!);
        if (problem.Kind is ProblemKind.NotAuthorised)
            return EGumaRefusals.NotAuthorised(problem);
        // Whoever asks twice has done it once: how the order stands decides.
        if (problem.Kind is ProblemKind.AlreadyCancelled || (await OrderAsync(talk, call.References, cancellation)).Order is { } order && IsCancelled(order.Status))
            return AllOf(tickets);
        return problem.Kind switch
        {
            ProblemKind.InPast => new Refusal(RefusalReason.NotAllowed, "its date has begun; e-guma cancels only what lies ahead"),
            ProblemKind.CheckedIn => new Refusal(RefusalReason.NotAllowed, "one of its tickets has been used at the entrance"),
            ProblemKind.NotFound => new Refusal(RefusalReason.NotFound, "e-guma does not know this booking, or it was made with another key"),
            _ => new Refusal(RefusalReason.NotAllowed, problem.Said),
        };
    }

    /// <summary>By the order where it may be read; else by asking again, since what is cancelled stays so and says so.</summary>
    public async Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        var (order, refusal) = await OrderAsync(Open(call), call.References, cancellation);
        if (refusal is not null)
            return refusal;
        if (order is not null)
            return IsCancelled(order.Status) ? new CancelFinding(CancelFound.Done, AllOf(Tickets(call.References)), order.Status) : new CancelFinding(CancelFound.NotDone, RawStatus: order.Status);
        var again = await CancelAsync(call, request, cancellation);
        return again.IsYes ? new CancelFinding(CancelFound.Done, again.Value, Cancelled) : new CancelFinding(CancelFound.InDoubt, RawStatus: again.Refusal.Detail);
    }

    public async Task<Answer<ProviderFile>> DownloadTicketAsync(ProviderCall call, TicketLink link, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(link.Reference, UriKind.Absolute, out var address))
            return new Refusal(RefusalReason.NotFound, "This is not the name of a ticket's file at e-guma. Read the order again.");
        if (!FileAddress.MayBeFetched(address, call.Connection.BaseUrl))
            throw new ProviderSilenceException("GET ticket file", SilenceKind.Unreadable, "the file's address is neither https nor the provider's own");
        var answer = await Open(call).Orders.FileAsync(address, cancellation);
        if (answer.Value is not { } file)
            return answer.Refusal ?? new Refusal(RefusalReason.NotFound, "e-guma no longer has this file: the booking may have been cancelled. Read the order again.");
        if (file.Body.Length == 0)
            throw WireJson.Unreadable(file, "the file is empty");
        return new ProviderFile(file.FileName is { Length: > 0 } name ? name : "ticket.pdf", file.ContentType ?? "application/pdf", file.Body);
    }

    public Task<Answer<ProviderFile>> DownloadBundleAsync(ProviderCall call, TicketLink link, CancellationToken cancellation) =>
        Task.FromResult<Answer<ProviderFile>>(new Refusal(RefusalReason.NotFound, "e-guma has no file of all tickets; take them one by one."));

    /// <summary>The order of a booking; null where it may not be read or is not listed.</summary>
    private static async Task<(OrderDto? Order, Refusal? Refusal)> OrderAsync(Talk talk, IReadOnlyList<ProviderReference> references, CancellationToken cancellation)
    {
        var id = references.LastOrDefault(r => r.Kind == EGumaReferences.Booking)?.Value;
        if (references.LastOrDefault(r => r.Kind == EGumaReferences.BookingReference)?.Value is not { } number)
            return (null, null);
        var answer = await talk.Orders.OfNumberAsync(number, cancellation);
        if (answer.Problem is { Status: 403 or 404 })
            return (null, null);
        // Never trust that a filter was applied.
        return answer.Value is { } orders ? (orders.Find(o => o.OrderNumber == number && (o.Id is null || o.Id == id)), null)
            : (null, answer.Refusal ?? EGumaRefusals.OfRead(answer.Problem!, "order"));
    }

    private static FulfilmentReport Report(OrderKey key, string status)
    {
        var tickets = Tickets(key.References);
        var passes = key.References.Where(r => r.Kind == EGumaReferences.PassNote).Select(r => KeptPass.Parse(r.Value)).OfType<KeptPass>().ToList();
        var cancelled = IsCancelled(status);
        var known = cancelled || string.Equals(status, "completed", StringComparison.OrdinalIgnoreCase);
        return new FulfilmentReport(key.OrderId, new(EGumaReferences.Booking, key.Find(EGumaReferences.Booking)!),
            cancelled ? FulfilmentStatus.Cancelled : known ? FulfilmentStatus.Completed : FulfilmentStatus.Unknown, status)
        {
            EventRef = tickets.Count > 0 ? OfferName.Parse(tickets[0].OfferRef)?.ProductId : null,
            Items = [.. tickets.Select(t => new FulfilledItem(t.Number, t.OfferRef)
            {
                RawStatus = status,
                State = cancelled ? ItemState.Cancelled : null,
                Barcode = t.Number,
                WalletUrl = cancelled ? null : passes.Find(p => p.Number == t.Number)?.Address,
                Tickets = t.File is { } file && !cancelled ? [new TicketLink(file, null, null)] : [],
            })],
        };
    }

    private static List<KeptTicket> Tickets(IReadOnlyList<ProviderReference> references) =>
        [.. references.Where(r => r.Kind == EGumaReferences.TicketNote).Select(r => KeptTicket.Parse(r.Value)).OfType<KeptTicket>().DistinctBy(t => t.Number)];

    private static CancelledItems AllOf(IReadOnlyList<KeptTicket> tickets) => new([.. tickets.Select(t => t.Number)], Cancelled, Returned: null);

    private static bool IsCancelled(string? status) => string.Equals(status, Cancelled, StringComparison.OrdinalIgnoreCase);
}
