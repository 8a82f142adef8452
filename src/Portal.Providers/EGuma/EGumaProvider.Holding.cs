using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

// Reservations (page 2.4, 3 and 4): made, replaced, given back. None can be changed or read, so what they hold is noted.
public sealed partial class EGumaProvider
{
    public Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => ReserveAsync(Open(call), request, cancellation);

    /// <summary>The new one first: a refusal leaves the old one as it was. Then the old one is let go.</summary>
    public async Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (talk.Notes.Latest is null)
            return EGumaRefusals.NoReservation("changed");
        var before = talk.Notes.Alive(talk.Now);
        if (before.Count == 0)
            return EGumaRefusals.Expired();
        var answer = await ReserveAsync(talk, request, cancellation);
        if (!answer.IsYes)
            return answer;
        foreach (var old in before)
            await LetGoAsync(talk, old, cancellation);
        return answer;
    }

    public async Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (talk.Notes.Latest is null)
            return EGumaRefusals.NoReservation("released");
        foreach (var reservation in talk.Notes.Alive(talk.Now))
            if (await CancelReservationAsync(talk, reservation, cancellation) is { } refusal)
                return refusal;
        return new HoldReleased("released");
    }

    /// <summary>
    /// No call reads a reservation: while one of ours is known and its hour is not over it counts as alive; without an id nobody can tell.
    /// </summary>
    public Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        Answer<HoldFinding> finding = (talk.Notes.Latest, talk.Notes.Alive(talk.Now)) switch
        {
            (null, _) => new HoldFinding(HoldFound.CannotTell),
            ({ } latest, []) => new HoldFinding(HoldFound.Over, RawStatus: talk.Notes.IsReleased(latest) ? "released" : "expired"),
            (_, [.., { Items.Count: > 0 } alive]) when Basket.Of(request.Lines) is { } basket => new HoldFinding(HoldFound.Alive, Held(alive, basket with { Items = alive.Items }), "held"),
            _ => new HoldFinding(HoldFound.CannotTell),
        };
        return Task.FromResult(finding);
    }

    private static async Task<Answer<HeldPlaces>> ReserveAsync(Talk talk, HoldRequest request, CancellationToken cancellation)
    {
        if (Basket.Of(request.Lines) is not { Places: > 0 } basket)
            return EGumaRefusals.NotOneSlot();
        if (request.Mode is not SaleMode.Purchase)
            return new Refusal(RefusalReason.NotAllowed, "e-guma sells at once; it cannot keep places unpaid. Nothing was held.");
        var (offered, no) = await LookFirstAsync(talk, basket, JournalDepth.FailuresOnly, "nothing was held", cancellation);
        if (no is not null)
            return no;
        if (BreaksRule(basket, offered!.Slot!) is { } rule)
            return rule;

        var answer = await talk.Sales.ReserveAsync(
            new ReservationWriteDto(basket.ProductId, basket.StartsAt, [.. basket.Items.Select(i => new ItemWriteDto(i.CategoryId, i.Quantity))]), cancellation);
        if (answer.Value is null)
            return answer.Refusal ?? await ExplainAsync(talk, basket, answer.Problem!, cancellation);
        if (answer.Value.ReservationId is not { Length: > 0 } id)
            throw new ProviderSilenceException("POST /v1/ticketing/reservation.json", SilenceKind.Unreadable, "the reservation was answered without its id");
        var until = EGumaDeadline.Of(answer.Value.ExpiresAt, offered.Slot!.ClosingAt, talk.Options.Zone, talk.Now);
        var kept = new KeptReservation(id, until, offered.Product.Languages, basket.Items);
        foreach (var reference in kept.References)
            await talk.Call.RememberAsync(reference, cancellation);
        return Held(kept, basket) with { Lines = [.. basket.Items.Select(i => new HeldLine(basket.NameOf(i.CategoryId), i.Quantity, PriceOf(offered, i.CategoryId)))] };
    }

    private static HeldPlaces Held(KeptReservation kept, Basket basket) => new(kept.References, kept.Until, "held",
        [.. basket.Items.Select(i => new HeldLine(basket.NameOf(i.CategoryId), i.Quantity, null))]);

    /// <summary>What is not given back now stays noted and is given back with the rest, at the latest by its hour: the change itself is done.</summary>
    private static async Task LetGoAsync(Talk talk, KeptReservation old, CancellationToken cancellation)
    {
        try
        {
            await CancelReservationAsync(talk, old, cancellation);
        }
        catch (ProviderSilenceException)
        {
            // In the journal already; asking again belongs to the release.
            return;
        }
    }

    /// <returns>Null when it is given back, or was over before (page 2.12: 404 and 409).</returns>
    private static async Task<Refusal?> CancelReservationAsync(Talk talk, KeptReservation reservation, CancellationToken cancellation)
    {
        var answer = await talk.Sales.CancelReservationAsync(reservation.Id, cancellation);
        if (answer.Value is null && answer.Problem is not { Status: 404 or 409 })
            return answer.Refusal ?? EGumaRefusals.OfRead(answer.Problem!, "release of this reservation");
        await talk.Call.RememberAsync(new ProviderReference(EGumaReferences.ReleasedNote, reservation.Id), cancellation);
        return null;
    }
}
