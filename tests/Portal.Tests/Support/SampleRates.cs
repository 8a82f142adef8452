using Portal.Core.Pricing;

namespace Portal.Tests.Support;

/// <summary>What other currencies cost in that of the worlds' agencies.</summary>
internal static class SampleRates
{
    public const decimal Pound = 1.165m;

    public static IEnumerable<ExchangeRate> All => [Rate("GBP", Pound), Rate("USD", 0.924m), Rate("CHF", 1.048m)];

    private static ExchangeRate Rate(string from, decimal rate) => new()
    {
        Id = Guid.CreateVersion7(), From = from, To = "EUR", Rate = rate, ValidFrom = new DateOnly(2026, 1, 1), EnteredAt = new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc), EnteredBy = "Ines Keller",
    };
}
