using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Catalog;

/// <summary>
/// Which rows of different providers are the same thing: same house, same local start, same title once case, accents and punctuation are
/// put aside; the order of words counts. What is open is compared without a start. The catalogue refresh writes the group with the row, so
/// that a search compares one column.
/// </summary>
public static class EventGroups
{
    /// <summary>The group of a row; null where no house is named, since a title and an hour alone may meet by chance.</summary>
    public static Guid? Of(OfferKind kind, string? venue, DateTime startLocal, string title)
    {
        var (house, name) = (Plain(venue), Plain(title));
        if (house.Length == 0 || name.Length == 0)
            return null;
        var when = kind.IsOpen() ? "open" : startLocal.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{house}|{when}|{name}"))[..16]);
    }

    private static string Plain(string? text) => text is null ? "" : string.Join(' ', SearchWords.InOrder(text));
}

/// <summary>
/// An admin's word on what a row belongs to: it stands over the automatic match and survives refreshes. One for each row that was joined
/// or split.
/// </summary>
public sealed class GroupPin
{
    /// <summary>The session; the event where it is open and its sessions share one row.</summary>
    public Guid ListingId { get; set; }
    public Guid EventId { get; set; }
    public Guid GroupId { get; set; }
    /// <summary>Who said so.</summary>
    public required string By { get; set; }
    public DateTime At { get; set; }
}
