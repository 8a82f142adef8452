using Portal.Core.Bookings;

namespace Portal.Core.Mail;

/// <summary>What a mail is about, so that whoever runs the agency finds it.</summary>
/// <param name="AgencyId">Whose booking.</param>
/// <param name="BookingId">Which booking.</param>
public sealed record MailAbout(Guid AgencyId, Guid BookingId)
{
    public static MailAbout Of(Booking booking) => new(booking.AgencyId, booking.Id);
}
