using Portal.Core.Providers;

namespace Portal.Tests.Support;

// Holds, guest lists and sales, with what they refuse.
internal partial class InMemoryProvider
{
    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => Choose(line, open, now);

    public Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => AskAsync(Questioned.Hold, () =>
    {
        if (Against(request.Lines, []) is { } refusal)
            return refusal;
        var hold = new MemoryHold($"{kind}-H{++number}", request.OurReference, time.GetUtcNow().UtcDateTime + Traits.HoldLength);
        holds.Add(hold);
        Fill(hold, request.Lines);
        return (Answer<HeldPlaces>)Places(hold);
    });

    public Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => AskAsync(Questioned.Change, () =>
    {
        if (Find(call) is not { Status: "active" } hold)
            return Expired;
        if (Against(request.Lines, hold.Lines) is { } refusal)
            return refusal;
        Fill(hold, request.Lines);
        return (Answer<HeldPlaces>)Places(hold);
    });

    public Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation) => AskAsync(Questioned.Release, () =>
    {
        var hold = Find(call);
        if (hold is { Status: "booked" })
            return (Answer<HoldReleased>)new Refusal(RefusalReason.NotAllowed, "It was sold.");
        if (hold is { Status: "active" } or { Status: "prepared" } && Traits.Preparing != Preparing.LockedUntilItLapses)
            Void(hold);
        return new HoldReleased("void");
    });

    public Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpHold, () =>
        (Answer<HoldFinding>)((Find(call) ?? holds.FindLast(h => h.OurReference == request.OurReference)) switch
        {
            null => new HoldFinding(HoldFound.Nothing),
            { Status: "active" or "prepared" } hold => new HoldFinding(HoldFound.Alive, Places(hold)),
            { Status: "booked" } hold => new HoldFinding(HoldFound.Consumed, Places(hold)),
            var hold => new HoldFinding(HoldFound.Over, Places(hold)),
        }));

    public Task<Answer<IReadOnlyList<GuestSheet>>> ReadGuestsAsync(ProviderCall call, string? countryHint, CancellationToken cancellation) =>
        AskAsync(Questioned.ReadGuests, () => Answer<IReadOnlyList<GuestSheet>>.Yes([.. Find(call)!.Lines.Select(line => new GuestSheet(line.OfferRef,
            [.. Enumerable.Range(0, offers[line.OfferRef].Wanted.Count == 0 ? 0 : line.Quantity).Select(i => new GuestSlot(null, i == 0, new Dictionary<string, string>(),
                i == 0 ? offers[line.OfferRef].Wanted.ToDictionary(f => f, _ => GuestDue.BeforeCheckout) : []))]))]));

    public Task<Answer<IReadOnlyList<GuestSheet>>> SendGuestsAsync(ProviderCall call, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation) =>
        AskAsync(Questioned.Guests, () =>
        {
            if (Find(call) is not { Status: "active" } hold)
                return (Answer<IReadOnlyList<GuestSheet>>)Expired;
            (hold.Guests, hold.GuestWrites) = (sheets, hold.GuestWrites + 1);
            return Answer<IReadOnlyList<GuestSheet>>.Yes(sheets);
        });

    public Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => AskAsync(Questioned.Commit, () =>
    {
        if (Find(call) is not { } hold || hold.Status != (Traits.Preparing == Preparing.None ? "active" : "prepared"))
            return (Answer<CommittedOrder>)Expired;
        if (hold.Lines.Any(l => offers[l.OfferRef].Wanted.Count > 0 && !hold.Guests.Any(g => g.OfferRef == l.OfferRef)))
            return new Refusal(RefusalReason.GuestDataMissing, "Guests are missing.");
        hold.Status = "booked";
        bookings.Add(new MemoryBooking($"{kind}-B{++number}", hold.Id, request.OurReference, request.Key, hold.Lines));
        return (Answer<CommittedOrder>)Committed(bookings[^1]);
    });

    public Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpOrder, () =>
        (Answer<OrderFinding>)(Find(call) switch
        {
            { Status: "booked" } hold => new OrderFinding(OrderFound.Made, Committed(bookings.Single(b => b.HoldId == hold.Id))),
            { Status: "active" or "prepared" } => new OrderFinding(OrderFound.NotMadeHoldAlive),
            _ => new OrderFinding(OrderFound.NotMadeHoldOver),
        }));

    public virtual Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation) =>
        AskAsync(Questioned.ReadBack, () => Answer<IReadOnlyList<FulfilmentReport>>.Yes([]));

    protected static Refusal Expired => new(RefusalReason.HoldExpired, "The hold is over.");

    protected MemoryHold? Find(ProviderCall call) => holds.Find(h => h.Id == call.Find(Hold));

    private Refusal? Against(IReadOnlyList<HoldLine> wanted, IReadOnlyList<HoldLine> kept)
    {
        foreach (var line in wanted)
        {
            var offer = offers[line.OfferRef];
            var left = offer.Stock + kept.Where(k => k.OfferRef == line.OfferRef).Sum(k => k.Quantity);
            if (offer.Net != line.NetEach)
                return new Refusal(RefusalReason.PriceChanged, "Another price.") { PriceMoves = [new PriceMove(line.OfferRef, line.NetEach, offer.Net)] };
            if (left < wanted.Where(w => w.OfferRef == line.OfferRef).Sum(w => w.Quantity))
                return new Refusal(RefusalReason.SoldOut, "Too few left.") { Shortfalls = [new Shortfall(line.OfferRef, line.Quantity, left)] };
        }
        return null;
    }

    private void Fill(MemoryHold hold, IReadOnlyList<HoldLine> lines)
    {
        foreach (var line in hold.Lines)
            offers[line.OfferRef].Stock += line.Quantity;
        foreach (var line in lines)
            offers[line.OfferRef].Stock -= line.Quantity;
        hold.Lines = lines;
    }

    protected static HeldPlaces Places(MemoryHold hold) => new(
        [new ProviderReference(Hold, hold.Id)], hold.ExpiresAt, hold.Status, [.. hold.Lines.Select(l => new HeldLine(l.OfferRef, l.Quantity, l.NetEach))]);

    protected virtual CommittedOrder Committed(MemoryBooking booking) => new(
        CommitOutcome.Purchased, [new ProviderReference(Order, booking.Id)], "confirmed", [.. booking.Lines.Select(l => new HeldLine(l.OfferRef, l.Quantity, l.NetEach))]);
}
