using Portal.Core.Guests;
using Portal.Core.GuestLists;

namespace Portal.Tests.GuestLists;

public sealed class ListNamesTests
{
    [Theory]
    [InlineData("Ada Byron", "Ada", "Byron")]
    [InlineData("Byron, Ada", "Ada", "Byron")]
    [InlineData("3. Ada Byron", "Ada", "Byron")]
    [InlineData("• Ada Byron", "Ada", "Byron")]
    [InlineData("BYRON Ada", "Ada", "BYRON")]
    [InlineData("Ada Augusta BYRON KING", "Ada Augusta", "BYRON KING")]
    [InlineData("BYRON/ADA MRS", "ADA", "BYRON")]
    [InlineData("Mrs Ada Byron", "Ada", "Byron")]
    [InlineData("Frau Dr. Ada von Byron", "Ada", "von Byron")]
    [InlineData("Ludwig van der Rohe", "Ludwig", "van der Rohe")]
    [InlineData("Gerard 't Hooft", "Gerard", "'t Hooft")]
    [InlineData("María de la Cruz", "María", "de la Cruz")]
    [InlineData("Martin King Jr.", "Martin", "King Jr.")]
    [InlineData("Jean-Luc O’Neill", "Jean-Luc", "O’Neill")]
    [InlineData("Ada   \u00A0 Byron", "Ada", "Byron")]
    [InlineData("\u202Bמרים כהן\u202C", "מרים", "כהן")]
    [InlineData("\u200Fمحمد علي", "محمد", "علي")]
    [InlineData("علي، محمد", "محمد", "علي")]
    [InlineData("山田 太郎", "太郎", "山田")]
    [InlineData("Ada\nByron", "Ada", "Byron")]
    [InlineData("Madonna", "Madonna", "")]
    public void A_whole_name_is_split_into_its_parts(string typed, string first, string last)
    {
        var rows = ListOf.Rows("Name|Room", $"{typed}|1");
        var read = ListReading.Read(rows, ListGuess.Of(rows, []), ListOf.Today)[0];

        Assert.Equal((first, last), (read.Of(GuestFields.FirstName), read.Of(GuestFields.LastName)));
    }

    [Theory]
    [InlineData("Byron Ada Augusta", "Ada Augusta", "Byron")]
    [InlineData("van der Rohe Ludwig", "Ludwig", "van der Rohe")]
    [InlineData("Byron, Ada", "Ada", "Byron")]
    public void Where_the_last_name_stands_first_it_is_split_there(string typed, string first, string last)
    {
        var read = ListOf.Entries("Nachname, Vorname|Zimmer", $"{typed}|1")[0];

        Assert.Equal((first, last), (read.Of(GuestFields.FirstName), read.Of(GuestFields.LastName)));
    }

    [Fact]
    public void The_form_of_address_tells_the_gender_that_no_column_tells()
    {
        var read = ListOf.Entries("Name|Room", "Mrs Ada Byron|1", "Herr Tom Byron|1", "Dr Kim Byron|2");

        Assert.Equal(["female", "male", ""], read.Select(e => e.Of(GuestFields.Gender)));
        Assert.Equal("from 'Mrs' before the name", read[0].Values[GuestFields.Gender].Note);
        Assert.Equal("male", ListOf.Entries("Name|Sex", "Mrs Ada Byron|m")[0].Of(GuestFields.Gender));
    }

    [Fact]
    public void Several_columns_make_one_name_and_one_street()
    {
        var read = ListOf.Entries("Voornaam|Tussenvoegsel|Achternaam|Straat|Huisnr.", "Ada|van der|Byron|Herengracht|12-II", "Tom||Byron|Herengracht|");

        Assert.Equal(["Ada van der Byron", "Tom Byron"], read.Select(e => e.Name));
        Assert.Equal(["Herengracht 12-II", "Herengracht"], read.Select(e => e.Of(GuestFields.Street)));
    }
}
