using System.Text;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Tests.Providers.Plumbing;

/// <summary>What is struck out before anything is kept, for JSON, forms, addresses and sentences.</summary>
public sealed class RedactionTests
{
    private readonly Redaction redaction = new(
        new WireManners("Any") { SecretSettings = ["apikey"], SecretFields = ["apikey"], PersonalFields = ["attendee"] },
        new ConnectionFacts(Guid.Empty, "Test", "Any", new Uri("http://127.0.0.1"), new Dictionary<string, string> { ["ApiKey"] = "k3y-of-ours" }));

    private string Json(string json) => redaction.Body(Encoding.UTF8.GetBytes(json), "application/json")!;

    [Fact]
    public void Personal_members_are_struck_wherever_they_stand_and_the_rest_stays()
    {
        Assert.Equal("""{"items":[{"ticket_id":"t1","quantity":2,"guests":[{"firstName":"•••","LAST-NAME":"•••","lead_guest":true,"attendee":"•••"}]}]}""",
            Json("""{"items":[{"ticket_id":"t1","quantity":2,"guests":[{"firstName":"Ada","LAST-NAME":"Byron","lead_guest":true,"attendee":{"a":1}}]}]}"""));
    }

    [Fact]
    public void Of_a_guests_field_the_condition_stays_and_the_value_goes_also_out_of_the_error()
    {
        Assert.Equal("""{"zip":{"value":"•••","condition":"pre_checkout","error":"••• is no postcode"},"conditions":{"zip":"pre_download"},"city":null}""",
            Json("""{"zip":{"value":"1012AB","condition":"pre_checkout","error":"1012ab is no postcode"},"conditions":{"zip":"pre_download"},"city":null}"""));
    }

    [Fact]
    public void Beside_the_mark_of_a_person_everything_is_struck_that_is_not_known_to_say_nothing()
    {
        var marked = new Redaction(new WireManners("Any") { PersonMark = "lead_guest", PlainOfPerson = ["guest_id", "conditions"] },
            new ConnectionFacts(Guid.Empty, "Test", "Any", new Uri("http://127.0.0.1"), new Dictionary<string, string>()));

        Assert.Equal("""{"guests":[{"guest_id":"g1","lead_guest":true,"shirt_size":"•••","allergies":{"value":"•••","condition":"pre_download"},"conditions":{"shirt_size":"pre_checkout"}}],"shirt_size":"XL"}""",
            marked.Body("""{"guests":[{"guest_id":"g1","lead_guest":true,"shirt_size":"M","allergies":{"value":"peanuts","condition":"pre_download"},"conditions":{"shirt_size":"pre_checkout"}}],"shirt_size":"XL"}"""u8.ToArray(), "application/json"));
    }

    [Fact]
    public void What_was_struck_from_the_request_is_struck_from_the_answers_sentences()
    {
        Json("""{"passport_number":"XK99122"}""");

        Assert.Equal("""{"detail":"Passport ••• has expired"}""", Json("""{"detail":"Passport XK99122 has expired"}"""));
        Assert.Equal("Passport ••• has expired", redaction.Words("Passport xk99122 has expired"));
    }

    [Fact]
    public void Secrets_bearers_and_addresses_are_struck_from_sentences_and_queries()
    {
        Assert.Equal("key •••, Bearer •••, mail •••", redaction.Words("key k3y-of-ours, Bearer abc.def-123, mail ada@guests.example"));
        Assert.Equal("/v1/x?apikey=•••&email=•••&page=2&q=a b",
            redaction.Address(new WireRequest(HttpMethod.Get, "/v1/x?apikey=whatever&email=a%40b.example&page=2&q=a%20b")));
        Assert.Equal("https://cdn.example/file.zip", redaction.Address(new WireRequest(HttpMethod.Get, "/") { Elsewhere = new Uri("https://cdn.example/file.zip?sig=abc") }));
    }

    [Fact]
    public void Forms_are_struck_by_field()
    {
        Assert.Equal("items=1&items=2&email=•••&clientName=Ada", redaction.Body("items=1&items=2&email=ada%40guests.example&clientName=Ada"u8.ToArray(), "application/x-www-form-urlencoded"));
    }

    [Theory]
    [InlineData("application/json", "{\"first_name\":\"Ada")]
    [InlineData("application/pdf", "%PDF Ada")]
    [InlineData("text/csv", "<name>Ada</name>")]
    public void Of_what_is_not_understood_only_the_size_is_kept(string type, string body) =>
        Assert.Equal($"({type}, {body.Length} bytes)", redaction.Body(Encoding.UTF8.GetBytes(body), type));

    [Fact]
    public void Long_bodies_are_cut_after_striking()
    {
        var kept = Json($$"""{"text":"{{new string('x', 20_000)}}","first_name":"Ada"}""");

        Assert.Equal(16 * 1024 + 2, kept.Length);
    }
}
