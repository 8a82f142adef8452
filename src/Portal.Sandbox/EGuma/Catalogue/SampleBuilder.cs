using System.Globalization;
using Portal.Sandbox.EGuma.Model;

namespace Portal.Sandbox.EGuma.Catalogue;

/// <summary>Adds the offers that <see cref="EGumaSamples"/> promises.</summary>
internal sealed class SampleBuilder(CatalogueBuilder catalogue, DateOnly first)
{
    private const string Slots = "10:00 13:00 16:00";
    private readonly Dictionary<string, SlotSample> _made = [];

    /// <summary>Free places that are not the product's capacity, by slot.</summary>
    public Dictionary<string, int> Left { get; } = [];

    public EGumaSamples Build(Merchant home, Merchant other)
    {
        var slot = Make(home, new("Turmuhr St. Alban – Aufstieg", "St Alban's Clock Tower – climb", "Tour de l'horloge St-Alban – montée", "187 Stufen.", "museum", 1500, 60, Slots));
        Sample(nameof(EGumaSamples.Slot), slot);
        Sample(nameof(EGumaSamples.SlotChild), slot, category: 2);
        Sample(nameof(EGumaSamples.LaterSlot), slot, hour: 13);
        Sample(nameof(EGumaSamples.Day), Make(home, new("Heimatmuseum Wipkingen – Eintritt", "Wipkingen Local History Museum – admission", "Musée local de Wipkingen – entrée", "Ein Quartier und seine Leute.", "museum", 1200, 400)), hour: 0);
        Sample(nameof(EGumaSamples.Unlimited), Make(home, new("Skulpturenpark Horn – Eintritt", "Horn Sculpture Park – admission", "Parc de sculptures de Horn – entrée", "Kunst im Freien.", "family", 1000, null)), hour: 0);
        Sample(nameof(EGumaSamples.LastTwo), Make(home, new("Turmzimmer – Teezeremonie", "Tower Room – tea ceremony", null, "Acht Plätze am Fenster.", "one", 3800, 8, Slots)), left: 2);
        Sample(nameof(EGumaSamples.SoldOut), Make(home, new("Orgelempore – Besichtigung", "Organ Loft – visit", null, "Mit dem Organisten.", "one", 2200, 12, Slots)), left: 0);
        Sample(nameof(EGumaSamples.HugeStock), Make(home, new("Seeuferfest – Tageseintritt", "Lakeside Fair – day admission", "Fête du lac – entrée", "Karussell, Markt, Musik.", "family", 1300, 5000)), hour: 0);
        Sample(nameof(EGumaSamples.Group), Make(home, new("Zeughaus – Gruppenführung", "Armoury – group tour", "Arsenal – visite de groupe", "Für Vereine und Schulen.", "museum", 2000, 120, Slots)), category: 4);
        Sample(nameof(EGumaSamples.FreeOfCharge), Make(home, new("Märchenwald – Eintritt", "Fairy-Tale Wood – admission", "Bois des contes – entrée", "Für die Kleinen.", "family", 800, 300)), category: 2, hour: 0);
        var escorted = Make(home, new("Höhlentour Hölloch Nord", "Hölloch North Cave Tour", "Grotte du Hölloch Nord", "Kinder nur in Begleitung.", "escorted", 4800, 40, Slots));
        Sample(nameof(EGumaSamples.Escort), escorted);
        Sample(nameof(EGumaSamples.Escorted), escorted, category: 1);
        Sample(nameof(EGumaSamples.CutOff), Make(home, new("Segelschule – Schnupperfahrt", "Sailing School – taster", "École de voile – initiation", "Schwimmweste inbegriffen.", "one", 6500, 30, Slots, -60)));
        Sample(nameof(EGumaSamples.Soon), Make(home, new("Stadtbähnli – Rundfahrt", "City Mini Train – round trip", "Petit train – tour de ville", "Ab Bürkliplatz.", "family", 1400, 50, "12:00")), hour: 12, inDays: 1);
        Sample(nameof(EGumaSamples.Vanishing), Make(home, new("Gondelfahrt im Schanzengraben", "Gondola on the Schanzengraben", "Gondole sur le Schanzengraben", "Manchmal einfach weg.", "family", 1900, 100, Slots)));
        Sample(nameof(EGumaSamples.GermanOnly), Make(home, new("Mundart-Führung Rieterberg", "", null, "Züritüütsch.", "one", 1800, 40, Slots)));
        Sample(nameof(EGumaSamples.Inactive), Make(home, new("Sommerrodelbahn – Einzelfahrt", "Toboggan Run – single ride", "Luge d'été – trajet simple", "Im Winter geschlossen.", "ride", 700, 200), active: false), hour: 0);
        Sample(nameof(EGumaSamples.NoCategories), Make(home, new("Archivbesuch auf Anfrage", "Archive visit on request", null, "Noch ohne Preise.", "none", 0, 20)), hour: 0);
        Sample(nameof(EGumaSamples.Unsupported), Make(home, new("Marionettentheater – nummerierte Plätze", "Puppet Theatre – reserved seats", null, "Mit Saalplan.", "one", 2400, 90, "15:00"), listed: false), hour: 15);
        Sample(nameof(EGumaSamples.NotEnabled), Make(home, new("Privatsammlung Enge – Führung", "Enge Private Collection – tour", null, "Nur über ausgewählte Partner.", "one", 5500, 12, Slots), enabledFor: ["colleague"]));
        Sample(nameof(EGumaSamples.Foreign), Make(other, new("Bärenhaus Bern – Eintritt", "Bern Bear House – admission", "Maison des ours de Berne – entrée", "An der Aare.", "family", 1100, 500)), hour: 0);
        return new EGumaSamples(_made);
    }

    private Product Make(Merchant merchant, Outing outing, bool active = true, bool listed = true, IReadOnlyList<string>? enabledFor = null) =>
        catalogue.Add(merchant, outing, untouched: true, active, listed, enabledFor);

    private void Sample(string name, Product product, int category = 0, int hour = 10, int inDays = 5, int? left = null)
    {
        var slot = product.Hours.SlotsOf(product, first.AddDays(inDays)).First(s => s.StartsAt.Hour == hour);
        if (left is { } few) Left[slot.Key] = few;
        var of = product.Categories.ElementAtOrDefault(category);
        _made[name] = new SlotSample(product.Id, of?.Id ?? "", slot.StartsAt.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            of?.PriceInCents ?? 0, product.Merchant.Currency, left ?? product.Capacity);
    }
}
