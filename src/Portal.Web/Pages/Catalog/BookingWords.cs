using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Catalog;

/// <summary>Why something of a session cannot be booked without paying: the provider's wire, our switches, then the provider's own word.</summary>
internal static class BookingWords
{
    /// <summary>Against booking anything of the session; empty when nothing is.</summary>
    public static IReadOnlyList<string> Against(SessionView view) =>
        !view.Traits.CanBook ? [$"{view.Provider} sells only: it keeps nothing without payment."]
        : view.NoBooking is { } no ? [.. view.Decision.AgainstBooking.Select(RefusalWords.For), no]
        : [.. view.Decision.AgainstBooking.Select(RefusalWords.For)];

    /// <summary>Against holding this offer in that mode; null when nothing is.</summary>
    public static string? Against(SessionView view, Offer offer, SaleMode mode) =>
        mode == SaleMode.Purchase ? view.Decision.MaySell ? null : RefusalWords.For(view.Decision.AgainstSelling[0])
        : Against(view) is [var first, ..] ? first
        : offer.NoBooking;
}
