using System.Globalization;

namespace Portal.Providers.OneboxChannels;

/// <summary>
/// The adapter's name of an offer: a price zone at a rate, or an activity ticket type, of one session. Written as <c>120.z7</c>,
/// <c>120.z7.r3</c> or <c>120.t5</c>.
/// </summary>
internal sealed record OfferName(string Session, string? Zone, string? Rate, string? Type)
{
    public static OfferName OfZone(string session, string zone, string? rate) => new(session, zone, rate, null);

    public static OfferName OfType(string session, string type) => new(session, null, null, type);

    /// <summary>Null for what is no such name.</summary>
    public static OfferName? Parse(string text) => text.Split('.') switch
    {
        [var session, ['t', .. var type]] => OfType(session, type),
        [var session, ['z', .. var zone]] => OfZone(session, zone, null),
        [var session, ['z', .. var zone], ['r', .. var rate]] => OfZone(session, zone, rate),
        _ => null,
    };

    /// <summary>True where an item of that session, zone or type may have been asked for under this name.</summary>
    public bool Covers(string? session, string? zone, string? type) => Session == session && (Type is null ? Zone == zone : Type == type);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Session}{(Type is null ? $".z{Zone}" : $".t{Type}")}{(Rate is null ? "" : $".r{Rate}")}");
}
