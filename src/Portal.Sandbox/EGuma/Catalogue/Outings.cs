namespace Portal.Sandbox.EGuma.Catalogue;

/// <summary>Something that the merchant in Zürich sells.</summary>
/// <param name="Times">Starts of its slots as hours and minutes, empty for a product by the day.</param>
/// <param name="ClosesAfter">The cut-off in minutes from the start; null is none.</param>
/// <param name="Closed">Days of the week it is closed, as Sunday = 0.</param>
internal sealed record Outing(
    string De, string En, string? Fr, string About, string Tariff, int Adult, int? Capacity, string Times = "", int? ClosesAfter = null, string Closed = "", int Weekend = 0);

/// <summary>Museums, castles, zoos, mountain railways and baths around Zürich. None of them exists.</summary>
internal static class Outings
{
    public static IReadOnlyList<Outing> All { get; } =
    [
        new("Museum am Fluss – Eintritt", "Riverside Museum – admission", "Musée au bord de l'eau – entrée", "Industrie und Alltag an der Limmat.", "museum", 1800, null, Closed: "1"),
        new("Naturkundehaus Sihltal – Eintritt", "Sihl Valley Natural History House – admission", "Maison de la nature du Sihltal – entrée", "Gletscher, Mammut und ein lebendes Bienenvolk.", "museum", 1400, 900, Closed: "1"),
        new("Uhrenwerkstatt – Führung", "Clockmakers' Workshop – guided tour", "Atelier d'horlogerie – visite guidée", "Eine Stunde zwischen Unruh und Spiralfeder.", "museum", 2600, 18, "10:00 13:30 15:30", -60, "01"),
        new("Kunsthalle Seefeld – Eintritt mit Zeitfenster", "Kunsthalle Seefeld – timed admission", "Kunsthalle Seefeld – entrée à heure fixe", "Sonderausstellung «Licht auf Papier».", "museum", 2400, 80, "10:00 11:30 13:00 14:30 16:00", -15, "1", 300),
        new("Spielzeugkabinett – Eintritt", "Toy Cabinet – admission", "Cabinet des jouets – entrée", "Puppenstuben und Dampfmaschinen.", "family", 1200, 250, ClosesAfter: 16 * 60),
        new("Tram-Depot Burgwies Ost – Eintritt", "Burgwies East Tram Depot – admission", "Dépôt des trams Burgwies Est – entrée", "Mit Fahrt im Wagen von 1907.", "family", 1400, 300, Closed: "1234"),
        new("Fotoarchiv im Schiffbau – Eintritt", "Photo Archive in the Shipyard – admission", null, "Wechselnde Schau aus 60 000 Glasplatten.", "museum", 1600, null, Closed: "12"),
        new("Technikpark Oerlikon – Tageskarte", "Oerlikon Technology Park – day ticket", "Parc technique d'Oerlikon – carte journalière", "Anfassen, ausprobieren, staunen.", "family", 2700, 1200, Weekend: 300),
        new("Planetarium Uetli – Vorführung", "Uetli Planetarium – show", "Planétarium de l'Uetli – séance", "Der Himmel von heute Abend, erklärt.", "family", 1900, 110, "14:00 15:30 17:00 19:30", -10, "1"),
        new("Druckerei Niederdorf – Workshop", "Niederdorf Printing House – workshop", "Imprimerie Niederdorf – atelier", "Setzen und drucken, eine Karte geht mit.", "one", 4500, 10, "14:00", -24 * 60, "013"),
        new("Schloss Greifenfels – Eintritt", "Greifenfels Castle – admission", "Château de Greifenfels – entrée", "Rittersaal, Verlies und Kräutergarten.", "family", 1500, 600, Closed: "1"),
        new("Schloss Greifenfels – Nachtführung", "Greifenfels Castle – night tour", "Château de Greifenfels – visite nocturne", "Mit Laterne durch die Wehrgänge.", "escorted", 2800, 24, "20:00", -120, "01234"),
        new("Burg Altstein – Eintritt", "Altstein Castle – admission", "Château fort d'Altstein – entrée", "Aussicht über den Zürichsee.", "family", 1000, null),
        new("Wasserschloss Seehorn – Führung", "Seehorn Moated Castle – guided tour", "Château d'eau de Seehorn – visite guidée", "Barocke Räume, sonst geschlossen.", "museum", 2200, 30, "11:00 14:00", -30, "12"),
        new("Kloster Rheinau Süd – Bibliothek", "Rheinau South Abbey – library", "Abbaye de Rheinau Sud – bibliothèque", "Handschriften aus acht Jahrhunderten.", "museum", 1800, 20, "10:30 14:30", -180, "0"),
        new("Zoo Adlisberg – Tageskarte", "Adlisberg Zoo – day ticket", "Zoo d'Adlisberg – carte journalière", "Regenwaldhalle, Pinguine, Elefanten.", "family", 3200, 6000, Weekend: 200),
        new("Zoo Adlisberg – Blick hinter die Kulissen", "Adlisberg Zoo – behind the scenes", "Zoo d'Adlisberg – dans les coulisses", "Mit der Tierpflege durch die Hintertür.", "escorted", 5200, 12, "09:00 15:00", -24 * 60, "06"),
        new("Wildpark Langenholz – Eintritt", "Langenholz Wildlife Park – admission", "Parc animalier de Langenholz – entrée", "Bär, Wolf und Luchs am Waldrand.", "family", 1600, null),
        new("Schmetterlingshaus – Zeitfenster", "Butterfly House – timed admission", "Maison des papillons – entrée à heure fixe", "Tropisch warm, auch im Winter.", "family", 1700, 60, "10:00 11:00 12:00 13:00 14:00 15:00 16:00", 0, "", 200),
        new("Botanischer Garten Rigiblick – Eintritt", "Rigiblick Botanical Garden – admission", "Jardin botanique de Rigiblick – entrée", "Alpinum und Palmenhaus.", "museum", 900, null),
        new("Luftseilbahn Hochgrat – Berg- und Talfahrt", "Hochgrat Cable Car – return", "Téléphérique Hochgrat – aller-retour", "In acht Minuten auf 1 948 Meter.", "ride", 4400, 65, "08:30 09:30 10:30 11:30 13:00 14:00 15:00", 0, "", 500),
        new("Luftseilbahn Hochgrat – Sonnenaufgangsfahrt", "Hochgrat Cable Car – sunrise ride", "Téléphérique Hochgrat – lever du soleil", "Mit Frühstück im Gipfelhaus.", "ride", 7900, 40, "05:45", -12 * 60, "1234"),
        new("Zahnradbahn Rossberg – Tageskarte", "Rossberg Rack Railway – day ticket", "Train à crémaillère du Rossberg – carte journalière", "Fahren, so oft man will.", "ride", 5800, 2000),
        new("Schifffahrt Obersee – Rundfahrt", "Upper Lake Cruise", "Croisière sur l'Obersee", "Zwei Stunden unter dem Sonnensegel.", "ride", 3400, 180, "10:15 13:15 16:15", -5),
        new("Schifffahrt Obersee – Fondueschiff", "Upper Lake Fondue Boat", "Bateau fondue de l'Obersee", "Drei Stunden mit Käse und Musik.", "spa", 8900, 120, "18:45", -6 * 60, "0123"),
        new("Therme Sihlquai – Eintritt 2 Stunden", "Sihlquai Thermal Baths – 2 hours", "Thermes du Sihlquai – 2 heures", "Dachbad mit Blick auf die Stadt.", "spa", 3600, 70, "09:00 11:00 13:00 15:00 17:00 19:00", 0, "", 600),
        new("Therme Sihlquai – Tageskarte", "Sihlquai Thermal Baths – day ticket", "Thermes du Sihlquai – carte journalière", "Baden, dampfen, ruhen.", "spa", 6200, 150, ClosesAfter: 18 * 60, Weekend: 800),
        new("Hallenbad Blaue Lagune – Eintritt", "Blue Lagoon Pool – admission", "Piscine Lagune bleue – entrée", "Wellen zu jeder vollen Stunde.", "family", 1100, null),
        new("Kletterhalle Steilwand – Eintritt", "Steilwand Climbing Hall – admission", "Salle d'escalade Steilwand – entrée", "3 000 Quadratmeter Wand.", "ride", 2900, 220),
        new("Schokoladenwerk – Degustation", "Chocolate Works – tasting tour", "Chocolaterie – dégustation", "Vom Kakao bis zur Praline.", "family", 2400, 45, "10:00 11:00 13:00 14:00 15:00 16:00", -30, "0"),
        new("Altstadtrundgang – zu Fuss", "Old Town walking tour", "Visite de la vieille ville à pied", "Gassen, Zünfte, Brunnen.", "museum", 2500, 25, "11:00 15:00", -15),
        new("Brauerei Hardturm – Führung mit Bier", "Hardturm Brewery – tour with beer", "Brasserie Hardturm – visite avec bière", "Ab 18 Jahren.", "spa", 3200, 30, "17:00 19:00", -60, "01"),
        new("Sternwarte Pfannen – Abend am Teleskop", "Pfannen Observatory – evening at the telescope", "Observatoire de Pfannen – soirée au télescope", "Nur bei klarem Himmel.", "museum", 2000, 25, "20:30", -120, "012"),
        new("Eisgrotte Glarner Firn – Eintritt", "Glarner Firn Ice Grotto – admission", "Grotte de glace du Glarner Firn – entrée", "Warm anziehen.", "ride", 1300, 400),
        new("Freilichtdorf Ballenried – Tageskarte", "Ballenried Open-Air Village – day ticket", "Village en plein air de Ballenried – carte journalière", "Vierzig alte Häuser und ihr Handwerk.", "family", 3000, 2500),
        new("Salzbergwerk Bexau – Stollenfahrt", "Bexau Salt Mine – train ride", "Mine de sel de Bexau – train minier", "Zwei Stunden unter Tag bei 17 Grad.", "family", 2700, 48, "10:00 12:00 14:00", -20, "1"),
    ];
}
