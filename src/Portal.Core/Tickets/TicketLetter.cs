using System.Globalization;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Links;
using Portal.Core.Mail;

namespace Portal.Core.Tickets;

/// <summary>What the mail with a customer's tickets says.</summary>
internal static class TicketLetter
{
    /// <param name="link">The link it carries; its token is made at rendering.</param>
    /// <param name="sheet">The tickets.</param>
    /// <param name="name">Whom it greets; null greets nobody by name.</param>
    public static TicketsForCustomer Of(CustomerLink link, TicketSheet sheet, string? name) => new(link.Id, name, sheet.Agency, sheet.AgencyEmail, sheet.Reference,
        [.. sheet.Vouchers.GroupBy(v => (v.What.EventId, v.What.StartLocal)).Select(g => Line(g.First(), g.Count(), sheet.Zone))],
        sheet.Vouchers.Count, sheet.Ready, link.ExpiresAt.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")));

    private static string Line(Voucher ticket, int count, string zone)
    {
        var what = ticket.What;
        var place = string.Join(", ", new[] { what.Venue, what.City }.Where(p => !string.IsNullOrEmpty(p)));
        // A day without an hour: an open day, not midnight.
        var start = what.StartLocal.TimeOfDay == TimeSpan.Zero ? VenueWords.When(what.StartLocal, dateOnly: true)
            : VenueWords.ZoneIfOther(what.StartLocal, what.TimeZone, zone) is { } other ? $"{VenueWords.When(what.StartLocal)} ({other})" : VenueWords.When(what.StartLocal);
        return $"{CountWords.Tickets(count)}: {what.Name}, {start}{(place.Length > 0 ? $", {place}" : "")}";
    }
}
