using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.Xs2Event;

/// <summary>The contract facts of one connection, by the names of the provider's page.</summary>
/// <param name="PaymentMethod">What the contract allows; <c>invoice</c> unless set (page 1.4).</param>
/// <param name="BookingEmail">Where the provider sends its mails about bookings; the agency's address unless set.</param>
/// <param name="IsTestBooking">Marks bookings as tests, which the provider completes by hand.</param>
/// <param name="PageSize">Entries per page of a list (page 1.12: 50 to 100).</param>
internal sealed record Xs2EventOptions(string PaymentMethod, string? BookingEmail, bool IsTestBooking, int PageSize)
{
    public static Xs2EventOptions Of(ConnectionFacts connection) => new(
        connection.Find("PaymentMethod", "payment_method") ?? "invoice",
        connection.Find("BookingEmail", "booking_email"),
        bool.TryParse(connection.Find("IsTestBooking", "is_test_booking"), out var isTest) && isTest,
        int.TryParse(connection.Find("PageSize", "page_size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, 200) : 100);
}
