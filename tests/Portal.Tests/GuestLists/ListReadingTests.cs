using Portal.Core.Guests;
using Portal.Core.GuestLists;

namespace Portal.Tests.GuestLists;

public sealed class ListReadingTests
{
    [Theory]
    [InlineData("1990-05-04", "1990-05-04", null)]
    [InlineData("1990/5/4", "1990-05-04", null)]
    [InlineData("04.05.1990", "1990-05-04", "read as 4 May 1990")]
    [InlineData("4/5/90", "1990-05-04", "read as 4 May 1990")]
    [InlineData("4-5-1990", "1990-05-04", "read as 4 May 1990")]
    [InlineData("5.5.1990", "1990-05-05", null)]
    [InlineData("23.5.1990", "1990-05-23", null)]
    [InlineData("5/23/1990", "1990-05-23", null)]
    [InlineData("23.05.02", "2002-05-23", null)]
    [InlineData("23.05.20", "2020-05-23", "read as 23 May 2020")]
    [InlineData("23.05.28", "1928-05-23", null)]
    [InlineData("19900504", "1990-05-04", null)]
    [InlineData("23051990", "1990-05-23", null)]
    [InlineData("1990-05-04T00:00:00", "1990-05-04", null)]
    [InlineData("1990-05-04 00:00:00.000", "1990-05-04", null)]
    [InlineData("23.05.1990 00:00", "1990-05-23", null)]
    [InlineData("5/23/1990 12:00 AM", "1990-05-23", null)]
    [InlineData("32997", "1990-05-04", "read as 4 May 1990")]
    [InlineData("32997.0", "1990-05-04", "read as 4 May 1990")]
    [InlineData("4 May 1990", "1990-05-04", null)]
    [InlineData("May 4th, 1990", "1990-05-04", null)]
    [InlineData("Fri, 04-May-90", "1990-05-04", null)]
    [InlineData("04MAY1990", "1990-05-04", null)]
    [InlineData("4. Mai 1990", "1990-05-04", null)]
    [InlineData("3. März 1990", "1990-03-03", null)]
    [InlineData("1er août 1990", "1990-08-01", null)]
    [InlineData("4 de mayo de 1990", "1990-05-04", null)]
    [InlineData("4 mei 1990", "1990-05-04", null)]
    [InlineData("4 mrt. 1990", "1990-03-04", null)]
    [InlineData("4 maggio 1990", "1990-05-04", null)]
    [InlineData("4 de maig de 1990", "1990-05-04", null)]
    [InlineData("4 d’abril de 1990", "1990-04-04", null)]
    [InlineData("12 déc. 1990", "1990-12-12", null)]
    [InlineData("٢٣/٠٥/١٩٩٠", "1990-05-23", null)]
    [InlineData("\u200E23.05.1990\u200F", "1990-05-23", null)]
    public void Dates_are_read_as_people_and_spreadsheets_write_them(string typed, string value, string? note)
    {
        var read = ListOf.Column(GuestFields.DateOfBirth, typed)[0]!;

        Assert.Equal((value, note, null), (read.Value, read.Note, read.Fault));
    }

    [Theory]
    [InlineData("31.02.1990", "is not a date (year-month-day)")]
    [InlineData("1990", "is not a date (year-month-day)")]
    [InlineData("May 1990", "is not a date (year-month-day)")]
    [InlineData("tomorrow", "is not a date (year-month-day)")]
    [InlineData("4.5.199", "is not a date (year-month-day)")]
    [InlineData("#REF!", "is not a date (year-month-day)")]
    public void What_is_no_date_stays_as_typed_and_says_so(string typed, string fault)
    {
        var read = ListOf.Column(GuestFields.DateOfBirth, typed)[0]!;

        Assert.Equal((typed, fault), (read.Value, read.Fault));
    }

    [Fact]
    public void A_day_to_come_is_a_date_and_a_fault() => Assert.Equal(("2028-05-23", "is in the future"), ListOf.Column(GuestFields.DateOfBirth, "23.5.2028") is [var read] ? (read!.Value, read.Fault) : default);

    [Fact]
    public void One_date_that_forces_an_order_settles_it_for_its_column()
    {
        var american = ListOf.Column(GuestFields.DateOfBirth, "4/5/1990", "12/31/1988", "1/2/1985");
        Assert.Equal([("1990-04-05", null), ("1988-12-31", null), ("1985-01-02", null)], american.Select(v => (v!.Value, v.Note)));

        var european = ListOf.Column(GuestFields.DateOfBirth, "4/5/1990", "31/12/1988");
        Assert.Equal([("1990-05-04", null), ("1988-12-31", null)], european.Select(v => (v!.Value, v.Note)));

        var both = ListOf.Column(GuestFields.DateOfBirth, "4/5/1990", "31/12/1988", "12/31/1988");
        Assert.Equal([("1990-05-04", "read as 4 May 1990"), ("1988-12-31", null), ("1988-12-31", null)], both.Select(v => (v!.Value, v.Note)));
    }

    [Fact]
    public void The_agent_settles_what_the_dates_do_not()
    {
        var rows = ListOf.Rows("Name|Born", "Ada Byron|4/5/1990");
        var layout = ListGuess.Of(rows, []);
        Assert.Equal((DateOrder.DayFirst, true), ListReading.OrderOf(rows, layout, layout.Columns[1]));

        var american = layout.WithOrder(1, DateOrder.MonthFirst);

        var value = ListReading.Read(rows, american, ListOf.Today)[0].Values[GuestFields.DateOfBirth];
        Assert.Equal(("1990-04-05", null), (value.Value, value.Note));
        Assert.Equal((DateOrder.MonthFirst, true), ListReading.OrderOf(rows, american, american.Columns[1]));
    }

    [Theory]
    [InlineData("Netherlands", "NLD")]
    [InlineData("the Netherlands", "NLD")]
    [InlineData("NL", "NLD")]
    [InlineData("nld", "NLD")]
    [InlineData("Holland", "NLD")]
    [InlineData("Niederlande", "NLD")]
    [InlineData("Pays-Bas", "NLD")]
    [InlineData("Países Bajos", "NLD")]
    [InlineData("Paesi Bassi", "NLD")]
    [InlineData("Països Baixos", "NLD")]
    [InlineData("Nederland", "NLD")]
    [InlineData("Germany (DE)", "DEU")]
    [InlineData("Alemania", "DEU")]
    [InlineData("D", "DEU")]
    [InlineData("Österreich", "AUT")]
    [InlineData("OSTERREICH", "AUT")]
    [InlineData("Schweiz", "CHE")]
    [InlineData("Suisse", "CHE")]
    [InlineData("UK", "GBR")]
    [InlineData("England", "GBR")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("EE.UU.", "USA")]
    [InlineData("Vereinigte Staaten", "USA")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Elfenbeinküste", "CIV")]
    [InlineData("Côte d'Ivoire", "CIV")]
    [InlineData("\u200F日本", "JPN")]
    public void Countries_are_read_in_any_of_the_languages(string typed, string code) => Assert.Equal((code, null), Of(ListOf.Column(GuestFields.CountryOfResidence, typed)[0]));

    [Theory]
    [InlineData("Berlin", "should be chosen from the list")]
    [InlineData("France/Italy", "should be chosen from the list")]
    public void What_is_no_country_says_so(string typed, string fault) => Assert.Equal((typed, fault), Of(ListOf.Column(GuestFields.CountryOfResidence, typed)[0]));

    [Theory]
    [InlineData("0031 20 123 4567", "+31 20 123 4567")]
    [InlineData("+31 (0)20 123 4567", "+31 20 123 4567")]
    [InlineData("tel: +31–20–1234567", "+31-20-1234567")]
    [InlineData("'+31201234567", "+31201234567")]
    [InlineData("+31\u00A020\u2009123\u200B4567", "+31 20 1234567")]
    [InlineData("020-1234567", "020-1234567")]
    public void Phone_numbers_get_their_international_form(string typed, string number) => Assert.Equal((number, null), Of(ListOf.Column(GuestFields.Phone, typed)[0]));

    [Theory]
    [InlineData("3.12E+10")]
    [InlineData("ask Tom")]
    [InlineData("+31 20 123 4567 ext. 5")]
    public void What_is_no_phone_number_says_so(string typed) => Assert.Equal((typed, "should be a phone number with country code, like +31 20 123 4567"), Of(ListOf.Column(GuestFields.Phone, typed)[0]));

    [Theory]
    [InlineData("mailto:ada@example.org?subject=hello", "ada@example.org")]
    [InlineData("Ada Byron <ada@example.org>", "ada@example.org")]
    [InlineData(" ada@example.org; ", "ada@example.org")]
    [InlineData("ada @example.org", "ada@example.org")]
    public void Addresses_lose_what_is_around_them(string typed, string address) => Assert.Equal((address, null), Of(ListOf.Column(GuestFields.Email, typed)[0]));

    [Theory]
    [InlineData("ada@localhost")]
    [InlineData("ada@example.org, tom@example.org")]
    public void What_is_no_address_says_so(string typed) => Assert.Equal((typed, "is not an e-mail address"), Of(ListOf.Column(GuestFields.Email, typed)[0]));

    [Theory]
    [InlineData("f|m", "female|male")]
    [InlineData("w|m|d", "female|male|other")]
    [InlineData("weiblich|Männlich|divers", "female|male|other")]
    [InlineData("Frau|Herr", "female|male")]
    [InlineData("Mme|M.|Monsieur", "female|male|male")]
    [InlineData("F|H", "female|male")]
    [InlineData("M|H|H", "female|male|male")]
    [InlineData("mujer|hombre", "female|male")]
    [InlineData("Sra.|Sr.", "female|male")]
    [InlineData("D|H", "female|male")]
    [InlineData("dona|home", "female|male")]
    [InlineData("v|m", "female|male")]
    [InlineData("vrouw|man|Dhr.|de heer", "female|male|male|male")]
    [InlineData("donna|uomo|Sig.ra|Sig.", "female|male|female|male")]
    [InlineData("Mrs|Mr.|Ms|X", "female|male|female|other")]
    public void Genders_are_read_from_words_letters_and_forms_of_address(string typed, string genders)
    {
        var read = ListOf.Column(GuestFields.Gender, typed.Split('|'));

        Assert.Equal(genders, string.Join('|', read.Select(v => v!.Value)));
        Assert.All(read, v => Assert.Null(v!.Fault));
    }

    [Fact]
    public void A_form_of_address_that_tells_no_gender_says_so() => Assert.Equal(("Dr.", "should be chosen from the list"), Of(ListOf.Column(GuestFields.Gender, "Dr.")[0]));

    private static (string?, string?) Of(ListValue? value) => (value?.Value, value?.Fault);
}
