using Portal.Core.Providers;

namespace Portal.Web.Pages.Bookings;

/// <summary>How delivery stands, in words.</summary>
internal static class DeliveryStates
{
    public static string Say(FulfilmentStatus status) => status switch
    {
        FulfilmentStatus.Processing => "tickets are being prepared",
        FulfilmentStatus.Completed => "tickets ready",
        FulfilmentStatus.Postponed => "postponed",
        FulfilmentStatus.Cancelled => "cancelled",
        FulfilmentStatus.Returned => "returned",
        FulfilmentStatus.OnReview => "being reviewed by the provider",
        _ => "unknown to us",
    };

    public static string Say(GuestDataStatus status) => status switch
    {
        GuestDataStatus.NotApplicable => "not asked",
        GuestDataStatus.WaitingForUs => "waiting for us",
        GuestDataStatus.WaitingForCustomer => "waiting for the customer",
        GuestDataStatus.InProgress => "sent, being taken in",
        GuestDataStatus.Completed => "complete",
        _ => "unknown to us",
    };
}
