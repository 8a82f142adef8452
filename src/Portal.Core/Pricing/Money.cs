using System.Globalization;

namespace Portal.Core.Pricing;

/// <summary>An amount in a currency's major unit with its ISO 4217 code. Adding two currencies throws.</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money operator +(Money a, Money b) => new(a.Amount + Same(a, b).Amount, a.Currency);
    public static Money operator -(Money a, Money b) => new(a.Amount - Same(a, b).Amount, a.Currency);
    public static Money operator *(Money a, int times) => new(a.Amount * times, a.Currency);

    /// <summary>Invariant and unambiguous, for logs and history: <c>95.00 EUR</c>. Pages format for their reader.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00##} {Currency}");

    private static Money Same(Money a, Money b) => a.Currency == b.Currency
        ? b
        : throw new InvalidOperationException($"Amounts in {a.Currency} and {b.Currency} cannot be added.");
}
