using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.EGuma;

/// <summary>What is known of a reservation that no call can read.</summary>
/// <param name="Until">UTC.</param>
/// <param name="Languages">In which its product can be booked; empty when not told (older revision).</param>
/// <param name="Items">Empty when it was too much to note.</param>
internal sealed record KeptReservation(string Id, DateTime Until, IReadOnlyList<string> Languages, IReadOnlyList<(string CategoryId, int Quantity)> Items)
{
    private const string Format = "yyyyMMddHHmmss";

    /// <summary>For people, and for the adapter itself. A reference holds 400 characters: too long a content is left out and cannot be told later.</summary>
    public IReadOnlyList<ProviderReference> References =>
        [new(EGumaReferences.Reservation, Id), new(EGumaReferences.ReservationNote, Note(Items) is { Length: <= 400 } whole ? whole : Note([]))];

    public static KeptReservation? Parse(string note)
    {
        if (note.Split('|') is not [var id, var until, var languages, var items]
            || !DateTime.TryParseExact(until, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end))
            return null;
        return new KeptReservation(Uri.UnescapeDataString(id), end, languages.Split(',', StringSplitOptions.RemoveEmptyEntries),
            [.. items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => i.Split('*')).Where(i => i.Length == 2)
                .Select(i => (Uri.UnescapeDataString(i[0]), int.Parse(i[1], CultureInfo.InvariantCulture)))]);
    }

    private string Note(IReadOnlyList<(string CategoryId, int Quantity)> items) => string.Join('|',
        Uri.EscapeDataString(Id), Until.ToString(Format, CultureInfo.InvariantCulture), string.Join(',', Languages),
        string.Join(',', items.Select(i => $"{Uri.EscapeDataString(i.CategoryId)}*{i.Quantity}")));
}

/// <summary>A ticket as the booking's answer told it.</summary>
/// <param name="File">Where its PDF lies; null when not told.</param>
internal sealed record KeptTicket(string Number, string OfferRef, string? File)
{
    // A reference holds no more; a file's address that would be cut is worth nothing.
    private const int Longest = 400;

    public ProviderReference Reference => new(EGumaReferences.TicketNote,
        $"{Number} {OfferRef}" is var plain && File is { } file && plain.Length + 1 + file.Length <= Longest && !file.Contains(' ', StringComparison.Ordinal) ? $"{plain} {file}" : plain);

    public static KeptTicket? Parse(string note) => note.Split(' ') switch
    {
        [var number, var offer] => new(number, offer, null),
        [var number, var offer, var file] => new(number, offer, file),
        _ => null,
    };
}

/// <summary>Where the Wallet pass of a ticket lies. The pass is for the customer's phone, so the address is passed on and never fetched.</summary>
internal sealed record KeptPass(string Number, string Address)
{
    // A reference holds no more; an address that would be cut is worth nothing.
    private const int Longest = 400;

    /// <summary>Null for an address that is not over TLS, or too long to be kept.</summary>
    public static KeptPass? Of(string number, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && number.Length + 1 + uri.AbsoluteUri.Length <= Longest
            ? new KeptPass(number, uri.AbsoluteUri)
            : null;

    public ProviderReference Reference => new(EGumaReferences.PassNote, $"{Number} {Address}");

    public static KeptPass? Parse(string note) => note.Split(' ') is [var number, var address] ? new(number, address) : null;
}

/// <summary>All reservations that were ever made for a hold, with what became of them as far as we know.</summary>
internal sealed class EGumaNotes
{
    private readonly List<KeptReservation> kept;
    private readonly HashSet<string> released;

    private EGumaNotes(IReadOnlyList<ProviderReference> references)
    {
        kept = [.. references.Where(r => r.Kind == EGumaReferences.ReservationNote).Select(r => KeptReservation.Parse(r.Value)).OfType<KeptReservation>()];
        released = [.. references.Where(r => r.Kind == EGumaReferences.ReleasedNote).Select(r => r.Value)];
    }

    public static EGumaNotes Of(IReadOnlyList<ProviderReference> references) => new(references);

    /// <summary>The one the hold consists of: the last that was made.</summary>
    public KeptReservation? Latest => kept.LastOrDefault();

    public bool IsReleased(KeptReservation reservation) => released.Contains(reservation.Id);

    /// <summary>Those that the provider still keeps, as far as we know, oldest first.</summary>
    public IReadOnlyList<KeptReservation> Alive(DateTime now) => [.. kept.Where(k => !released.Contains(k.Id) && k.Until > now)];
}
