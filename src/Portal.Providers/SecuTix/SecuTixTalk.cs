using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

/// <summary>One question under way, with the services it is asked of, on the wire that the connection has chosen.</summary>
internal sealed class SecuTixTalk
{
    private readonly Conversation conversation;

    public SecuTixTalk(ProviderHttp http, ProviderCall call, TimeSpan budget, SecuTixTokens tokens)
    {
        Options = new SecuTixOptions(call.Connection);
        conversation = http.Open(call, Options.IsSoap ? SoapWire.Manners : RestWire.Manners(tokens), budget);
        IMethodWire wire = Options.IsSoap ? new SoapWire(conversation) : new RestWire(conversation, tokens);
        (Catalog, Availability, Facade, Orders) = (new(wire), new(wire), new(wire), new(wire));
    }

    public ProviderCall Call => conversation.Call;
    public SecuTixOptions Options { get; }
    public DateTime Now => conversation.Now;
    public CatalogWire Catalog { get; }
    public AvailabilityWire Availability { get; }
    public OrderFacadeWire Facade { get; }
    public OrderWire Orders { get; }
}
