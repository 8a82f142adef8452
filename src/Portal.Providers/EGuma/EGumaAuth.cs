using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>The account's proof: a query parameter (page 2.1). With it, what the plumbing must know of this wire.</summary>
internal static class EGumaAuth
{
    private const string Parameter = "apikey";

    public static readonly WireManners Manners = new(EGumaProvider.ProviderKind)
    {
        SecretSettings = [Parameter, "ApiKey"],
        SecretFields = [Parameter, "api-key"],
        AuthoriseAsync = static (request, connection, _) => ValueTask.FromResult(Authorise(request, connection)),
    };

    /// <summary>
    /// For bookings: a 429 may also say that the same key is being worked on (page 2.12), which is not a no. The adapter tells them apart.
    /// </summary>
    public static readonly WireManners BookingManners = Manners with { ThrottleStatuses = new HashSet<int>() };

    // Put on here and nowhere else: the address that is journalled and named in messages never has it.
    private static Refusal? Authorise(HttpRequestMessage request, ConnectionFacts connection)
    {
        if (connection.Find(Parameter, "ApiKey") is not { } key)
            return new Refusal(RefusalReason.NotAuthorised, $"The connection {connection.Name} has no {Parameter}. Nothing was sent; an admin enters the key under Connections.");
        var address = new UriBuilder(request.RequestUri!);
        address.Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 ? "&" : "")}{Parameter}={Uri.EscapeDataString(key)}";
        request.RequestUri = address.Uri;
        return null;
    }
}
