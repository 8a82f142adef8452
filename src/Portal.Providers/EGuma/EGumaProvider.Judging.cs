using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

// Price, places and rules as they stand now: read before a write, and after a no whose reason is not told (page 2.9, 2.12).
public sealed partial class EGumaProvider
{
    /// <summary>
    /// Reads before a write and refuses what has changed: no longer offered, another price. Silence here is no silence of the write, which
    /// was never sent.
    /// </summary>
    private static async Task<(Offered? Offered, Refusal? Refusal)> LookFirstAsync(Talk talk, Basket basket, JournalDepth depth, string notDone, CancellationToken cancellation)
    {
        try
        {
            var (offered, refusal) = await LookAsync(talk, basket.ProductId, basket.Start, depth, cancellation);
            return refusal is not null ? (null, refusal)
                : offered is null || !EGumaMapping.IsOffered(offered.Product) ? (null, EGumaRefusals.NotOffered())
                : offered.Slot is null ? (null, EGumaRefusals.TooFew(basket, 0))
                : Moves(basket, offered) is { Count: > 0 } moves ? (null, moves.Exists(m => m.Now is null) ? EGumaRefusals.NotOffered() : EGumaRefusals.PriceChanged(moves))
                : (offered, null);
        }
        catch (ProviderSilenceException silence)
        {
            return (null, EGumaRefusals.NotRead(notDone, RefusalWords.Why(silence.Kind).TrimEnd('.')));
        }
    }

    private static List<PriceMove> Moves(Basket basket, Offered offered) =>
        [.. from line in basket.Lines
            let now = OfferName.Parse(line.OfferRef) is { } name ? PriceOf(offered, name.CategoryId) : null
            where now != line.NetEach
            select new PriceMove(line.OfferRef, line.NetEach, now)];

    private static Money? PriceOf(Offered offered, string categoryId) =>
        offered.Slot?.Prices?.FirstOrDefault(p => p.CategoryId == categoryId)?.PriceInCents is { } cents ? EGumaMapping.Amount(cents, offered.Currency) : null;

    private static Refusal? BreaksRule(Basket basket, AvailabilityDto slot) =>
        (from item in basket.Items
         let price = slot.Prices?.FirstOrDefault(p => p.CategoryId == item.CategoryId)
         where price is not null
         let rule = EGumaMapping.Rule(price)
         let fault = rule.Check(item.Quantity, null)
         where fault is not null
         select EGumaRefusals.Quantity(basket.NameOf(item.CategoryId), item.Quantity, rule, fault.Value)).FirstOrDefault();

    /// <summary>Why a reservation was refused: said by the code where it is certain, else decided by reading again.</summary>
    private static async Task<Refusal> ExplainAsync(Talk talk, Basket basket, WireReply reply, CancellationToken cancellation)
    {
        var problem = new EGumaProblem(reply);
        if (problem.Kind is ProblemKind.NotAuthorised)
            return EGumaRefusals.NotAuthorised(problem);
        if (problem.Kind is ProblemKind.Forbidden)
            return EGumaRefusals.Forbidden(problem);
        try
        {
            var (offered, refusal) = await LookAsync(talk, basket.ProductId, basket.Start, JournalDepth.FailuresOnly, cancellation);
            if (refusal is not null)
                return EGumaRefusals.Said(problem);
            if (offered is null || !EGumaMapping.IsOffered(offered.Product))
                return EGumaRefusals.NotOffered();
            if (offered.Slot is not { } slot)
                return EGumaRefusals.TooFew(basket, 0);
            if (slot.AvailabilityCount < basket.Places)
                return EGumaRefusals.TooFew(basket, slot.AvailabilityCount);
            if (slot.Prices?.FirstOrDefault(p => p.AllowZeroQuantity is false && basket.Items.All(i => i.CategoryId != p.CategoryId)) is { CategoryId: { } id } needed)
                return EGumaRefusals.NeedsCompany(needed, EGumaMapping.NameOf(offered.Product, id, talk.Options));
            return problem.Kind is ProblemKind.NotAvailable ? EGumaRefusals.TooFew(basket, null) : EGumaRefusals.Said(problem);
        }
        catch (ProviderSilenceException)
        {
            // A no stays a no, also when nothing can be read any more that would explain it.
            return EGumaRefusals.Said(problem);
        }
    }
}
