using System.Globalization;

namespace Portal.Core.Pricing;

/// <summary>Amounts as people read them.</summary>
public static class MoneyWords
{
    private static readonly Dictionary<string, string> Signs = new() { ["EUR"] = "€", ["GBP"] = "£", ["USD"] = "$", ["JPY"] = "¥" };

    /// <summary>With the sign where it is unmistakable, else with the code: <c>€1,295.00</c>, <c>95.00 CHF</c>, <c>-€5.00</c>.</summary>
    public static string ForPeople(this Money money)
    {
        var amount = Math.Abs(money.Amount).ToString(money.Currency == "JPY" ? "#,##0.##" : "#,##0.00##", CultureInfo.InvariantCulture);
        var minus = money.Amount < 0 ? "-" : "";
        return Signs.TryGetValue(money.Currency, out var sign) ? $"{minus}{sign}{amount}" : $"{minus}{amount} {money.Currency}";
    }
}
