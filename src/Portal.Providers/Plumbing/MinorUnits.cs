using Portal.Core.Pricing;

namespace Portal.Providers.Plumbing;

/// <summary>Amounts as whole numbers of a currency's smallest unit (ISO 4217 exponents).</summary>
public static class MinorUnits
{
    private static readonly Dictionary<string, int> NotTwo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0, ["RWF"] = 0,
        ["UGX"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
    };

    /// <summary>How many decimals the currency has.</summary>
    public static int Exponent(string currency) => NotTwo.GetValueOrDefault(currency, 2);

    public static Money ToMoney(long minor, string currency) => new(minor / Factor(currency), currency);

    /// <summary>The whole number of smallest units; null when the amount is finer than the currency.</summary>
    public static long? FromMoney(Money money)
    {
        var minor = money.Amount * Factor(money.Currency);
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    private static decimal Factor(string currency) => Exponent(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
