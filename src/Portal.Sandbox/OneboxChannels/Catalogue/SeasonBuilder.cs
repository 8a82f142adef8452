using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>What is on: the programme's evenings, plays and concerts of this system's own, and visits by the hour.</summary>
internal sealed class SeasonBuilder(SessionMaker make, DateTime anchor)
{
    private static readonly string[] Plays =
    [
        "El jardín de los espejos", "La última función de Aurelia", "Tres sillas y un armario", "El inspector de nubes", "Cartas desde Finisterre",
        "La boda del relojero", "Un invierno en la azotea", "Las hermanas Quintanilla", "El oso y la modista", "Silencio en el ascensor",
        "La posada del Miño", "Café con el diablo", "El método Fuentes", "Noches en el faro", "La cigarra y el notario", "Manual de despedidas",
        "El pozo de las estrellas", "Medianoche en la estafeta", "La comedia de los gemelos", "Variaciones sobre un adiós",
    ];

    private static readonly string[] Concerts =
    [
        "Los Tranvías – Última parada", "Clara Montoro – Gira Horizonte", "Orquesta de la Bahía", "Niebla Eléctrica", "Rumba de Abril – 20 años",
        "Coro de las Salinas", "Bruno Tejada en directo", "La Banda del Puerto", "Festival Luz de Marzo", "Marea Baja – Acústico",
    ];

    private static readonly string[] Visits =
        ["Visita al museo", "Visita guiada en castellano", "La casa de noche", "Subida a la torre", "Paseo por el jardín", "Taller para familias", "Visita a la cripta", "Noche de estrellas"];

    public void Build()
    {
        foreach (var evening in Programme.From(anchor).Where(e => e.IsSoldBy(Seller.OneboxChannels)))
        {
            var of = make.Event(evening.SpeltBy(Seller.OneboxChannels), evening.Kind, Houses.OfTheProgramme[evening.Stage.Name], evening.Kind is "concert" ? 84 : 81);
            make.Performance(of, evening.Start, 38 + evening.Number % 7 * 6);
        }
        foreach (var (title, n) in Plays.Select((t, n) => (t, n)))
        {
            var of = make.Event(title, n % 4 == 3 ? "comedy" : "theatre", Houses.Theatres[n % Houses.Theatres.Count], n % 6 == 5 ? 85 : 82);
            for (var night = 0; night < 3; night++)
                make.Performance(of, Day(12 + n * 2 + night, night == 2 ? 18 : 20), 24 + n % 5 * 5, new() { SoldPercent = 15 + n * 3 % 60, PromotionPercent = n % 5 == 4 ? 15 : 0 });
        }
        foreach (var (title, n) in Concerts.Select((t, n) => (t, n)))
        {
            var of = make.Event(title, "concert", Houses.Arenas[n % Houses.Arenas.Count], n % 5 == 4 ? 85 : 84);
            make.Performance(of, Day(20 + n * 5, 21), 45 + n % 4 * 10, new() { PurchaseLimit = 8, SoldPercent = 20 + n * 7 % 70, DateConfirmed = n != 8 });
        }
        foreach (var (title, n) in Visits.Select((t, n) => (t, n)))
        {
            var of = make.Event($"{title} – {Houses.Museums[n].Name}", "museum", Houses.Museums[n], 83, activity: true);
            for (var day = 1; day <= 14; day++)
                foreach (var hour in (ReadOnlySpan<int>)[10, 12, 16, 18])
                    make.Slot(of, Day(day, hour), 8 + n % 4 * 3, new() { SoldPercent = 60 });
        }
    }

    private DateTime Day(int ahead, int hour) => anchor.Date.AddDays(ahead).AddHours(hour);
}
