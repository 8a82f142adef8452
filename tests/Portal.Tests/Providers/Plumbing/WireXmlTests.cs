using System.Text;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Tests.Providers.Plumbing;

public sealed class WireXmlTests
{
    private static readonly ConnectionFacts Connection = new(Guid.Empty, "Test", "Test", new Uri("http://127.0.0.1"), new Dictionary<string, string>());

    [Fact]
    public void A_value_is_found_in_an_attribute_or_an_element_whatever_the_namespace()
    {
        var read = WireXml.Read(Reply("""<c:cart xmlns:c="urn:x" c:token="T1" left="5"><b xmlns="urn:y"> 24.50 </b><is>1</is></c:cart>"""), "cart");

        Assert.Equal(("T1", 24.50m, 5, true), (read.Text("token"), read.Amount("b"), read.Whole("left"), read.Flag("is")));
        Assert.Null(read.Text("none"));
    }

    [Theory]
    [InlineData("<cart token=")]
    [InlineData("not found")]
    [InlineData("""<!DOCTYPE cart [<!ENTITY x SYSTEM "file:///etc/hostname">]><cart>&x;</cart>""")]
    [InlineData("<html/>")]
    public void What_is_not_the_xml_that_was_expected_is_no_answer(string text) =>
        Assert.Equal(SilenceKind.Unreadable, Assert.Throws<ProviderSilenceException>(() => WireXml.Read(Reply(text), "cart")).Kind);

    [Fact]
    public void The_journal_keeps_no_person_out_of_xml()
    {
        var redaction = new Redaction(new WireManners("Test") { PersonalFields = ["client"] }, Connection);

        var kept = redaction.Body(Encoding.UTF8.GetBytes("""<cart token="T1"><client id="88471"><name>Ada</name><location><city>Turin</city></location></client><note>for Ada</note><email>ada@example.org</email></cart>"""), "text/xml");

        Assert.Contains("T1", kept, StringComparison.Ordinal);
        Assert.All(["Ada", "Turin", "88471", "example.org"], said => Assert.DoesNotContain(said, kept, StringComparison.Ordinal));
    }

    private static WireReply Reply(string text) => new("GET /x", 200, Encoding.UTF8.GetBytes(text), "text/xml");
}
