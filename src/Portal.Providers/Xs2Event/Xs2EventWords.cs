using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Providers.Xs2Event;

/// <summary>How a reservation stands (page 1.3). Extended was prolonged by the provider and can still be booked.</summary>
internal enum ReservationState { Active, Extended, Booked, Void, Error, Unknown }

/// <summary>
/// The provider's words in ours. Case varies between its samples, and new words come without notice: they become the unknown of their
/// kind, and the raw word is kept beside it.
/// </summary>
internal static class Xs2EventWords
{
    public static ReservationState Reservation(string? word) => Plain(word) switch
    {
        "active" => ReservationState.Active,
        "extended" => ReservationState.Extended,
        "booked" => ReservationState.Booked,
        "void" => ReservationState.Void,
        "error" => ReservationState.Error,
        _ => ReservationState.Unknown,
    };

    public static EventStatus Event(string? word) => Plain(word) switch
    {
        "notstarted" => EventStatus.OnSale,
        "soldout" => EventStatus.SoldOut,
        "postponed" => EventStatus.Postponed,
        "cancelled" => EventStatus.Cancelled,
        "closed" => EventStatus.Closed,
        _ => EventStatus.NotOnSale,
    };

    public static DeliveryKind Delivery(string? word) => Plain(word) switch
    {
        "eticket" => DeliveryKind.ETicket,
        "appticket" => DeliveryKind.AppTicket,
        "paper-ticket" => DeliveryKind.PaperTicket,
        "collection-stadium" => DeliveryKind.Collection,
        _ => DeliveryKind.Other,
    };

    public static FulfilmentStatus Fulfilment(string? word) => Plain(word) switch
    {
        "processing" or "waitforactivation" or "pendingticketupload" => FulfilmentStatus.Processing,
        "completed" => FulfilmentStatus.Completed,
        "postponed" => FulfilmentStatus.Postponed,
        "cancelled" => FulfilmentStatus.Cancelled,
        "returned" => FulfilmentStatus.Returned,
        "review" or "blocked" or "administrative" => FulfilmentStatus.OnReview,
        _ => FulfilmentStatus.Unknown,
    };

    public static GuestDataStatus GuestData(string? word) => Plain(word) switch
    {
        "" or "notapplicable" => GuestDataStatus.NotApplicable,
        "waitingfordistributor" => GuestDataStatus.WaitingForUs,
        "waitingforendcustomer" => GuestDataStatus.WaitingForCustomer,
        "waitingforprocessing" or "waitingtosendtosupplier" => GuestDataStatus.InProgress,
        "completed" => GuestDataStatus.Completed,
        _ => GuestDataStatus.Unknown,
    };

    public static GuestDue? Condition(string? word) => Plain(word) switch
    {
        "pre_checkout" => GuestDue.BeforeCheckout,
        "pre_download" => GuestDue.BeforeDownload,
        _ => null,
    };

    /// <summary>In words for people, when the tickets do not come through this API; null when they do.</summary>
    public static string? DeliveredElsewhere(string? channel) => Plain(channel) switch
    {
        "external" => "Delivered through the organiser's own platform, not as a file.",
        "external_end_client" => "The organiser delivers straight to the customer.",
        _ => null,
    };

    /// <summary>Which days a ticket is valid for; null for a single day, the usual case.</summary>
    public static string? Validity(string? word) => Plain(word) switch
    {
        "twoday" => "Two days",
        "weekend" => "Weekend",
        "fourday" => "Four days",
        _ => null,
    };

    private static string Plain(string? word) => word?.Trim().ToLowerInvariant() ?? "";
}
