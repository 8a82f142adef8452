using Portal.Core.Pricing;

namespace Portal.Providers.SecuTix;

/// <summary>Amounts as whole thousandths of the currency's unit (page 2.10), whatever the currency.</summary>
internal static class SecuTixMoney
{
    public static Money Of(decimal thousandths, string currency) => new(thousandths / 1000m, currency);

    /// <summary>Null when the amount is finer than a thousandth.</summary>
    public static long? Thousandths(Money money) => money.Amount * 1000m is var exact && exact == decimal.Truncate(exact) ? (long)exact : null;
}
