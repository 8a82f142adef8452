using System.Collections.Frozen;
using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>
/// Headings as they stand over lists in English, German, French, Spanish, Dutch, Italian and Catalan, in plain letters. What is joined here is
/// found with a space, hyphen or underscore in it too.
/// </summary>
internal static class HeadingWords
{
    public const string First = "firstname firstnames givenname givennames given forename forenames christianname fname first middlename middlenames middle "
        + "vorname vornamen rufname zweitervorname prenom prenoms deuxiemeprenom nombredepila nombrepila primernombre segundonombre voornaam voornamen roepnaam tweedevoornaam prenome nomdepila nomdepila primernom";

    public const string Last = "lastname lastnames surname surnames familyname familynames family lname last nachname nachnamen familienname zuname nomdefamille nomfamille patronyme "
        + "apellido apellidos primerapellido segundoapellido apellido1 apellido2 1apellido 2apellido achternaam familienaam tussenvoegsel tussenvoegsels cognome cognomi cognom cognoms primercognom segoncognom";

    /// <summary>The last name beside 'Vorname', the first beside 'Apellidos', and else both.</summary>
    public const string Bare = "name names nom noms nombre nome naam namen";

    public static readonly (string Target, string Words)[] ByTarget =
    [
        (GuestFields.FirstName, First),
        (GuestFields.LastName, Last),
        (ListTargets.FullName, Bare),
        (ListTargets.FullName, "fullname completename guest guests passenger passengers pax traveller travellers traveler travelers participant participants attendee attendees "
            + "vollstandigername vollername ganzername gast gaste reisender reisende reisenden teilnehmer teilnehmerin teilnehmende vorundnachname vornachname nomcomplet voyageur voyageurs passager passagers participante participantes "
            + "nombrecompleto huesped huespedes pasajero pasajeros viajero viajeros volledigenaam reiziger reizigers deelnemer deelnemers gasten nomecompleto nominativo nominativi ospite ospiti passeggero passeggeri partecipante partecipanti "
            + "hoste hostes passatger passatgers viatger viatgers"),
        (ListTargets.LastNameFirst, "nachundvorname nachvorname"),
        (GuestFields.Email, "email emails mail emailaddress mailaddress emailadresse mailadresse courriel mel adressemail adresseemail adresseelectronique correo correoelectronico direccioncorreo direccioncorreoelectronico "
            + "emailadres mailadres postaelettronica indirizzoemail indirizzomail correu correuelectronic adrecaelectronica adrecacorreu"),
        (GuestFields.Phone, "phone phonenumber phoneno telephone telephonenumber tel telno telnr mobile mobilephone mobilenumber mobileno mobilenr cell cellphone cellnumber contactnumber whatsapp "
            + "telefon telefonnummer telefonnr handy handynummer handynr mobil mobiltelefon mobilnummer mobilnr rufnummer numerotelephone notelephone telephoneportable telportable portable numeroportable gsm "
            + "telefono telefonos movil telefonomovil numerotelefono celular telefoon telefoonnummer telefoonnr mobiel mobielnummer mobieletelefoon cellulare numerotelefonico recapitotelefonico numerocellulare telefonmobil numeromobil mobils"),
        (GuestFields.DateOfBirth, "dateofbirth birthdate birthday datebirth dob born geburtsdatum gebdatum gebdat geb geboren geborenam geburtstag datedenaissance datenaissance naissance nele neele datenaiss ddn "
            + "fechadenacimiento fechanacimiento fechanac fnacimiento fnac nacimiento geboortedatum geboortedag geboorte gebdatum datadinascita datanascita nascita natoil natail datadenaixement datanaixement naixement"),
        (GuestFields.Gender, "gender sex geschlecht sexe genre sexo genero geslacht sesso genere mf mw mwd fm hf hm vm mv fh wm mwx "
            + "salutation title honorific mrms mrmrs mrmrsms anrede titel civilite titre tratamiento titulo aanhef titolo tractament"),
        (GuestFields.PassportNumber, "passportnumber passport passportno passportnr passno passnr passnumber passnummer pass reisepass reisepassnummer reisepassnr passeport numeropasseport nopasseport npasseport "
            + "pasaporte numeropasaporte npasaporte nopasaporte nropasaporte paspoort paspoortnummer paspoortnr passaporto numeropassaporto npassaporto passaport numeropassaport numpassaport"),
        (GuestFields.CountryOfResidence, "countryofresidence countryresidence residencecountry country land wohnsitzland wohnland landwohnsitz staat pays paysderesidence paysresidence pais paisderesidencia paisresidencia "
            + "landvanverblijf woonland landverblijf paese paesediresidenza paeseresidenza nazione nazioneresidenza paisdomicilio"),
        (GuestFields.Street, "street streetname streetaddress streetandnumber address address1 addressline1 addressline strasse strassehausnummer strassehausnr strassenr strnr str strasseundhausnummer adresse adresse1 anschrift rue rueetnumero "
            + "calle direccion direccion1 domicilio straat straatnaam straathuisnummer straatenhuisnummer adres adres1 via indirizzo indirizzo1 viaenumero carrer adreca adreca1 domicili "
            + "housenumber houseno housenr hausnummer hausnr huisnummer huisnr numerocivico civico numerorue"),
        (GuestFields.Street2, "address2 addressline2 additionalstreetname additionaladdress adresszusatz zusatz adresse2 complementadresse complementdadresse complement direccion2 piso adres2 toevoeging huisnummertoevoeging indirizzo2 adreca2 apartment apt flat suite pis"),
        (GuestFields.Zip, "zip zipcode zippostalcode postcode postalcode plz postleitzahl codepostal cp codigopostal codpostal codicepostale cap codipostal postnummer postnr"),
        (GuestFields.City, "city town citytown place ort stadt wohnort ville localite commune ciudad poblacion localidad municipio stad plaats woonplaats citta comune localita ciutat poblacio municipi localitat"),
        (GuestFields.Province, "province state stateprovince region county bundesland kanton canton departement provincia provincias comunidadautonoma provincie regio regione comarca estado"),
    ];

    /// <summary>Known, and nothing that is asked: such a column is left alone whatever stands in it.</summary>
    public const string NotAsked = "nationality citizenship nationalitat staatsangehorigkeit staatsburgerschaft nationalite nacionalidad nationaliteit nazionalita cittadinanza nacionalitat "
        + "expiry expirydate expirationdate passportexpiry validuntil validto gultigbis ablaufdatum ablauf dateexpiration datedexpiration valable fechacaducidad caducidad fechadecaducidad vervaldatum geldigtot scadenza datascadenza caducitat datacaducitat "
        + "issuedate dateofissue issued ausstellungsdatum ausgestelltam datedelivrance datededelivrance fechaexpedicion fechadeexpedicion afgiftedatum datarilascio datadirilascio datadexpedicio "
        + "arrival arrivaldate departure departuredate checkin checkout checkindate checkoutdate from to anreise abreise ankunft von bis arrivee depart du au llegada salida entrada aankomst vertrek arrivo partenza arribada sortida "
        + "date datum fecha data bookingdate created timestamp age alter edad leeftijd eta edat placeofbirth birthplace geburtsort lieudenaissance lieunaissance lugardenacimiento lugarnacimiento geboorteplaats luogodinascita luogonascita llocdenaixement llocnaixement "
        + "room roomno roomnumber roomtype rooming zimmer zimmernummer zimmernr zimmertyp zimmerart chambre typedechambre habitacion tipohabitacion kamer kamernummer kamertype camera tipocamera habitacio bed beds bedding bett "
        + "note notes remark remarks comment comments bemerkung bemerkungen anmerkung anmerkungen hinweis remarque remarques commentaire commentaires nota notas observacion observaciones comentario comentarios opmerking opmerkingen osservazioni commenti observacions comentaris special diet meal "
        + "no nr num number id pos position lfd lfdnr nummer numero nro n row zeile line item booking bookingno bookingref reference ref buchung buchungsnummer reservation reserva reservering prenotazione pnr "
        + "price preis prix precio prijs prezzo preu amount total betrag summe firma company unternehmen entreprise empresa bedrijf azienda organisation organization hotel flight flug vol vuelo vlucht volo ticket tickets seat sitz sitzplatz siege asiento stoel posto category kategorie categorie categoria group gruppe groupe grupo groep gruppo bus type typ tipo status language sprache langue idioma taal lingua";

    /// <summary>Words that join others and say nothing by themselves.</summary>
    public static readonly FrozenSet<string> Between = Split("and or of the und oder et ou y o e en i of a de d du des del della di da der die das den van la le les el los dd mm yy yyyy tt jj jjjj jjmmaaaa aa aaaa gg ddmmyyyy ttmmjjjj ddmmaaaa required optional pflichtfeld optionnel opcional verplicht optioneel facoltativo");

    /// <summary>Words that say whose, or the how manieth: 'Guest e-mail', 'Vorname Gast', 'Passenger 1'.</summary>
    public static readonly FrozenSet<string> Beside = Split("guest guests passenger passengers pax traveller traveler participant attendee visitor customer client person lead main holder gast gaste reisender teilnehmer kunde besucher voyageur passager client cliente huesped pasajero viajero reiziger deelnemer klant ospite passeggero hoste passatger viatger your im no nr nummer number num numero n as in according to per zoals comme wie laut passport pass ausweis s 1 2");

    public static FrozenSet<string> Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
