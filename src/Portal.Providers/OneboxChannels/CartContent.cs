using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

/// <summary>
/// What is in a cart and for which offers it was put in, from the adapter's notes: a cart cannot be read, and does not name the rate of
/// an item. Notes are written before anything else happens, so what is missing in them is what an unanswered call put in.
/// </summary>
internal sealed class CartContent
{
    // A reference holds 400 characters; an item and its seat take up to forty.
    private const int ItemsPerNote = 8;
    private readonly OrderedDictionary<string, (string Offer, string? Seat)> items = [];

    public CartContent(IReadOnlyList<ProviderReference> references)
    {
        foreach (var reference in OneboxChannelsReferences.OfLastCart(references))
            if (reference.Kind == OneboxChannelsReferences.Places && reference.Value.Split('=') is [var offer, var put])
                foreach (var item in put.Split(','))
                    items[item.Split(':')[0]] = (offer, item.Split(':') is [_, { Length: > 0 } seat] ? seat : null);
            else if (reference.Kind == OneboxChannelsReferences.Released)
                foreach (var taken in reference.Value.Split(','))
                    items.Remove(taken);
    }

    /// <summary>True when something was ever put in and not taken out.</summary>
    public bool IsEmpty => items.Count == 0;

    public bool Knows(string itemId) => items.ContainsKey(itemId);

    /// <summary>The items of an offer with their seats, oldest first.</summary>
    public IReadOnlyList<(string Item, string? Seat)> Of(string offerRef) => [.. items.Where(i => i.Value.Offer == offerRef).Select(i => (i.Key, i.Value.Seat))];

    public IReadOnlyList<string> NotOf(IReadOnlySet<string> offerRefs) => [.. items.Where(i => !offerRefs.Contains(i.Value.Offer)).Select(i => i.Key)];

    /// <summary>Notes for what was put in.</summary>
    public IReadOnlyList<ProviderReference> Put(string offerRef, IReadOnlyList<CartItemDto> put)
    {
        foreach (var item in put)
            items[item.Id] = (offerRef, item.SeatId);
        return [.. put.Chunk(ItemsPerNote).Select(some => new ProviderReference(
            OneboxChannelsReferences.Places, $"{offerRef}={string.Join(',', some.Select(i => $"{i.Id}:{i.SeatId}"))}"))];
    }

    /// <summary>Notes for what was taken out.</summary>
    public IReadOnlyList<ProviderReference> TakeOut(IReadOnlyList<string> taken)
    {
        foreach (var item in taken)
            items.Remove(item);
        return [.. taken.Chunk(ItemsPerNote).Select(some => new ProviderReference(OneboxChannelsReferences.Released, string.Join(',', some)))];
    }

    /// <summary>Finds for items without a note which of the asked offers they are of: the one they fit that is not complete yet.</summary>
    /// <returns>Notes for them.</returns>
    public IReadOnlyList<ProviderReference> Adopt(CartDto cart, IReadOnlyList<HoldLine> asked)
    {
        var notes = new List<ProviderReference>();
        foreach (var strange in cart.Items.Where(i => !Knows(i.Id)).ToList())
            notes.AddRange(Put(OfferOf(strange, asked), [strange]));
        return notes;
    }

    /// <summary>What the cart holds, offer by offer, as the provider counts and prices it.</summary>
    public IReadOnlyList<HeldLine> Lines(CartDto cart, string currency) =>
        [.. cart.Items.Where(i => Knows(i.Id)).GroupBy(i => items[i.Id].Offer).Select(g => Line(g.Key, [.. g], cart.Currency ?? currency))];

    private string OfferOf(CartItemDto item, IReadOnlyList<HoldLine> asked)
    {
        var fitting = asked.Where(l => OfferName.Parse(l.OfferRef)?.Covers(item.SessionId, item.Place.ZoneId, item.Place.TypeId) is true).ToList();
        var line = fitting.Find(l => l.Seats.Contains(item.SeatId)) ?? fitting.Find(l => Of(l.OfferRef).Count < l.Quantity && l.NetEach.Amount == item.FinalPrice)
            ?? fitting.Find(l => Of(l.OfferRef).Count < l.Quantity) ?? fitting.FirstOrDefault();
        return line?.OfferRef ?? OfferOf(item.SessionId, item.Place);
    }

    /// <summary>The offer of a place at the ordinary rate.</summary>
    public static string OfferOf(string? session, PlaceDto place) =>
        (place.TypeId is { } type ? OfferName.OfType(session ?? "", type) : OfferName.OfZone(session ?? "", place.ZoneId ?? "", null)).ToString();

    /// <summary>The offer an item was noted under; null when it was not.</summary>
    public string? NotedOffer(string itemId) => items.TryGetValue(itemId, out var noted) ? noted.Offer : null;

    private static HeldLine Line(string offer, IReadOnlyList<CartItemDto> of, string currency)
    {
        var prices = of.Select(i => i.FinalPrice).OfType<decimal>().ToList();
        return new HeldLine(offer, of.Count, prices.Count == of.Count ? new Money(Math.Round(prices.Average(), 2, MidpointRounding.AwayFromZero), currency) : null)
        {
            Seats = [.. of.Select(i => new HeldSeat(i.Place.Section, i.Place.Row, i.Place.Seat) { SeatRef = i.SeatId })],
            CanBook = of.All(i => i.CanBook is null) ? null : of.All(i => i.CanBook is not false),
        };
    }
}
