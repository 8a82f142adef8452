using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>Refusals as people read them. What was not done is said by whoever shows them (<see cref="RefusalWords"/>).</summary>
internal static class EGumaRefusals
{
    /// <summary>For questions that change nothing.</summary>
    public static Refusal OfRead(WireReply reply, string what)
    {
        var problem = new EGumaProblem(reply);
        return problem.Kind switch
        {
            ProblemKind.NotAuthorised => NotAuthorised(problem),
            ProblemKind.Forbidden => Forbidden(problem),
            ProblemKind.NotFound => new(RefusalReason.NotFound, $"e-guma has no {what}: {problem.Said}"),
            _ => new(RefusalReason.Invalid, $"e-guma did not give the {what}: {problem.Said}"),
        };
    }

    public static Refusal NotAuthorised(EGumaProblem problem) =>
        new(RefusalReason.NotAuthorised, $"e-guma does not accept the connection's key: {problem.Said} Nothing was done; an admin checks the key under Connections.");

    public static Refusal Forbidden(EGumaProblem problem) =>
        new(RefusalReason.NotAllowed, $"the product is not enabled for this account ({problem.Said})");

    public static Refusal Expired() =>
        new(RefusalReason.HoldExpired, "The reservation at e-guma is over: nothing is kept and nothing was sold. The same places can be held again if they are still there.");

    public static Refusal NoReservation(string act) =>
        new(RefusalReason.Invalid, $"The reservation at e-guma has no known id, so it cannot be {act}. Nothing was done; it lapses by itself.");

    public static Refusal NotOneSlot() =>
        new(RefusalReason.Invalid, "One reservation at e-guma takes one product at one time. Nothing was asked of the provider; hold the others apart.");

    public static Refusal NotOffered() =>
        new(RefusalReason.NotFound, "e-guma does not offer this product now. Look again later, or choose another.");

    public static Refusal TooFew(Basket basket, int? left) => new(RefusalReason.SoldOut, "e-guma has fewer places at this time than were asked for.")
    {
        Shortfalls = [.. basket.Items.Select(i => new Shortfall(basket.NameOf(i.CategoryId), i.Quantity, left))],
    };

    public static Refusal PriceChanged(IReadOnlyList<PriceMove> moves) =>
        new(RefusalReason.PriceChanged, "e-guma asks another price by now; look at it first.") { PriceMoves = moves };

    /// <summary>The fault's name travels as the detail, the nearest quantity as the shortfall: as the cart's own check does.</summary>
    public static Refusal Quantity(string offerRef, int asked, QuantityRule rule, QuantityFault fault) =>
        new(RefusalReason.QuantityNotAllowed, fault.ToString()) { Shortfalls = [new(offerRef, asked, rule.Nearest(asked, null))] };

    public static Refusal NeedsCompany(PriceDto needed, string? name) =>
        new(RefusalReason.NotAllowed, $"it is sold only together with at least {Math.Max(1, needed.MinQuantity ?? 1)} × {name ?? "another category"} at the same time; put that into the cart first");

    /// <summary>A read that must come before a write got no answer: the write was never sent.</summary>
    public static Refusal NotRead(string act, string why) =>
        new(RefusalReason.Unreachable, $"e-guma did not tell price and places ({why}), so {act}. Try again in a moment.");

    public static Refusal Buyer(IReadOnlyList<BuyerFault> faults) =>
        new(RefusalReason.BuyerDataMissing, "e-guma wants to know the buyer's first name, last name and e-mail address.") { BuyerFaults = faults };

    public static Refusal Said(EGumaProblem problem) => new(RefusalReason.Invalid, problem.Said);
}
