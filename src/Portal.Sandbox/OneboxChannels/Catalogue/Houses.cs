using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>The houses: those of the programme, and others that sell here alone.</summary>
internal static class Houses
{
    private const string Spain = "Europe/Madrid";

    /// <summary>One drawing with all seats on it.</summary>
    private static readonly SeatingPlan Playhouse = new PlanBuilder("Platea A", "Platea B", "Anfiteatro")
        .View("Sala").Rows("Platea", 0, 6, 18).Rows("Platea", 1, 8, 18, firstRow: 7, accessible: true).Rows("Anfiteatro", 2, 6, 20, reduced: true).Build();

    /// <summary>A plan of the house that only leads to drawings of its floors.</summary>
    private static readonly SeatingPlan GrandHouse = new PlanBuilder("Platea", "Primer piso", "Segundo piso")
        .View("Plano general").View("Platea").Rows("Platea", 0, 16, 22, accessible: true)
        .View("Primer piso").Rows("Primer piso", 1, 6, 26, reduced: true).View("Segundo piso").Rows("Segundo piso", 2, 7, 28, reduced: true).Build();

    private static readonly SeatingPlan OperaHouse = new PlanBuilder("Parterre", "Première galerie", "Deuxième galerie")
        .View("Plan de salle").View("Parterre").Rows("Parterre", 0, 14, 20, accessible: true)
        .View("Galeries").Rows("Première galerie", 1, 5, 24).Rows("Deuxième galerie", 2, 5, 26, reduced: true).Build();

    /// <summary>No seat has a number and there is no map.</summary>
    private static readonly SeatingPlan Arena = new PlanBuilder("Pista", "Grada baja", "Grada alta")
        .View("Arena").Area("Pista", 0, 3200).Area("Grada baja este", 1, 1800).Area("Grada baja oeste", 1, 1800).Area("Grada alta", 2, 4200).Build(graphic: false);

    /// <summary>Standing room and numbered seats in one drawing.</summary>
    private static readonly SeatingPlan Hall = new PlanBuilder("Stehplatz", "Balkon")
        .View("Halle").Area("Stehplatz", 0, 900).Rows("Balkon", 1, 6, 24, accessible: true).Build();

    private static readonly SeatingPlan Studio = new PlanBuilder("General").View("Sala").Rows("Sala", 0, 8, 12, accessible: true).Build();

    /// <summary>The houses of the programme, by their names there.</summary>
    public static IReadOnlyDictionary<string, House> OfTheProgramme { get; } = new[]
    {
        new House(501, "Palau de la Mar", "Barcelona", "ES", Spain, GrandHouse),
        new House(502, "Arena del Manzanares", "Madrid", "ES", Spain, Arena),
        new House(503, "Teatro de la Estación", "Valencia", "ES", Spain, Playhouse),
        new House(504, "Halle am See", "Zürich", "CH", "Europe/Zurich", Hall),
        new House(505, "Opéra du Rhône", "Lyon", "FR", "Europe/Paris", OperaHouse),
    }.ToDictionary(h => h.Name);

    public static IReadOnlyList<House> Theatres { get; } =
    [
        new(511, "Teatro Miramar Alto", "Sevilla", "ES", Spain, Playhouse), new(512, "Teatre de les Glicines", "Barcelona", "ES", Spain, GrandHouse),
        new(513, "Sala del Tejedor", "Bilbao", "ES", Spain, Studio), new(514, "Teatro das Fontes", "A Coruña", "ES", Spain, Playhouse),
        new(515, "Teatro de la Isla Baja", "Santa Cruz de Tenerife", "ES", "Atlantic/Canary", Studio),
    ];

    public static IReadOnlyList<House> Arenas { get; } =
        [new(521, "Pabellón de las Norias", "Murcia", "ES", Spain, Arena), new(522, "Velòdrom Vell", "Barcelona", "ES", Spain, Arena)];

    public static IReadOnlyList<House> Museums { get; } =
    [
        new(531, "Museu de la Llum Nova", "Barcelona", "ES", Spain, Visit(40)), new(532, "Casa de las Mareas", "Cádiz", "ES", Spain, Visit(25)),
        new(533, "Torre del Viento Norte", "Gijón", "ES", Spain, Visit(15)), new(534, "Jardín de las Brumas", "Málaga", "ES", Spain, Visit(120)),
        new(535, "Museo del Reloj de Arena", "Zaragoza", "ES", Spain, Visit(60)), new(536, "Palacio de los Ecos", "Granada", "ES", Spain, Visit(80)),
        new(537, "Cripta de San Telmo Viejo", "Toledo", "ES", Spain, Visit(12)), new(538, "Observatorio de la Sierra Alta", "Teruel", "ES", Spain, Visit(20)),
    ];

    private static SeatingPlan Visit(int capacity) => new PlanBuilder("Entrada").View("Entrada").Area("Entrada", 0, capacity).Build(graphic: false);
}
