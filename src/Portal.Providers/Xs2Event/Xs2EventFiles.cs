using Portal.Core.Providers;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

/// <summary>Booking orders and their files in our words (page 1.3, BookingOrder). Pure.</summary>
internal static class Xs2EventFiles
{
    // An item's text column holds no more; a link that would be cut is worth nothing.
    private const int LongestRemark = 400;

    public static FulfilmentReport Report(Guid orderId, BookingOrderDto listed, BookingOrderDto full, string id) =>
        new(orderId, new(Xs2EventReferences.BookingOrder, id), Xs2EventWords.Fulfilment(full.LogisticStatus), full.LogisticStatus ?? "")
        {
            EventRef = full.EventId ?? listed.EventId,
            GuestData = Xs2EventWords.GuestData(full.GuestdataStatus),
            RawGuestData = full.GuestdataStatus,
            // A date alone is no start: it would look as if the event had been moved to midnight.
            StartLocal = (full.EventStartdate ?? listed.EventStartdate) is { HasTime: true } start ? start.Wall : null,
            Items = [.. (full.Items ?? []).Where(i => i.OrderitemId is { Length: > 0 }).Select(i => Item(id, i))],
            Bundle = full.ZipSha is { Length: > 0 } sha ? new TicketLink(Join(id), null, sha.ToLowerInvariant()) : null,
            Invoices = [.. (full.Invoices ?? listed.Invoices ?? []).Where(i => i.Length > 0).Select(i => Join(id, i))],
        };

    /// <summary>A file's opaque name: what its address is made of.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var escaped = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            escaped[i] = Uri.EscapeDataString(parts[i]);
        return string.Join('/', escaped);
    }

    public static string[] Split(string reference) => [.. reference.Split('/').Select(Uri.UnescapeDataString)];

    private static FulfilledItem Item(string bookingOrderId, OrderItemDto item)
    {
        var elsewhere = Xs2EventWords.DeliveredElsewhere(item.DistributionChannel);
        return new FulfilledItem(item.OrderitemId!, item.TicketId ?? "")
        {
            Section = NullIfEmpty(item.Section), Row = NullIfEmpty(item.Row), Seat = NullIfEmpty(item.Seat),
            RawStatus = item.TicketStatus,
            Tickets = elsewhere is null ? [.. Links(bookingOrderId, item)] : [],
            DeliveredElsewhere = elsewhere is null ? null : WithLink(elsewhere, item.ExternalActivationLink),
        };
    }

    // Several files per ticket (a race's three days) leave the item's own link empty.
    private static IEnumerable<TicketLink> Links(string bookingOrderId, OrderItemDto item)
    {
        if (FileOf(item.DownloadLink) is { } single)
            yield return new TicketLink(Join(bookingOrderId, item.OrderitemId!, single), null, NullIfEmpty(item.TicketSha)?.ToLowerInvariant());
        else
            foreach (var part in item.DownloadItems ?? [])
                if (FileOf(part.DownloadLink) is { } file)
                    yield return new TicketLink(Join(bookingOrderId, item.OrderitemId!, file), part.Label, NullIfEmpty(part.TicketSha)?.ToLowerInvariant());
    }

    // A file name by the guide, a URL in the reference's sample: the last segment serves for both.
    private static string? FileOf(string? link) =>
        NullIfEmpty(link?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1]) is { } last ? Uri.UnescapeDataString(last) : null;

    private static string WithLink(string remark, string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && remark.Length + link.Length < LongestRemark
            ? $"{remark} {link}"
            : remark;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
