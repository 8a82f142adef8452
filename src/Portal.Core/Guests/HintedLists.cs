using Microsoft.Extensions.Logging;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Reads a provider's lists as they are for the countries its guests come from: some want more of visitors from certain countries
/// (XS2Event <c>country_hint</c>, page 1.8), and what is wanted of a person follows that person's own country.
/// </summary>
internal static class HintedLists
{
    // A list of forty nationalities must not become forty questions.
    private const int MostCountries = 5;

    /// <param name="read">Asks for the lists, with a country in three letters or without.</param>
    /// <param name="traits">Whether countries matter to this provider.</param>
    /// <param name="lines">The lines with their places and persons.</param>
    /// <returns>Null when the provider refused or did not answer.</returns>
    public static async Task<IReadOnlyList<GuestSheet>?> ReadAsync(
        Func<string?, CancellationToken, Task<Answer<IReadOnlyList<GuestSheet>>>> read, ProviderTraits traits, IReadOnlyCollection<CartLine> lines, GuestSeal seal, ILogger logger, CancellationToken cancellation)
    {
        var plain = (await Hearing.HearAsync("Reading guest list", ct => read(null, ct), logger)).Answer?.Value;
        if (plain is null || !traits.AsksGuestsByCountry)
            return plain;
        var countries = lines.SelectMany(l => l.GuestPlaces.Select(p => (l.OfferRef, p.Slot, Country: seal.Open(p.Guest!.SealedValues).GetValueOrDefault(GuestFields.CountryOfResidence))))
            .Where(p => p.Country is { Length: 3 } country && country.All(char.IsAsciiLetterUpper)).ToDictionary(p => (p.OfferRef, p.Slot), p => p.Country!);
        var hinted = new Dictionary<string, IReadOnlyList<GuestSheet>>();
        foreach (var country in countries.Values.GroupBy(c => c).OrderByDescending(c => c.Count()).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostCountries).Select(c => c.Key))
            if ((await Hearing.HearAsync("Reading guest list", ct => read(country, ct), logger)).Answer?.Value is { } sheets)
                hinted[country] = sheets;
        return [.. plain.Select(sheet => sheet with
        {
            Slots = [.. sheet.Slots.Select((slot, place) =>
                countries.TryGetValue((sheet.OfferRef, place), out var country) && hinted.TryGetValue(country, out var lists)
                && lists.FirstOrDefault(s => s.OfferRef == sheet.OfferRef)?.Slots.ElementAtOrDefault(place) is { } own ? slot with { Due = own.Due } : slot)],
        })];
    }
}
