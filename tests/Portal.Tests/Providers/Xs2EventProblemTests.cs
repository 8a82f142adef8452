using System.Text;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event;

namespace Portal.Tests.Providers;

/// <summary>Every form of error the page shows, and what it warns of.</summary>
public sealed class Xs2EventProblemTests
{
    private static Xs2EventProblem Problem(int status, string body, string type = "application/problem+json") =>
        new(new WireReply("POST /v1/x", status, Encoding.UTF8.GetBytes(body), type));

    public static TheoryData<int, string, string> Problems => new()
    {
        { 401, "", nameof(ProblemKind.NotAuthorised) },
        { 403, "<html>", nameof(ProblemKind.NotAuthorised) },
        { 422, """{"type":"/errors/invalid-guest-data"}""", nameof(ProblemKind.GuestData) },
        { 422, """{"type":"/errors/out-of-stock"}""", nameof(ProblemKind.OutOfStock) },
        { 400, """{"type":"https://x/errors/price_mismatch"}""", nameof(ProblemKind.PriceMismatch) },
        { 422, """{"type":"/errors/reservation-expired"}""", nameof(ProblemKind.ReservationExpired) },
        { 422, """{"type":"/errors/invalid-payment-method"}""", nameof(ProblemKind.PaymentMethod) },
        { 422, """{"type":"/errors/invalid-booking-email"}""", nameof(ProblemKind.BookingEmail) },
        { 422, """{"type":"/errors/unknown-ticket"}""", nameof(ProblemKind.UnknownTicket) },
        { 404, """{"message":"text"}""", nameof(ProblemKind.NotFound) },
        { 422, """{"items":[{"ticket_id":"t","quantity":5,"error":{"detail":"We do not have enough tickets in stock","available":2,"quantity":5}}]}""", nameof(ProblemKind.OutOfStock) },
        { 422, """{"items":[{"ticket_id":"t","error":{"detail":"x","net_rate":4800,"currency_code":"EUR"}}]}""", nameof(ProblemKind.PriceMismatch) },
        { 422, """{"items":[{"ticket_id":"t","error":"just a text"}]}""", nameof(ProblemKind.Unclear) },
        { 422, """{"items":[{"ticket_id":"t","guests":[{"first_name":{"value":null,"condition":"pre_checkout","error":"required"}}]}]}""", nameof(ProblemKind.GuestData) },
        { 422, """{"detail":"out of stock, price mismatch, expired"}""", nameof(ProblemKind.Unclear) },
        { 422, """{"message":{"invalid":"a","not_found":"b"}}""", nameof(ProblemKind.Unclear) },
        { 400, """{"errors":{"page":["unknown"]},"message":"text"}""", nameof(ProblemKind.Unclear) },
        { 400, "not json", nameof(ProblemKind.Unclear) },
        { 400, "[]", nameof(ProblemKind.Unclear) },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void Errors_are_classified_by_status_type_and_structure_and_never_by_their_words(int status, string body, string expected) =>
        Assert.Equal(expected, Problem(status, body).Kind.ToString());

    [Fact]
    public void An_errors_message_is_read_as_text_or_object()
    {
        Assert.Equal("text", Problem(400, """{"message":"text"}""").Said);
        Assert.Equal("invalid: a; not_found: b", Problem(400, """{"message":{"invalid":"a","not_found":"b"}}""").Said);
        Assert.Equal("it is full", Problem(400, "it is full", "text/plain").Said);
    }
}
