using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Providers.SecuTix;

/// <summary>How an order stands (page 2.5).</summary>
internal enum OrderStanding { Running, Validated, Closed, Over, Unknown }

/// <summary>The provider's words in ours; a new one becomes the unknown of its kind, and the raw word is kept beside it.</summary>
internal static class SecuTixWords
{
    public static OrderStanding Order(string? word) => word?.ToUpperInvariant() switch
    {
        "RUNNING" => OrderStanding.Running,
        "VALIDATED" => OrderStanding.Validated,
        "CLOSED" => OrderStanding.Closed,
        // Both spellings: the provider's files write it with two n.
        "ABANDONED" or "ABANDONNED" or "CANCELED" or "CANCELLED" or "EXPIRED" => OrderStanding.Over,
        _ => OrderStanding.Unknown,
    };

    public static FulfilmentStatus File(string? word) => word?.ToUpperInvariant() switch
    {
        "SOLDED" or "NOT_SOLDED" or "PART_SOLDED" => FulfilmentStatus.Completed,
        "RUNNING" or "IN_OPTION" or "IN_RESERVATION" or "OPTION_RESERV" or "CONFIRMED" => FulfilmentStatus.Processing,
        "CANCELED" or "ABANDONNED" => FulfilmentStatus.Cancelled,
        "SUSPENDED" or "TECH_ERROR" => FulfilmentStatus.OnReview,
        _ => FulfilmentStatus.Unknown,
    };

    public static EventStatus Product(string? word) => word?.ToUpperInvariant() switch
    {
        "RUNNING" => EventStatus.OnSale,
        "CANCELED" => EventStatus.Cancelled,
        "CLOSED" or "CANCELED_CLOSED" => EventStatus.Closed,
        _ => EventStatus.NotOnSale,
    };

    public static bool IsRunning(string? word) => word is null || word.Equals("RUNNING", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of <c>reservable</c> and <c>directOption</c> are not documented.</summary>
    public static bool IsYes(string? flag) => flag?.ToUpperInvariant() is "YES" or "TRUE" or "1" or "Y" or "ALLOWED";
}
