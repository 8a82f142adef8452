using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Catalogue;

/// <summary>Fills a catalogue: operas, concerts and dance of our own, the evenings of the programme that SecuTix sells, museum passes, services, goods.</summary>
internal sealed class SeasonBuilder(PretendedCatalogue catalogue, int seed, DateTime anchor)
{
    private static readonly (string Title, string Genre)[] Works =
    [
        ("La Traviata", "opera"), ("Le Nozze di Figaro", "opera"), ("Tosca", "opera"), ("Les Pêcheurs de perles", "opera"), ("Rusalka", "opera"),
        ("Così fan tutte", "opera"), ("Der fliegende Holländer", "opera"), ("L'Elisir d'amore", "opera"), ("Pelléas et Mélisande", "opera"),
        ("Don Pasquale", "opera"), ("Hänsel und Gretel", "opera"), ("Orfeo", "opera"), ("Requiem de Fauré", "concert"), ("Symphonie fantastique", "concert"),
        ("Les Quatre Saisons à la bougie", "concert"), ("Intégrale des quatuors I", "concert"), ("Intégrale des quatuors II", "concert"),
        ("Nuit électronique", "concert"), ("Les Lampions", "concert"), ("Marguerite Duval en concert", "concert"), ("Big Band des Quais", "concert"),
        ("Casse-Noisette", "dance"), ("Le Lac des cygnes", "dance"), ("Boléro et autres pièces", "dance"), ("Coppélia", "dance"),
        ("Le Malade imaginaire", "theatre"), ("Cyrano de Bergerac", "theatre"), ("L'Île des esclaves", "theatre"), ("Art", "theatre"),
        ("Les Femmes savantes", "theatre"), ("Le Jeu de l'amour et du hasard", "theatre"), ("Antigone", "theatre"), ("Huis clos", "theatre"),
        ("Cabaret du Lac", "musical"), ("Le Petit Prince", "musical"), ("Notre-Dame sous la pluie", "musical"), ("Rire jaune", "comedy"),
        ("Seule en scène", "comedy"), ("La Nuit de l'impro", "comedy"), ("Gala des jeunes voix", "opera"), ("Messe en si", "concert"), ("Didon et Énée", "opera"),
    ];

    private static readonly (string Name, string Item, long Price)[] Passes =
    [
        ("Musée des Lumières", "Day admission", 16_000), ("Musée des Lumières: light and shadow", "Exhibition and collection", 22_000),
        ("Maison des Tisserands", "Admission", 9_000), ("Pass Musées Lyon", "Two days, all houses", 38_000), ("Jardin des Automates", "Admission", 12_500),
    ];

    public void Build()
    {
        var dice = new Random(seed);
        for (var number = 0; number < Works.Length; number++)
        {
            var (title, genre) = Works[number];
            var house = Houses.Own[number % Houses.Own.Count];
            var product = Event($"W{number:D3}", title, genre, house);
            var (first, price) = (anchor.Date.AddDays(6 + number * 2 + dice.Next(5)), 1000L * (25 + 5 * dice.Next(20)));
            for (var night = 0; night < 2 + number % 3; night++)
                catalogue.Perform(product, first.AddDays(night * 3).AddHours(night == 2 ? 15 : 20), price, c => c.Gauge - dice.Next(c.Gauge));
        }
        BuildProgramme();
        for (var number = 0; number < Passes.Length; number++)
        {
            var (name, item, price) = Passes[number];
            catalogue.Offer(Simple($"PASS{number}", name, "PASS"), item, price, 400);
        }
        catalogue.Offer(Simple("PARK", "Parking Opéra", "SERVICE"), "One evening", 14_000, 60, fullPriceOnly: true);
        catalogue.Offer(Simple("VEST", "Visite des coulisses", "SERVICE"), "Guided tour, 45 minutes", 12_000, 25);
        catalogue.Offer(Simple("PROG", "Programme de salle", "GOODS"), "Booklet", 8_000, null, fullPriceOnly: true);
        catalogue.Offer(Simple("COFF", "Coffret Lumière", "GOODS"), "Box of two glasses and a bottle", 49_000, 30, fullPriceOnly: true);
    }

    public Product Event(string code, string name, string genre, House house, string state = "RUNNING", bool nominative = false, TimeSpan? delay = null, TimeSpan? lifespan = null) =>
        catalogue.Add(id => new Product
        {
            Id = id, Code = code, Name = name, Family = "SINGLE_ENTRY", Genre = genre, House = house, State = state, Nominative = nominative, VatRate = 2100, Delay = delay, Lifespan = lifespan,
        });

    public Product Simple(string code, string name, string family) => catalogue.Add(id => new Product
    {
        Id = id, Code = code, Name = name, Family = family, VatRate = family == "PASS" ? 5500 : 20_000, House = family == "PASS" ? Houses.Lumiere : null,
    });

    private void BuildProgramme()
    {
        foreach (var tour in Programme.From(anchor).Where(e => e.IsSoldBy(Seller.Secutix)).GroupBy(e => (e.Title, e.Stage)))
        {
            var first = tour.First();
            // Each spelling is a product of its own: an institution's staff typed one title per season, not per evening.
            foreach (var spelt in tour.GroupBy(e => e.SpeltBy(Seller.Secutix)))
            {
                var product = Event($"T{spelt.First().Number:D2}", spelt.Key, first.Kind, Houses.Of(first.Stage));
                foreach (var evening in spelt) catalogue.Perform(product, evening.Start, 1000L * (45 + evening.Number % 12 * 5));
            }
        }
    }
}
