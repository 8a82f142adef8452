using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Catalogue;

/// <summary>Who plays where in the pretended world, besides the programme that other systems sell too.</summary>
internal static class Acts
{
    public static IReadOnlyList<(Stage Stage, string Kind, string Entity)> Houses { get; } =
    [
        (new("Sala Fábrica Roja", "Barcelona", "ES", "Europe/Madrid"), "club", "Fábrica Roja Conciertos"),
        (new("Sala Marítima", "Valencia", "ES", "Europe/Madrid"), "club", "Levante en Vivo"),
        (new("Pabellón del Turia", "Valencia", "ES", "Europe/Madrid"), "arena", "Levante en Vivo"),
        (new("Arena del Ebro", "Zaragoza", "ES", "Europe/Madrid"), "arena", "Cierzo Producciones"),
        (new("Teatro de los Arcos", "Sevilla", "ES", "Europe/Madrid"), "theatre", "Teatros del Sur"),
        (new("Auditorio de la Ría", "Bilbao", "ES", "Europe/Madrid"), "theatre", "Ría Cultura"),
        (new("Sala Atlântica", "Lisboa", "PT", "Europe/Lisbon"), "club", "Atlântica Eventos"),
        (new("Auditorio Timple", "Las Palmas", "ES", "Atlantic/Canary"), "theatre", "Islas en Escena"),
    ];

    public static IReadOnlyList<(string Title, string Kind, decimal Price)> Tours { get; } =
    [
        ("La Orquesta de Medianoche", "concert", 28m), ("Vera Candela – Lumbre", "concert", 34m), ("Los Tranvías", "concert", 24m),
        ("Sombra y Sal", "dance", 30m), ("Pólvora Mojada", "concert", 22m), ("El jardín de las tías", "theatre", 26m),
        ("Noche de monólogos – Tere Gil", "comedy", 18m), ("Banda Sonora en Directo", "concert", 38m), ("Festival Mar de Fondo", "festival", 55m),
        ("Cuarteto Alisios", "classical", 25m), ("DJ Brújula – Hasta el alba", "concert", 20m),
    ];

    public static IReadOnlyList<AttendeeField> NamesOnly { get; } = [new("name", "STRING"), new("surname", "STRING")];

    public static IReadOnlyList<AttendeeField> Everything { get; } =
        [new("name", "STRING"), new("surname", "STRING"), new("email", "EMAIL"), new("id_number", "ID"), new("birth_date", "DATE", Required: false)];

    public static IReadOnlyList<Promotion> Promotions { get; } =
    [
        new(9001, "Otoño −10 %", 10m), new(9002, "Socios del club", 20m) { Code = "SOCIOS", Pin = "2468" },
        new(9003, "Pareja −15 %", 15m) { SamePriceTypeOnly = true },
    ];
}
