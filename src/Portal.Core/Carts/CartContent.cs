using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Carts;

/// <summary>
/// A short mark of what a cart contains and at which price. A checkout carries the mark of the plan that the agent read, so that what
/// another tab added meanwhile is never booked unseen.
/// </summary>
public static class CartContent
{
    public static string Of(IEnumerable<CartLine> lines) => Of(lines.Select(l => (l.Id, l.HoldId, l.Quantity, l.Quote.Selling)));

    public static string Of(IEnumerable<(Guid Line, Guid? Hold, int Quantity, decimal Selling)> lines)
    {
        var text = string.Join('|', lines.OrderBy(l => l.Line)
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Line:N} {l.Hold:N} {l.Quantity} {l.Selling:0.####}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
