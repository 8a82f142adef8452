using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Catalogue;

/// <summary>Adds the offers that <see cref="SecuTixSamples"/> promises. Built first, so that their ids do not move when the season grows.</summary>
internal sealed class SampleBuilder(PretendedCatalogue catalogue, SeasonBuilder season, DateTime anchor)
{
    private readonly Dictionary<string, SecuTixSample> _made = [];

    public SecuTixSamples Build()
    {
        var opera = Evening("Fidelio", "opera", Houses.Lumiere, 60_000);
        Sample(nameof(SecuTixSamples.Opera), opera, 1, Audience.Full);
        Sample(nameof(SecuTixSamples.OperaReduced), opera, 1, Audience.Reduced);
        Sample(nameof(SecuTixSamples.OperaFree), opera, 1, Audience.Free);
        Sample(nameof(SecuTixSamples.OperaGallery), opera, 3, Audience.Full);
        Sample(nameof(SecuTixSamples.OperaOtherEvening), catalogue.Perform(opera.Product, opera.Start.AddDays(3), 60_000), 1, Audience.Full);
        Sample(nameof(SecuTixSamples.Concert), Evening("Les Veilleurs", "concert", Houses.Hangar, 38_000), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.LastTwo), Evening("Trio à cordes", "concert", Houses.Abbey, 30_000, left: 2), 1, Audience.Full);
        Sample(nameof(SecuTixSamples.SoldOut), Evening("Nabucco", "opera", Houses.Lumiere, 80_000, left: 0), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.Nominative), Evening("Élise Moreau, adieux", "concert", Houses.Kursaal, 72_000, nominative: true), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.Suspended), Evening("La Bohème", "opera", Houses.Odeon, 66_000, state: "SUSPENDED"), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.ShortDelay), Evening("Concert de midi", "concert", Houses.Abbey, 18_000, delay: 5, lifespan: 45), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.LongDelay), Evening("Parsifal", "opera", Houses.Lumiere, 95_000, delay: 30, lifespan: 60), 0, Audience.Full);
        Sample(nameof(SecuTixSamples.Museum), catalogue.Offer(season.Simple("MUSEUM", "Musée du Verre", "PASS"), "Day admission", 15_000, 250), Audience.Full);
        Sample(nameof(SecuTixSamples.Service), catalogue.Offer(season.Simple("CLOAK", "Vestiaire", "SERVICE"), "One coat", 3_000, 40, fullPriceOnly: true), Audience.Full);
        Sample(nameof(SecuTixSamples.Goods), catalogue.Offer(season.Simple("SCORE", "Partition", "GOODS"), "Vocal score", 27_000, null, fullPriceOnly: true), Audience.Full);
        return new SecuTixSamples(_made);
    }

    private Performance Evening(
        string title, string genre, House house, long price, int? left = null, string state = "RUNNING", bool nominative = false, int? delay = null, int? lifespan = null)
    {
        var number = catalogue.Products.Count;
        var product = season.Event($"S{number:D2}", title, genre, house, state, nominative, Minutes(delay), Minutes(lifespan));
        return catalogue.Perform(product, anchor.Date.AddDays(40 + number * 2).AddHours(19.5), price, c => left ?? c.Gauge);
    }

    private void Sample(string name, Performance of, int category, Audience audience)
    {
        var (id, pool) = of.Pools.ElementAt(category);
        _made[name] = new SecuTixSample(of.Product.Id, of.Id, id, null, audience.Id, pool.Prices[audience.Id], pool.Left);
    }

    private void Sample(string name, Item of, Audience audience) =>
        _made[name] = new SecuTixSample(of.Product.Id, null, null, of.Id, audience.Id, of.Pool.Prices[audience.Id], of.Pool.Left);

    private static TimeSpan? Minutes(int? minutes) => minutes is { } given ? TimeSpan.FromMinutes(given) : null;
}
