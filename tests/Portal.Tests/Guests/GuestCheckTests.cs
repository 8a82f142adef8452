using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Tests.Guests;

public sealed class GuestCheckTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData(GuestFields.Email, "ada@example.org", true)]
    [InlineData(GuestFields.Email, "ada@localhost", false)]
    [InlineData(GuestFields.Email, "Ada <ada@example.org>", false)]
    [InlineData(GuestFields.Email, "ada", false)]
    [InlineData(GuestFields.Phone, "+31 20 123 4567", true)]
    [InlineData(GuestFields.Phone, "0049 (30) 12-34.5/6", true)]
    [InlineData(GuestFields.Phone, "call me", false)]
    [InlineData(GuestFields.CountryOfResidence, "NLD", true)]
    [InlineData(GuestFields.CountryOfResidence, "NL", false)]
    [InlineData(GuestFields.CountryOfResidence, "nld", false)]
    [InlineData(GuestFields.DateOfBirth, "2000-02-29", true)]
    [InlineData(GuestFields.DateOfBirth, "2001-02-29", false)]
    [InlineData(GuestFields.DateOfBirth, "29.02.2000", false)]
    [InlineData(GuestFields.DateOfBirth, "2027-03-01", true)]
    [InlineData(GuestFields.DateOfBirth, "2027-03-02", false)]
    [InlineData(GuestFields.DateOfBirth, "1907-03-01", true)]
    [InlineData(GuestFields.DateOfBirth, "1907-02-28", false)]
    [InlineData(GuestFields.PassportNumber, "12345678901234567890", true)]
    [InlineData(GuestFields.PassportNumber, "123456789012345678901", false)]
    [InlineData(GuestFields.LastName, "O'Brien-Müller 株式会社", true)]
    [InlineData("shoe_size", "43", true)]
    public void A_value_fits_its_field_or_is_told_why_not(string field, string value, bool fits)
    {
        var faults = GuestCheck.Check(new Dictionary<string, GuestDue>(), new Dictionary<string, string> { [field] = value }, GuestDue.BeforeCheckout, Today);

        Assert.Equal(fits, faults.Count == 0);
        Assert.All(faults, f => Assert.Equal(field, f.Field));
    }

    [Theory]
    [InlineData(GuestDue.BeforeCheckout, GuestDue.BeforeCheckout, true)]
    [InlineData(GuestDue.BeforeCheckout, GuestDue.BeforeDownload, true)]
    [InlineData(GuestDue.BeforeDownload, GuestDue.BeforeDownload, true)]
    [InlineData(GuestDue.BeforeDownload, GuestDue.BeforeCheckout, false)]
    public void A_field_is_missing_once_it_is_due(GuestDue wanted, GuestDue due, bool missing)
    {
        foreach (var typed in (string?[])[null, "", "  "])
        {
            var values = typed is null ? new Dictionary<string, string>() : new() { [GuestFields.LastName] = typed };
            var faults = GuestCheck.Check(new Dictionary<string, GuestDue> { [GuestFields.LastName] = wanted }, values, due, Today);
            Assert.Equal(missing ? 1 : 0, faults.Count);
        }
    }
}
