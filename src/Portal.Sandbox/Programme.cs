namespace Portal.Sandbox;

/// <summary>One of the systems a tour of the programme is sold through.</summary>
[Flags]
public enum Seller { OneboxChannels = 1, OneboxDistribution = 2, Secutix = 4 }

/// <summary>A house of the programme.</summary>
/// <param name="Name">Its name on a poster.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record Stage(string Name, string City, string Country, string TimeZone);

/// <summary>One evening that more than one system sells.</summary>
/// <param name="Number">From 0; what the systems' own ids may be derived from.</param>
/// <param name="Title">As on the poster; each system spells it in its own way (<see cref="SpeltBy"/>).</param>
/// <param name="Kind">Lower-case word: concert, theatre, opera, dance, musical, comedy.</param>
/// <param name="Start">Wall-clock start at the stage.</param>
public sealed record Evening(int Number, string Title, string Kind, Stage Stage, DateTime Start, Seller Sellers)
{
    public bool IsSoldBy(Seller seller) => Sellers.HasFlag(seller);

    /// <summary>The title as a system's own staff typed it: same words, other capitals, spaces and accents.</summary>
    public string SpeltBy(Seller seller) => seller switch
    {
        Seller.OneboxDistribution when Number % 3 == 0 => Title.ToUpperInvariant(),
        Seller.Secutix when Number % 2 == 0 => Title.Replace(" – ", ": ", StringComparison.Ordinal).Replace('é', 'e').Replace('ñ', 'n').Replace('ó', 'o'),
        _ => Title,
    };
}

/// <summary>
/// What is on at houses whose tickets several of the pretended systems sell, so that one event can be met at two of them. Each system
/// lists its evenings beside a catalogue of its own. All dates lie ahead of the day the sandbox first started.
/// </summary>
public static class Programme
{
    private static readonly Stage Palau = new("Palau de la Mar", "Barcelona", "ES", "Europe/Madrid");
    private static readonly Stage Arena = new("Arena del Manzanares", "Madrid", "ES", "Europe/Madrid");
    private static readonly Stage Teatro = new("Teatro de la Estación", "Valencia", "ES", "Europe/Madrid");
    private static readonly Stage Halle = new("Halle am See", "Zürich", "CH", "Europe/Zurich");
    private static readonly Stage Opera = new("Opéra du Rhône", "Lyon", "FR", "Europe/Paris");

    private static readonly (string Title, string Kind, Stage Stage, int Hour)[] Tours =
    [
        ("Mireia Soler – Mar adentro", "concert", Palau, 21), ("Los Faroles – Gira de otoño", "concert", Arena, 21),
        ("La casa de las mareas", "theatre", Teatro, 20), ("Nina Albers – Live", "concert", Halle, 20),
        ("Carmen en el puerto", "opera", Opera, 19), ("Doce hombres y un café", "theatre", Teatro, 20),
        ("Aurora Vidal – Piano solo", "concert", Palau, 20), ("El ratón y la luna", "musical", Arena, 18),
        ("Giselle – Ballet du Rhône", "dance", Opera, 20), ("Risas en la niebla", "comedy", Teatro, 22),
        ("Kaleido Quartett", "concert", Halle, 19), ("Noche de flamenco – Compañía Salinas", "dance", Palau, 21),
    ];

    /// <summary>Three evenings of each tour: 36 in all, each sold by two systems or three.</summary>
    /// <param name="anchor">The day the sandbox first started.</param>
    public static IReadOnlyList<Evening> From(DateTime anchor) =>
        [.. from night in Enumerable.Range(0, 3)
            from tour in Enumerable.Range(0, Tours.Length)
            let number = night * Tours.Length + tour
            let plan = Tours[tour]
            select new Evening(number, plan.Title, plan.Kind, plan.Stage, anchor.Date.AddDays(9 + tour * 4 + night * 2).AddHours(plan.Hour), SellersOf(number))];

    private static Seller SellersOf(int number) => (number % 4) switch
    {
        0 => Seller.OneboxChannels | Seller.OneboxDistribution,
        1 => Seller.OneboxDistribution | Seller.Secutix,
        2 => Seller.OneboxChannels | Seller.Secutix,
        _ => Seller.OneboxChannels | Seller.OneboxDistribution | Seller.Secutix,
    };
}
