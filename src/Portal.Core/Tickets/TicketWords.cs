using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>What customers read about their tickets.</summary>
public static class TicketWords
{
    /// <summary>When and how a ticket comes that is neither a file nor a code here.</summary>
    public static string HowItComes(Voucher ticket) => ticket switch
    {
        { DeliveredElsewhere: { } elsewhere } => elsewhere,
        { GuestData: GuestDataStatus.WaitingForUs or GuestDataStatus.WaitingForCustomer } => "It is issued once the names of all guests are complete. Give them to your agency if you have not yet.",
        { Status: FulfilmentStatus.Postponed } => "The event is postponed. The ticket comes, or is replaced, when the new date is known.",
        { Status: FulfilmentStatus.Returned or FulfilmentStatus.Cancelled } => "The organiser no longer delivers it. Ask your agency before you travel.",
        { Delivery: DeliveryKind.PaperTicket } => "It is a paper ticket and comes by post.",
        { Delivery: DeliveryKind.Collection } => "It is collected at the venue. Bring this voucher and an identity card.",
        { Delivery: DeliveryKind.AppTicket, Status: FulfilmentStatus.Completed } => "It comes in the organiser's app. Sign in there with the e-mail address of the booking.",
        { Delivery: DeliveryKind.AppTicket } => "It comes in the organiser's app, often only in the last days before the event.",
        { DeliveryOption: { } way, Status: FulfilmentStatus.Completed } => $"It comes as chosen: {way}.",
        { Status: FulfilmentStatus.Completed } => "The organiser sends it by itself.",
        { DeliveryOption: { } way } => $"It is not issued yet. It comes as chosen: {way}.",
        _ => "It is paid for and not issued yet. Organisers often issue tickets only in the last days before the event; this page shows it as soon as it is there.",
    };

    /// <summary>The place in the words of a ticket; null where none is assigned (yet).</summary>
    public static string? Place(Voucher ticket) => string.Join(", ", new[]
    {
        ticket.Section, ticket.Row is { } row ? $"row {row}" : null, ticket.Seat is { } seat ? $"seat {seat}" : null,
    }.OfType<string>()) is { Length: > 0 } place ? place : null;

    /// <summary>An address as it may stand in a history: <c>a…@e….org</c>.</summary>
    public static string Masked(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1)
            return "…";
        var (host, dot) = (address[(at + 1)..], address.LastIndexOf('.'));
        return $"{address[0]}…@{(host.Length > 0 ? host[0] : "")}…{(dot > at ? address[dot..] : "")}";
    }
}
