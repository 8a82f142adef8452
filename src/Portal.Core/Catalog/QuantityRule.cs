namespace Portal.Core.Catalog;

/// <summary>How a quantity breaks an offer's rule.</summary>
public enum QuantityFault { BelowMinimum, AboveMaximum, NotAMultiple, LeavesOne }

/// <summary>
/// How many of an offer may be taken at once. The unit is the ticket, or the package where the offer counts packages.
/// Sources: XS2Event 1.3 (min_order, pairs_only, no_max_minus_1, package_rate), e-guma 2.3 (min/max), Onebox limits.
/// </summary>
/// <param name="Min">Smallest quantity.</param>
/// <param name="Max">Largest quantity by rule, apart from stock; null when there is none.</param>
/// <param name="Step">2 for pairs only.</param>
/// <param name="NotLeaveOne">The remaining stock may not be exactly one.</param>
/// <param name="CountsPackages">True when one unit is a package of several tickets.</param>
public sealed record QuantityRule(int Min = 1, int? Max = null, int Step = 1, bool NotLeaveOne = false, bool CountsPackages = false)
{
    /// <summary>What is wrong with taking that many; null when nothing is.</summary>
    /// <param name="quantity">How many are wanted.</param>
    /// <param name="stock">How many are left; null when unlimited or unknown.</param>
    public QuantityFault? Check(int quantity, int? stock)
    {
        if (quantity < Math.Max(1, Min))
            return QuantityFault.BelowMinimum;
        if (quantity > (Max ?? int.MaxValue) || quantity > (stock ?? int.MaxValue))
            return QuantityFault.AboveMaximum;
        if (quantity % Step != 0)
            return QuantityFault.NotAMultiple;
        return NotLeaveOne && stock - quantity == 1 ? QuantityFault.LeavesOne : null;
    }

    /// <summary>The nearest allowed quantity at or below the wanted one, else the nearest above; null when none is possible.</summary>
    public int? Nearest(int wanted, int? stock)
    {
        var top = Math.Min(Max ?? int.MaxValue, stock ?? Math.Max(wanted, Min) + 2 * Step);
        for (var q = Math.Min(wanted, top); q >= 1; q--)
            if (Check(q, stock) is null)
                return q;
        for (var q = Math.Max(wanted + 1, 1); q <= top; q++)
            if (Check(q, stock) is null)
                return q;
        return null;
    }

    /// <summary>The allowed quantities up to a bound, for a stepper or a list.</summary>
    public IEnumerable<int> Allowed(int? stock, int upTo) =>
        Enumerable.Range(1, Math.Max(0, Math.Min(upTo, Math.Min(stock ?? upTo, Max ?? upTo)))).Where(q => Check(q, stock) is null);
}
