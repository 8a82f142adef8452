using Portal.Core.GuestLists;

namespace Portal.Tests.GuestLists;

public sealed class ListGuessTests
{
    [Theory]
    [InlineData("First name|Last name|E-mail|Phone|Date of birth|Gender|Passport no.|Country of residence|Street|Zip|City|Province")]
    [InlineData("Vorname|Nachname|E-Mail-Adresse|Handy-Nr.|Geb.-Datum|Geschlecht|Reisepassnummer|Wohnsitzland|Straße + Hausnr.|PLZ|Wohnort|Bundesland")]
    [InlineData("Prénom|Nom de famille|Adresse e-mail|N° de téléphone|Date de naissance|Civilité|N° de passeport|Pays|Adresse|Code postal|Ville|Département")]
    [InlineData("Nombre de pila|Apellidos|Correo electrónico|Teléfono móvil|Fecha de nacimiento|Sexo|Número de pasaporte|País de residencia|Dirección|C.P.|Población|Provincia")]
    [InlineData("Voornaam|Achternaam|E-mailadres|Mobiel|Geboortedatum|Geslacht|Paspoortnummer|Land|Straat en huisnummer|Postcode|Woonplaats|Provincie")]
    [InlineData("Nome|Cognome|Indirizzo e-mail|Cellulare|Data di nascita|Sesso|N. passaporto|Paese di residenza|Indirizzo|CAP|Città|Regione")]
    [InlineData("Nom|Cognoms|Correu electrònic|Telèfon mòbil|Data de naixement|Sexe|Número de passaport|País de residència|Adreça|Codi postal|Ciutat|Província")]
    [InlineData("FIRST_NAME *|lastName|Guest e-mail (optional)|Tel.|D.O.B. (dd/mm/yyyy)|Mr/Mrs|PASSPORT-NUMBER|country|Address line 1|Postal Code|Town|State/Province")]
    [InlineData("Vorname / First name|Name / Surname|Mail|Telefon / Phone|Geboren am|Anrede|Pass-Nr.|Land / Country|Strasse|Postleitzahl|Ort / City|Kanton")]
    public void Headings_are_known_in_the_languages_of_agents(string heading)
    {
        var layout = ListGuess.Of(ListOf.Rows("", heading, "Ada|Byron"), []);

        Assert.Equal(2, layout.HeadingLine);
        Assert.Equal("A first_name, B last_name, C contact_email, D contact_phone, E date_of_birth, F gender, G passport_number, H country_of_residence, I street_name, J zip, K city, L province", ListOf.Targets(layout));
        Assert.All(layout.Columns, c => Assert.Equal(ColumnBasis.Heading, c.Basis));
    }

    [Theory]
    [InlineData("Name|Vorname", "Byron|Ada", "A last_name, B first_name")]
    [InlineData("Nom|Prénom", "Byron|Ada", "A last_name, B first_name")]
    [InlineData("Nombre|Apellidos", "Ada|Byron", "A first_name, B last_name")]
    [InlineData("Nombre|Primer apellido|Segundo apellido", "Ada|Byron|King", "A first_name, B last_name, C last_name")]
    [InlineData("Voornaam|Tussenvoegsel|Achternaam", "Ada|van|Byron", "A first_name, B last_name, C last_name")]
    [InlineData("Name|E-mail", "Ada Byron|ada@example.org", "A full_name, B contact_email")]
    [InlineData("Nachname, Vorname|E-mail", "Byron Ada|ada@example.org", "A full_name_last_first, B contact_email")]
    [InlineData("NOM et prénom|Né(e) le", "Byron Ada|4.5.1990", "A full_name_last_first, B date_of_birth")]
    [InlineData("Nombre y apellidos|Room", "Ada Byron|12", "A full_name, B -")]
    [InlineData("Passenger|Passport expiry|Nationality", "Ada Byron|4.5.2031|Dutch", "A full_name, B -, C -")]
    [InlineData("Name||Geburtsdatum", "Ada|Byron|4.5.1990", "A first_name, B last_name, C date_of_birth")]
    [InlineData("Name||Geburtsdatum", "BYRON|Ada|4.5.1990", "A last_name, B first_name, C date_of_birth")]
    [InlineData("Name as in passport|Mail", "Ada Byron|ada@example.org", "A full_name, B contact_email")]
    [InlineData("Nimi|Syntymäaika", "Ada Byron|4.5.1990", "A full_name, B date_of_birth")]
    public void What_a_name_means_is_told_by_what_stands_beside_it(string heading, string row, string targets)
    {
        var layout = ListGuess.Of(ListOf.Rows(heading, row), []);

        Assert.Equal((1, targets), (layout.HeadingLine, ListOf.Targets(layout)));
    }

    [Theory]
    [InlineData("Ada Byron|ada@example.org|+31 20 123 4567|4.5.1990|f|Netherlands", "A full_name, B contact_email, C contact_phone, D date_of_birth, E gender, F country_of_residence")]
    [InlineData("1|Frau|Ada|Byron|1990-05-04|NL", "A -, B gender, C first_name, D last_name, E date_of_birth, F country_of_residence")]
    [InlineData("Byron, Ada|4 mei 1990|DEU", "A full_name, B date_of_birth, C country_of_residence")]
    [InlineData("BYRON|Ada|0031201234567", "A last_name, B first_name, C contact_phone")]
    [InlineData("1. Ada Byron", "A full_name")]
    [InlineData("Ada|Byron|Calle Mayor 5|28013", "A first_name, B last_name, C -, D -")]
    public void Without_a_heading_the_cells_tell(string row, string targets)
    {
        var layout = ListGuess.Of(ListOf.Rows(row, row.Replace("Ada", "Tom", StringComparison.Ordinal)), []);

        Assert.Equal((0, targets), (layout.HeadingLine, ListOf.Targets(layout)));
    }

    [Fact]
    public void Cells_count_more_than_a_heading_that_they_contradict()
    {
        var layout = ListGuess.Of(ListOf.Rows("Name|Phone|E-mail|Country", "Ada Byron|ada@example.org|+31 20 123 4567|4.5.1990"), []);

        Assert.Equal("A full_name, B contact_email, C contact_phone, D date_of_birth", ListOf.Targets(layout));
        Assert.Equal([ColumnBasis.Heading, ColumnBasis.ContentAgainstHeading, ColumnBasis.ContentAgainstHeading, ColumnBasis.ContentAgainstHeading], layout.Columns.Select(c => c.Basis));
    }

    [Fact]
    public void Names_and_cities_that_are_countries_too_stay_names_and_cities()
    {
        var layout = ListGuess.Of(ListOf.Rows("First name|Surname|City", "Chad|Jordan|Luxembourg", "Georgia|Israel|Monaco"), []);

        Assert.Equal("A first_name, B last_name, C city", ListOf.Targets(layout));
    }

    [Fact]
    public void Of_two_columns_of_dates_the_earlier_is_that_of_the_births()
    {
        var layout = ListGuess.Of(ListOf.Rows("Ada Byron|12.04.2027|04.05.1990", "Tom Byron|13.04.2027|23.09.1988"), []);

        Assert.Equal("A full_name, B -, C date_of_birth", ListOf.Targets(layout));
    }

    [Fact]
    public void What_stands_over_the_heading_is_no_person()
    {
        var rows = ListOf.Rows("Rooming list: Spring tour", "Hotel|Miramar", "", "Room|Name|E-mail", "101|Ada Byron|ada@example.org");

        var layout = ListGuess.Of(rows, []);

        Assert.Equal((4, "A -, B full_name, C contact_email"), (layout.HeadingLine, ListOf.Targets(layout)));
        Assert.Equal([5], ListReading.Read(rows, layout, ListOf.Today).Select(e => e.Line));
    }

    [Fact]
    public void A_surname_that_is_a_heading_elsewhere_makes_no_heading() =>
        Assert.Equal(0, ListGuess.Of(ListOf.Rows("Della|Street", "Perry|Mason"), []).HeadingLine);

    [Fact]
    public void The_agents_word_counts_more_than_the_guess()
    {
        var rows = ListOf.Rows("Name|Contact|Other", "Ada Byron|ada@example.org|tom@example.org");
        var guess = ListGuess.Of(rows, []);

        var chosen = guess.With(2, "contact_email").With(0, "last_name");

        Assert.Equal("A last_name, B -, C contact_email", ListOf.Targets(chosen));
        Assert.Equal(ColumnBasis.Chosen, chosen.Columns[2].Basis);
        Assert.Equal("A last_name, B -, C -", ListOf.Targets(chosen.With(2, null)));
        Assert.Equal(0, ListGuess.Of(rows, [], 0).HeadingLine);
    }

    [Fact]
    public void A_field_that_only_this_provider_asks_is_known_by_its_name()
    {
        var rows = ListOf.Rows("Name|Shoe size|Nationality", "Ada Byron|43|Dutch");

        Assert.Equal("A full_name, B shoe_size, C nationality", ListOf.Targets(ListGuess.Of(rows, ["shoe_size", "nationality"])));
        Assert.Contains(("shoe_size", "shoe size"), ListTargets.All(["shoe_size", "first_name"]));
    }

    [Theory]
    [InlineData("Phone|Mobile", "020 1234567|+31 6 1234 5678")]
    public void Of_two_columns_for_one_field_one_is_taken(string heading, string row)
    {
        var layout = ListGuess.Of(ListOf.Rows("Name|" + heading, "Ada Byron|" + row), []);

        Assert.Single(layout.Columns, c => c.Target == "contact_phone");
    }

    [Fact]
    public void Nothing_is_a_layout_of_nothing() => Assert.Empty(ListGuess.Of([], []).Columns);
}
