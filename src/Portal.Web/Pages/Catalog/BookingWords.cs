using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Catalog;

/// <summary>Why something of a session cannot be held in a mode, in words.</summary>
internal static class BookingWords
{
    /// <summary>Against booking anything of the session; empty when nothing is.</summary>
    public static IReadOnlyList<string> Against(SessionView view) =>
        // Where the provider itself keeps nothing, our switches are beside the point.
        view.Decision.AgainstBooking.FirstOrDefault(r => r.Reason == NotEnabledReason.ProviderCannotBook) is { } sellsOnly
            ? [RefusalWords.For(sellsOnly)]
            : [.. view.Decision.AgainstBooking.Select(RefusalWords.For)];

    /// <summary>Against holding this offer in that mode; null when nothing is.</summary>
    public static string? Against(SessionView view, Offer offer, SaleMode mode) =>
        (mode == SaleMode.Book ? view.Decision.AgainstBooking : view.Decision.AgainstSelling) is [var first, ..] ? RefusalWords.For(first)
        : mode == SaleMode.Book ? offer.NoBooking
        : null;
}
