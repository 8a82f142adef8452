using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.EGuma.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

// Products and when there is room (page 2.4, 1 and 2). There is no list of changes: every read is whole.
public sealed partial class EGumaProvider
{
    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var answer = await Open(call).Products.ProductsAsync(JournalDepth.FailuresOnly, cancellation);
        if (answer.Value is not { } list)
            throw new ProviderRefusedException(answer.Refusal ?? EGumaRefusals.OfRead(answer.Problem!, "list of products"));
        foreach (var product in (list.Products ?? []).Where(EGumaMapping.IsOffered).DistinctBy(p => p.Id))
        {
            // A budget per product: the whole takes as long as it takes.
            var talk = Open(call);
            var (slots, refusal) = await SlotsAsync(talk, product.Id!, Today(talk), Today(talk).AddDays(talk.Options.CatalogDays - 1), JournalDepth.FailuresOnly, cancellation);
            if (refusal is not null)
                throw new ProviderRefusedException(refusal);
            // Nothing free in all these days, or taken off the list since it was read: not offered now.
            if (EGumaMapping.Event(list, product, slots, talk.Options) is { } listed)
                yield return new CatalogPage([listed], Mark: null);
        }
    }

    public async Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (NaiveTime.Parse(session.SessionRef) is not { } start)
            return new Refusal(RefusalReason.Invalid, "This is not the name of a date at e-guma. Nothing was asked of the provider.");
        var (offered, refusal) = await LookAsync(talk, session.EventRef, start.Wall, JournalDepth.SizeOnly, cancellation);
        if (refusal is not null)
            return refusal;
        // Product or date are missing without a word: not offered now, which is no error.
        return Answer<IReadOnlyList<Offer>>.Yes(offered is { Product: { } product, Slot: { } slot } && EGumaMapping.IsOffered(product)
            ? EGumaMapping.Offers(product, slot, offered.Currency, talk.Options) : []);
    }

    public async Task<Answer<IReadOnlyList<SessionQuote>>> ReadQuotesAsync(ProviderCall call, IReadOnlyList<SessionKey> sessions, CancellationToken cancellation)
    {
        var talk = Open(call);
        var quotes = new List<SessionQuote>();
        foreach (var product in sessions.Select(s => (Key: s, Start: NaiveTime.Parse(s.SessionRef)?.Wall)).Where(s => s.Start is not null).GroupBy(s => s.Key.EventRef))
        {
            var days = product.Select(s => DateOnly.FromDateTime(s.Start!.Value)).ToList();
            var (slots, refusal) = await SlotsAsync(talk, product.Key, days.Min(), days.Max(), JournalDepth.SizeOnly, cancellation);
            if (refusal is not null)
                return refusal;
            quotes.AddRange(product.Select(s => EGumaMapping.Quote(s.Key, slots.FirstOrDefault(slot => slot.Start == s.Start), slots.Currency ?? talk.Options.Currency)));
        }
        return Answer<IReadOnlyList<SessionQuote>>.Yes(quotes);
    }

    /// <summary>Product and slot as they stand now; nothing in place of what is not offered.</summary>
    private static async Task<(Offered? Offered, Refusal? Refusal)> LookAsync(Talk talk, string productId, DateTime start, JournalDepth depth, CancellationToken cancellation)
    {
        var products = await talk.Products.ProductsAsync(depth, cancellation);
        if (products.Value is not { } list)
            return (null, products.Refusal ?? EGumaRefusals.OfRead(products.Problem!, "list of products"));
        if (list.Products?.FirstOrDefault(p => p.Id == productId) is not { } product)
            return (null, null);
        var day = DateOnly.FromDateTime(start);
        var (slots, refusal) = await SlotsAsync(talk, productId, day, day, depth, cancellation);
        return refusal is null ? (new Offered(product, slots.FirstOrDefault(s => s.Start == start), slots.Currency ?? list.Currency ?? talk.Options.Currency), null) : (null, refusal);
    }

    /// <summary>The slots of some days, a month at a time; none of a product that is not (or no longer) visible or enabled.</summary>
    private static async Task<(Slots Slots, Refusal? Refusal)> SlotsAsync(Talk talk, string productId, DateOnly from, DateOnly to, JournalDepth depth, CancellationToken cancellation)
    {
        var slots = new Slots();
        for (var first = from; first <= to; first = first.AddDays(ProductWire.DaysPerCall))
        {
            var last = first.AddDays(ProductWire.DaysPerCall - 1);
            var answer = await talk.Products.AvailabilitiesAsync(productId, first, last < to ? last : to, depth, cancellation);
            if (answer.Problem is { Status: 403 or 404 })
                return (new Slots(), null);
            if (answer.Value is not { } page)
                return (slots, answer.Refusal ?? EGumaRefusals.OfRead(answer.Problem!, "dates of this product"));
            slots.Currency ??= page.Currency;
            slots.AddRange((page.Availabilities ?? []).Where(a => a.Start is not null));
        }
        return (slots, null);
    }

    private static DateOnly Today(Talk talk) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(talk.Now, TimeZoneInfo.FindSystemTimeZoneById(talk.Options.Zone)));

    private static string Written(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A product with one of its slots; null where that is not bookable any more.</summary>
    private sealed record Offered(ProductDto Product, AvailabilityDto? Slot, string Currency);

    private sealed class Slots : List<AvailabilityDto>
    {
        public string? Currency { get; set; }
    }
}
