namespace Portal.Core.Pricing;

/// <summary>What a rule has to say to a case.</summary>
public enum PriceVerdictKind { Wins, NamedLessClosely, OtherAgency, OtherPromoter, OtherCategory, OtherProvider }

/// <summary>Whether a rule decides a case, and if not why.</summary>
/// <param name="By">The rule that names the case more closely, where there is one.</param>
public sealed record PriceVerdict(PriceRule Rule, PriceVerdictKind Kind, PriceRule? By = null)
{
    /// <summary>Every rule's verdict, each kind for itself: who wins first, then by closeness.</summary>
    public static IReadOnlyList<PriceVerdict> Of(IEnumerable<PriceRule> rules, PriceCase of) =>
        [.. rules.GroupBy(r => r.Kind).OrderBy(g => g.Key).SelectMany(g =>
        {
            var winner = PriceBuildUp.Choose(g, g.Key, of);
            return g.OrderByDescending(r => ReferenceEquals(r, winner)).ThenByDescending(r => r.Fits(of)).ThenByDescending(r => r.Closeness).ThenBy(r => r.Id)
                .Select(r => new PriceVerdict(r, Judge(r, of, winner), r.Fits(of) && !ReferenceEquals(r, winner) ? winner : null));
        })];

    private static PriceVerdictKind Judge(PriceRule rule, PriceCase of, PriceRule? winner) =>
        ReferenceEquals(rule, winner) ? PriceVerdictKind.Wins
        : rule.AgencyId is { } agency && agency != of.AgencyId ? PriceVerdictKind.OtherAgency
        : rule.PromoterId is { } promoter && promoter != of.PromoterId ? PriceVerdictKind.OtherPromoter
        : rule.Category is { } category && category != of.Category ? PriceVerdictKind.OtherCategory
        : rule.ConnectionId is { } connection && connection != of.ConnectionId ? PriceVerdictKind.OtherProvider
        : PriceVerdictKind.NamedLessClosely;
}
