using Portal.Core.Providers;
using Portal.Providers.Onebox;
using Portal.Providers.OneboxChannels.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>One question under way: signed or with a bearer token, as the connection says, and the wires it is asked on.</summary>
internal sealed class OneboxChannelsTalk
{
    public const string ErrorHeader = "OB_Error_Code";
    private readonly Conversation signed;
    private readonly BearerConversation? bearer;

    public OneboxChannelsTalk(ProviderHttp http, OneboxTokens tokens, TimeProvider time, ProviderCall call, TimeSpan budget)
    {
        Options = OneboxChannelsOptions.Of(call.Connection);
        signed = http.Open(call, Manners(Options.IsSigned ? (m, c, ct) => OneboxChannelsSignature.SignAsync(m, c, time.GetUtcNow(), ct) : null), budget);
        bearer = Options.IsSigned ? null : new BearerConversation(signed, tokens);
    }

    public OneboxChannelsOptions Options { get; }

    public ProviderCall Call => signed.Call;

    public DateTime Now => signed.Now;

    public CatalogWire Catalog => new(this);

    public CartWire Carts => new(this);

    public OrderWire Orders => new(this);

    public Task<WireAnswer<T>> AskAsync<T>(WireRequest request, Func<WireReply, T> read, CancellationToken cancellation) where T : class =>
        request.Elsewhere is null && bearer is not null ? bearer.AskAsync(request, read, cancellation) : signed.AskAsync(request, read, cancellation);

    private static WireManners Manners(Func<HttpRequestMessage, ConnectionFacts, CancellationToken, ValueTask<Refusal?>>? sign)
    {
        var manners = new WireManners(OneboxChannelsProvider.ProviderKind)
        {
            SecretSettings = [.. OneboxChannelsSignature.SecretSettings, "client_secret", "ApiKey"],
            PersonalFields = ["client", "firstName", "lastName", "telephone", "address", "city", "postalCode", "countrySubdivisionCode", "invoiceData"],
            KeptHeaders = [ErrorHeader],
            // Page 1a.7: 60 s for an answer.
            WriteTimeout = TimeSpan.FromSeconds(60),
        };
        return sign is null ? manners : manners with { AuthoriseAsync = sign };
    }
}
