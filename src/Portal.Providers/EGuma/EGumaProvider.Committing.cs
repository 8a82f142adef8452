using System.Text.Json;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.EGuma.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

// A reservation becomes a booking, with an idempotency key and exactly the bytes that were composed and kept before (page 2.10).
public sealed partial class EGumaProvider
{
    private const string CommitCall = "POST /v1/ticketing/booking.json";

    // Until whoever is working on the same key must be done (page 2.12).
    private static readonly TimeSpan[] Patience = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    public TimeSpan KeyRetention { get; } = TimeSpan.FromHours(72);

    /// <summary>The same text for the same order, whenever it is composed. An unknown language is left out: it would be refused.</summary>
    public string ComposeCommit(ProviderCall call, CommitRequest request)
    {
        var kept = EGumaNotes.Of(call.References).Latest;
        var basket = Basket.Of(request.Lines);
        var language = request.Buyer.Find(BuyerField.Language)?.ToLowerInvariant();
        return JsonSerializer.Serialize(new BookingWriteDto(
            kept?.Id ?? "", basket?.ProductId ?? "", basket?.StartsAt ?? "", [.. (basket?.Items ?? []).Select(i => new ItemWriteDto(i.CategoryId, i.Quantity))],
            new CustomerWriteDto(request.Buyer.Find(BuyerField.FirstName) ?? "", request.Buyer.Find(BuyerField.LastName) ?? "", request.Buyer.Find(BuyerField.Email) ?? ""),
            kept?.Languages.FirstOrDefault(l => l == language)), EGumaJson.Options);
    }

    /// <summary>The wire takes no price: it is read again first, and another one refused before anything is sold (design rule 7).</summary>
    public async Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (talk.Notes.Latest is not { } kept)
            return EGumaRefusals.NoReservation("booked");
        if (request.Mode is not SaleMode.Purchase)
            return new Refusal(RefusalReason.NotAllowed, "e-guma sells at once; it cannot keep places unpaid. Nothing was booked.");
        if (Basket.Of(request.Lines) is not { } basket)
            return EGumaRefusals.NotOneSlot();
        var missing = Wishes.Where(w => w.IsRequired && request.Buyer.Find(w.Field) is null).Select(w => new BuyerFault(w.Field, "required")).ToList();
        if (missing.Count > 0)
            return EGumaRefusals.Buyer(missing);
        var (offered, refusal) = await LookFirstAsync(talk, basket, JournalDepth.SizeOnly, "nothing was booked", cancellation);
        // A slot that is listed no longer has passed its cut-off: what is kept of it cannot be booked either (page 2.7).
        if (refusal is not null)
            return kept.Until <= talk.Now ? EGumaRefusals.Expired() : refusal;

        var answer = await BookAsync(talk, request, Patience, cancellation);
        if (answer.Value is { } booking)
            return Committed(booking, basket, offered!.Currency);
        if (answer.Refusal is { } no)
            return no;
        var problem = new EGumaProblem(answer.Problem!);
        return IsDoubtful(problem)
            ? throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"it is not certain whether the key has made a booking ({problem.Kind})")
            : await JudgeAsync(talk, kept, basket, problem, cancellation);
    }

    private async Task<WireAnswer<BookingDto>> BookAsync(Talk talk, CommitRequest request, IReadOnlyList<TimeSpan> patience, CancellationToken cancellation)
    {
        var body = request.Body ?? ComposeCommit(talk.Call, request);
        var answer = await talk.Bookings.BookAsync(body, request.Key, cancellation);
        foreach (var wait in patience)
        {
            if (answer.Problem is not { } reply || new EGumaProblem(reply).Kind is not ProblemKind.KeyInProgress)
                break;
            await Task.Delay(wait, time, cancellation);
            answer = await talk.Bookings.BookAsync(body, request.Key, cancellation);
            // Never reached, now: the first call with this key is still being worked on somewhere.
            if (answer.Refusal is { } refusal)
                throw new ProviderSilenceException(CommitCall, SilenceKind.TimedOut, $"the key was being worked on, and then: {refusal.Reason}");
        }
        return answer;
    }

    /// <summary>Says nothing of whether the key has made a booking: it is being worked on, it was used otherwise, the reservation is used.</summary>
    private static bool IsDoubtful(EGumaProblem problem) => problem.Kind is ProblemKind.KeyInProgress or ProblemKind.KeyReused or ProblemKind.HoldUsed;

    /// <summary>What a definite no to a booking means; where it does not say so, price list and clock decide.</summary>
    private static async Task<Refusal> JudgeAsync(Talk talk, KeptReservation kept, Basket basket, EGumaProblem problem, CancellationToken cancellation)
    {
        switch (problem.Kind)
        {
            case ProblemKind.NotAuthorised:
                return EGumaRefusals.NotAuthorised(problem);
            case ProblemKind.Forbidden:
                return EGumaRefusals.Forbidden(problem);
            case ProblemKind.Throttled:
                return new Refusal(RefusalReason.Throttled, $"e-guma asks us to slow down. Nothing was booked; try again in a moment. ({problem.Said})");
            case ProblemKind.HoldExpired:
            case not ProblemKind.HoldExpired when kept.Until <= talk.Now:
                return EGumaRefusals.Expired();
            case ProblemKind.Invalid:
                return EGumaRefusals.Said(problem);
        }
        var (_, changed) = await LookFirstAsync(talk, basket, JournalDepth.SizeOnly, "nothing was booked", cancellation);
        return changed switch
        {
            { Reason: RefusalReason.NotFound or RefusalReason.SoldOut } => changed,
            _ when problem.Kind is ProblemKind.NotAvailable => EGumaRefusals.TooFew(basket, null),
            // Product and date are there, so it is the reservation that is not: unknown (404), over or used (409, when told in plain text).
            _ when problem.Status is 404 or 409 => EGumaRefusals.Expired(),
            _ => EGumaRefusals.Said(problem),
        };
    }

    private static CommittedOrder Committed(BookingDto booking, Basket basket, string currency)
    {
        if (string.IsNullOrEmpty(booking.BookingId))
            throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, "the booking was answered without its id");
        var references = new List<ProviderReference> { new(EGumaReferences.Booking, booking.BookingId) };
        if (!string.IsNullOrEmpty(booking.BookingReference))
            references.Add(new(EGumaReferences.BookingReference, booking.BookingReference));
        references.AddRange(TicketsOf(booking, basket).Select(t => t.Reference));
        references.AddRange((booking.Tickets ?? []).Where(t => t.TicketNumber is { Length: > 0 }).Select(t => KeptPass.Of(t.TicketNumber!, t.AppleWalletUrl)).OfType<KeptPass>().Select(p => p.Reference));
        return new CommittedOrder(CommitOutcome.Purchased, references, "completed", [.. basket.Items.Select(i => Sold(booking, basket, i, currency))]);
    }

    /// <summary>Tickets without a category are handed to the categories in the order they were asked for.</summary>
    private static IEnumerable<KeptTicket> TicketsOf(BookingDto booking, Basket basket)
    {
        var open = basket.Items.SelectMany(i => Enumerable.Repeat(i.CategoryId, i.Quantity)).ToList();
        foreach (var ticket in (booking.Tickets ?? []).Where(t => t.TicketNumber is { Length: > 0 }))
        {
            var category = ticket.CategoryId ?? open.FirstOrDefault() ?? "";
            open.Remove(category);
            yield return new KeptTicket(ticket.TicketNumber!, basket.NameOf(category), ticket.PdfUrl);
        }
    }

    /// <summary>The price it was sold at, where all tickets of the category tell the same.</summary>
    private static HeldLine Sold(BookingDto booking, Basket basket, (string CategoryId, int Quantity) item, string currency)
    {
        var prices = (booking.Tickets ?? []).Where(t => t.CategoryId == item.CategoryId).Select(t => t.PriceInCents).Distinct().ToList();
        return new HeldLine(basket.NameOf(item.CategoryId), item.Quantity, prices is [{ } cents] ? EGumaMapping.Amount(cents, currency) : null);
    }
}
