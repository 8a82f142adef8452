using System.Globalization;
using Portal.Sandbox.EGuma.Model;

namespace Portal.Sandbox.EGuma.Catalogue;

/// <summary>Makes the products of both merchants: the same for the same day, open from that day on for more than a year.</summary>
internal sealed class CatalogueBuilder(DateOnly first)
{
    public static readonly IReadOnlyList<Merchant> Merchants =
    [
        new("zuerich", "Ausflugskasse Zürich", "CHF", "Europe/Zurich", "de"),
        new("bern", "Freizeit Bern AG", "CHF", "Europe/Zurich", "de"),
    ];

    private static readonly Outing[] OfBern =
    [
        new("Zytturm – Führung", "Clock Tower – tour", "Tour de l'horloge – visite", "Jede volle Stunde.", "museum", 2000, 20, "11:00 14:00"),
        new("Aareschwimmkurs", "Swimming in the Aare", "Nager dans l'Aar", "Nur für Geübte.", "one", 4000, 12, "17:00"),
    ];

    private readonly OrderedDictionary<string, Product> _products = [];

    public (IReadOnlyDictionary<string, Product> Products, EGumaSamples Samples, IReadOnlyDictionary<string, int> Left) Build()
    {
        var samples = new SampleBuilder(this, first);
        var named = samples.Build(Merchants[0], Merchants[1]);
        foreach (var outing in Outings.All) Add(Merchants[0], outing);
        foreach (var outing in OfBern) Add(Merchants[1], outing);
        return (_products, named, samples.Left);
    }

    public Product Add(
        Merchant merchant, Outing outing, bool untouched = false, bool active = true, bool listed = true, IReadOnlyList<string>? enabledFor = null)
    {
        var id = Ids.Of("product " + outing.De);
        return _products[id] = new Product
        {
            Id = id,
            Merchant = merchant,
            Names = Tariffs.Text(outing.De, outing.En.Length == 0 ? null : outing.En, outing.Fr),
            Descriptions = Tariffs.Text($"<p>{outing.About}</p>", null, null),
            Hours = new OpeningHours(
                first, first.AddDays(420), [.. outing.Closed.Select(day => (DayOfWeek)(day - '0'))],
                [.. outing.Times.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => TimeOnly.ParseExact(t, "HH:mm", CultureInfo.InvariantCulture))],
                outing.ClosesAfter is { } minutes ? TimeSpan.FromMinutes(minutes) : null),
            Categories = Tariffs.For(outing.Tariff, id, outing.Adult),
            Capacity = outing.Capacity,
            WeekendExtraInCents = outing.Weekend,
            Untouched = untouched,
            EnabledFor = enabledFor,
            Listed = listed,
            Active = active,
            Updated = first.ToDateTime(TimeOnly.MinValue).AddDays(-1 - Ids.Dice("updated " + id, 60)),
        };
    }
}
