using System.Globalization;
using Portal.Core.Catalog;

namespace Portal.Core.Pricing;

/// <summary>The names behind what a rule names.</summary>
public sealed record PriceNames(
    IReadOnlyDictionary<Guid, string> Agencies, IReadOnlyDictionary<Guid, string> Connections, IReadOnlyDictionary<Guid, string> Promoters)
{
    /// <summary>For instance <c>Kanal Travel, the promoter Ajax</c>; <c>everything</c> for a rule that names nothing.</summary>
    public string Scope(PriceRule rule)
    {
        string?[] named =
        [
            rule.AgencyId is { } agency ? Agencies.GetValueOrDefault(agency, "an agency that is gone") : null,
            rule.PromoterId is { } promoter ? $"the promoter {Promoters.GetValueOrDefault(promoter, "that is gone")}" : null,
            rule.Category is { } category ? $"the category {CategoryWords.Name(category)}" : null,
            rule.ConnectionId is { } connection ? Connections.GetValueOrDefault(connection, "a provider that is gone") : null,
        ];
        return string.Join(", ", named.OfType<string>()) is { Length: > 0 } scope ? scope : "everything";
    }
}

/// <summary>Price rules as people read them.</summary>
public static class PriceRuleWords
{
    /// <summary>For instance <c>12 % and 2.50, rounded up to a multiple of 0.50</c>; amounts are in each agency's currency.</summary>
    public static string Amount(PriceRule rule)
    {
        var parts = new List<string>();
        if (rule.Percent != 0 || rule.AmountEach == 0)
            parts.Add($"{Number(rule.Percent)} %");
        if (rule.AmountEach != 0)
            parts.Add(rule.AmountEach.ToString("0.00", CultureInfo.InvariantCulture));
        return string.Join(" and ", parts) + (rule.RoundUpTo > 0 ? $", rounded up to a multiple of {rule.RoundUpTo.ToString("0.00", CultureInfo.InvariantCulture)}" : "");
    }

    public static string Kind(PriceRuleKind kind) => kind == PriceRuleKind.Markup ? "markup" : "commission";

    /// <summary>One sentence, for instance <c>a markup of 12 % for Kanal Travel</c>.</summary>
    public static string Sentence(PriceRule rule, PriceNames names) => $"a {Kind(rule.Kind)} of {Amount(rule)} for {names.Scope(rule)}";

    /// <summary>Why a rule does not decide a case, or that it does.</summary>
    public static string Verdict(PriceVerdict verdict, PriceNames names) => verdict.Kind switch
    {
        PriceVerdictKind.Wins => "Decides.",
        PriceVerdictKind.OtherAgency => "Is for another agency.",
        PriceVerdictKind.OtherPromoter => "Is for another promoter.",
        PriceVerdictKind.OtherCategory => "Is for another category.",
        PriceVerdictKind.OtherProvider => "Is for another provider.",
        _ => $"Would apply, but the one for {names.Scope(verdict.By!)} names the case more closely.",
    };

    /// <summary>With as many digits as it has, four at least.</summary>
    public static string Rate(decimal rate) => rate.ToString("0.0000####", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
