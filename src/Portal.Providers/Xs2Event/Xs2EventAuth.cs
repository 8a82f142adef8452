using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Xs2Event;

/// <summary>The account's proof: one header (page 1.1). With it, what the plumbing must know of this wire.</summary>
internal static class Xs2EventAuth
{
    private const string Header = "X-Api-Key";

    public static readonly WireManners Manners = new(Xs2EventProvider.ProviderKind)
    {
        // 503 is documented as 'too many requests'; clients meet 429 as well.
        ThrottleStatuses = new HashSet<int> { 429, 503 },
        SecretSettings = [Header, "ApiKey"],
        // Where a guest comes from; and a supplier may want fields that no page names (1.3).
        PersonalFields = ["country_hint"],
        PersonMark = "lead_guest",
        PlainOfPerson = ["guest_id", "conditions", "reservation_id", "ticket_id", "bookingorder_id", "orderitem_id", "created", "updated"],
        AuthoriseAsync = static (request, connection, _) => ValueTask.FromResult(Authorise(request, connection)),
    };

    private static Refusal? Authorise(HttpRequestMessage request, ConnectionFacts connection)
    {
        if (connection.Find(Header, "ApiKey") is not { } key)
            return new Refusal(RefusalReason.NotAuthorised, $"The connection {connection.Name} has no {Header}. Nothing was sent; an admin enters the key under Connections.");
        return request.Headers.TryAddWithoutValidation(Header, key) ? null
            : new Refusal(RefusalReason.NotAuthorised, $"The {Header} of the connection {connection.Name} cannot be sent as a header. Nothing was sent; an admin enters it again under Connections.");
    }
}
