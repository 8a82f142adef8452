using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

/// <summary>What a cart or an order keeps, in our words. Pure.</summary>
internal static class OneboxChannelsHeld
{
    private static readonly TimeSpan CartLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OrderLife = TimeSpan.FromMinutes(45);

    public static HeldPlaces Places(CartDto cart, CartContent content, IReadOnlyList<ProviderReference> references, OneboxChannelsOptions options, DateTime now) =>
        new(references, ExpiresAt(cart, references, now), "shopping-cart", content.Lines(cart, options.Currency))
        {
            DeliveryCost = cart.DeliveryCosts is { } cost ? new Money(cost, cart.Currency ?? options.Currency) : null,
            Warnings = [.. cart.Items.SelectMany(i => i.Warnings).Distinct().Select(Sentence)],
        };

    /// <summary>The order's own time; counted from when it was asked for where the answer says nothing.</summary>
    public static DateTime ExpiresAt(OrderDto order, DateTime askedAt, DateTime now) => order.TimeLeft is { } seconds ? now.AddSeconds(seconds) : askedAt + OrderLife;

    /// <summary>Until when an order that nobody knows the code of may keep its places.</summary>
    public static DateTime LockedUntil(DateTime askedAt) => askedAt + OrderLife;

    public static bool IsScattered(IEnumerable<CartItemDto> items) => items.SelectMany(i => i.Warnings).Any(w => w.Contains("NON_CONSECUTIVE", StringComparison.OrdinalIgnoreCase));

    /// <summary><c>timeLeft</c> in seconds, else ten minutes from when the cart was made (page 1a.7; providers/README, doubt 4).</summary>
    private static DateTime ExpiresAt(CartDto cart, IReadOnlyList<ProviderReference> references, DateTime now)
    {
        if (cart.TimeLeft is { } seconds)
            return now.AddSeconds(seconds);
        var made = references.LastOrDefault(r => r.Kind == OneboxChannelsReferences.Created)?.Value;
        return (DateTime.TryParse(made, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : now) + CartLife;
    }

    private static string Sentence(string warning) => warning.ToUpperInvariant() switch
    {
        "SESSION_NON_CONSECUTIVE_SEAT" => "The seats are not side by side.",
        "SESSION_NON_CONSECUTIVE_ZNN" or "SESSION_NON_CONSECUTIVE_SEAT_ZNN" => "The places are not all in the same area.",
        "SESSION_DIFERENT_PRICE_ZONE" or "SESSION_DIFFERENT_PRICE_ZONE" => "The seats lie in different price zones.",
        "NON_CONFIRMED_DATE" => "The date is not confirmed yet.",
        _ => $"The provider remarks: {warning}.",
    };
}
