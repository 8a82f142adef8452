using Portal.Core.Pricing;
using Portal.Web.Pages.Prices;

namespace Portal.Tests.Web;

public sealed class RatesFileTests
{
    private static readonly RateWish Dollar = new("USD", "EUR", 0.924m, new DateOnly(2027, 3, 1)), Pound = new("GBP", "EUR", 1.165m, new DateOnly(2027, 3, 1));

    [Theory]
    [InlineData("USD,EUR,0.924,2027-03-01\nGBP,EUR,1.165,2027-03-01")]
    [InlineData("\uFEFFfrom,to,rate,valid from\r\nusd,eur,0.924,2027-03-01\r\n\r\nGBP , EUR , 1.165 , 2027-03-01\r\n")]
    [InlineData("From;To;Rate;Valid from\nUSD;EUR;0,924;2027-03-01\nGBP;EUR;1,165;2027-03-01;\n;;;\n")]
    [InlineData("USD\tEUR\t0.924\t2027-03-01\n\"GBP\"\t\"EUR\"\t\"1.165\"\t\"2027-03-01\"")]
    public void Rates_are_read_as_the_usual_programs_write_them(string text)
    {
        var lines = RatesFile.Read(text);

        Assert.Equal([Dollar, Pound], lines.Select(l => l.Wish));
        Assert.All(lines, l => Assert.Null(l.Fault));
    }

    [Theory]
    [InlineData("USD,EUR,0.924", "It has 3 fields instead of four")]
    [InlineData("USD,EUR,0,924,2027-03-01", "It has 5 fields instead of four")]
    [InlineData("USD,EUR,,2027-03-01", "'' is no rate.")]
    [InlineData("USD,EUR,1e3,2027-03-01", "'1e3' is no rate.")]
    [InlineData("USD,EUR,0.924,1.3.2027", "'1.3.2027' is no day. Write it like 2027-03-01.")]
    [InlineData("USD,EUR,0.924,2027-02-30", "is no day")]
    public void A_line_that_cannot_be_read_says_why_and_where(string line, string reason)
    {
        var read = RatesFile.Read($"from,to,rate,valid from\n\n{line}\n");

        Assert.Equal((3, null, line), (read[0].Number, read[0].Wish, read[0].Text));
        Assert.Contains(reason, read[0].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_it_is_nothing() => Assert.Empty(RatesFile.Read("from,to,rate,valid from\n\n"));

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("12,5", 12.5)]
    [InlineData("-3", -3.0)]
    [InlineData("", 0.0)]
    public void Amounts_are_read_as_people_type_them(string typed, double amount) => Assert.Equal((decimal)amount, Amounts.Read(typed));

    [Theory]
    [InlineData("1,234")]
    [InlineData("1.234,5")]
    [InlineData("twelve")]
    public void An_amount_that_could_be_two_is_none(string typed) => Assert.Null(Amounts.Read(typed));
}
