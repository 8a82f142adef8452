using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Catalogue;

/// <summary>Where it plays: houses that do not exist, in real cities; the programme's houses under exactly their names.</summary>
internal static class Houses
{
    public static readonly House Lumiere = Theatre(1, "LUM", "Opéra Lumière", "Lyon", "FR", "Europe/Paris");
    public static readonly House Odeon = Theatre(2, "ODE", "Odéon des Quais", "Paris", "FR", "Europe/Paris");
    public static readonly House Hangar = Hall(3, "HAN", "Hangar 9", "Nantes", "FR", "Europe/Paris");
    public static readonly House Kursaal = Hall(4, "KUR", "Kursaal du Lac", "Genève", "CH", "Europe/Zurich");
    public static readonly House Abbey = Theatre(5, "ABB", "Abbatiale Sainte-Claire", "Dijon", "FR", "Europe/Paris");

    public static IReadOnlyList<House> Own { get; } = [Lumiere, Odeon, Hangar, Kursaal, Abbey];

    /// <summary>A house of the programme, always the same for the same name.</summary>
    public static House Of(Stage stage)
    {
        var number = 20 + stage.Name.Sum(letter => letter) % 900;
        return Theatre(number, $"H{number}", stage.Name, stage.City, stage.Country, stage.TimeZone);
    }

    /// <summary>Three numbered categories and a gallery without numbers.</summary>
    private static House Theatre(int number, string code, string name, string city, string country, string zone) => new(
        10_229_100_000 + number, code, name, city, country, zone, 10_229_150_000 + number,
        [
            new(Category(number, 1), "CAT1", "Orchestre", true, 90, 1m),
            new(Category(number, 2), "CAT2", "Corbeille", true, 126, 0.75m),
            new(Category(number, 3), "CAT3", "Balcon", true, 108, 0.5m),
            new(Category(number, 4), "PARA", "Paradis (not numbered)", false, 60, 0.2m),
        ]);

    /// <summary>A floor to stand on and a numbered stand.</summary>
    private static House Hall(int number, string code, string name, string city, string country, string zone) => new(
        10_229_100_000 + number, code, name, city, country, zone, 10_229_150_000 + number,
        [
            new(Category(number, 1), "FOSSE", "Fosse (standing)", false, 800, 1m),
            new(Category(number, 2), "GRAD", "Gradin", true, 216, 1.3m),
        ]);

    private static long Category(int number, int rank) => 10_229_200_000 + number * 10 + rank;
}
