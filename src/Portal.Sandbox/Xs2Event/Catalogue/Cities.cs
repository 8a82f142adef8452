using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>Where things happen: real cities, with teams and venues that do not exist.</summary>
internal static class Cities
{
    private const string Table = """
        Amsterdam|NLD|52.3676|4.9041
        Rotterdam|NLD|51.9244|4.4777
        Eindhoven|NLD|51.4416|5.4697
        London|GBR|51.5072|-0.1276
        Manchester|GBR|53.4808|-2.2426
        Liverpool|GBR|53.4084|-2.9916
        Birmingham|GBR|52.4862|-1.8904
        Glasgow|GBR|55.8617|-4.2583
        Cardiff|GBR|51.4837|-3.1681
        Northampton|GBR|52.2405|-0.9027
        Dublin|IRL|53.3498|-6.2603
        Paris|FRA|48.8566|2.3522
        Marseille|FRA|43.2965|5.3698
        Lyon|FRA|45.7640|4.8357
        Nice|FRA|43.7102|7.2620
        Monaco|MCO|43.7384|7.4246
        Madrid|ESP|40.4168|-3.7038
        Barcelona|ESP|41.3874|2.1686
        Sevilla|ESP|37.3891|-5.9845
        València|ESP|39.4699|-0.3763
        Lisboa|PRT|38.7223|-9.1393
        Porto|PRT|41.1579|-8.6291
        Milano|ITA|45.4642|9.1900
        Roma|ITA|41.9028|12.4964
        Torino|ITA|45.0703|7.6869
        Napoli|ITA|40.8518|14.2681
        Bologna|ITA|44.4949|11.3426
        Berlin|DEU|52.5200|13.4050
        München|DEU|48.1351|11.5820
        Hamburg|DEU|53.5511|9.9937
        Köln|DEU|50.9375|6.9603
        Stuttgart|DEU|48.7758|9.1829
        Wien|AUT|48.2082|16.3738
        Graz|AUT|47.0707|15.4395
        Zürich|CHE|47.3769|8.5417
        Basel|CHE|47.5596|7.5886
        Genève|CHE|46.2044|6.1432
        Bern|CHE|46.9480|7.4474
        Brussels|BEL|50.8503|4.3517
        Antwerp|BEL|51.2194|4.4025
        Copenhagen|DNK|55.6761|12.5683
        Stockholm|SWE|59.3293|18.0686
        Oslo|NOR|59.9139|10.7522
        Helsinki|FIN|60.1699|24.9384
        Praha|CZE|50.0755|14.4378
        Budapest|HUN|47.4979|19.0402
        Warszawa|POL|52.2297|21.0122
        Athens|GRC|37.9838|23.7275
        New York|USA|40.7128|-74.0060
        Chicago|USA|41.8781|-87.6298
        Miami|USA|25.7617|-80.1918
        Los Angeles|USA|34.0522|-118.2437
        Boston|USA|42.3601|-71.0589
        Austin|USA|30.2672|-97.7431
        Toronto|CAN|43.6532|-79.3832
        Mexico City|MEX|19.4326|-99.1332
        São Paulo|BRA|-23.5505|-46.6333
        Dubai|ARE|25.2048|55.2708
        Doha|QAT|25.2854|51.5310
        Singapore|SGP|1.3521|103.8198
        Suzuka|JPN|34.8823|136.5849
        Melbourne|AUS|-37.8136|144.9631
        Mumbai|IND|19.0760|72.8777
        Cape Town|ZAF|-33.9249|18.4241
        """;

    public static IReadOnlyList<City> All { get; } =
    [
        .. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|'))
            .Select(p => new City(p[0], p[1], p[2], p[3], CurrencyOf(p[1]))),
    ];

    private static string CurrencyOf(string country) => country switch
    {
        "GBR" => "GBP",
        "CHE" => "CHF",
        "USA" or "CAN" or "MEX" or "BRA" or "ARE" or "QAT" or "SGP" or "JPN" or "AUS" or "IND" or "ZAF" => "USD",
        _ => "EUR",
    };
}
