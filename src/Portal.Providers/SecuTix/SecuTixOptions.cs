using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.SecuTix;

/// <summary>The account and the contract facts of one connection, by the names of the provider's page.</summary>
internal sealed class SecuTixOptions(ConnectionFacts connection)
{
    /// <summary>Settings whose values are secret.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["Secret", "Password"];

    /// <summary><c>Wire</c>: <c>Rest</c> (usual) or <c>Soap</c>, two ways to the same methods.</summary>
    public bool IsSoap => Is("Wire", "Soap");

    /// <summary>The institution's code; <c>sub</c> of the token.</summary>
    public string? Institution => connection.Find("Institution");

    /// <summary>The virtual operator: it fixes sales channel and point of sale.</summary>
    public string? Operator => connection.Find("Operator");

    /// <summary><c>iss</c> of the token.</summary>
    public string? Partner => connection.Find("Partner");

    /// <summary>What REST's token is signed with.</summary>
    public string? Secret => connection.Find("Secret");

    /// <summary>SOAP's password.</summary>
    public string? Password => connection.Find("Password");

    /// <summary><c>Token</c>: <c>Forge</c> (usual) or <c>Fetch</c> from <c>/tnai/backend-apis/v1/auth</c>.</summary>
    public bool FetchesToken => Is("Token", "Fetch");

    /// <summary>Asked of the provider unless set.</summary>
    public string? PointOfSalesId => connection.Find("PointOfSalesId", "posId");

    /// <summary>The agency's contact at the institution, named as purchaser.</summary>
    public string? ContactReference => connection.Find("ContactReference");

    /// <summary><c>ContactFrom=BuyerEmail</c> where the institution knows its contacts by their e-mail address.</summary>
    public bool ContactIsBuyersEmail => Is("ContactFrom", "BuyerEmail");

    /// <summary>How sales are told as paid; the point of sale's method for deferred payment unless set.</summary>
    public string? PaymentMethodId => connection.Find("PaymentMethodId");

    /// <summary><c>BookAs</c>: <c>Reservation</c> (usual: seats allocated and kept) or <c>Option</c> (a request, nothing allocated).</summary>
    public string BookAs => Is("BookAs", "Option") ? "OPTION" : "RESERVATION";

    /// <summary>How long a close may take before it answers 'in progress', in seconds.</summary>
    public int MaxWaitingTime => int.TryParse(connection.Find("MaxWaitingTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 20;

    /// <summary>In which of the catalogue's languages names are shown, where there is a choice.</summary>
    public string Locale => connection.Find("Locale") ?? "en";

    /// <summary><c>SoapNamespaceSlash</c>: the services in whose WSDL the namespace ends with a slash.</summary>
    public bool HasSlash(string service) => connection.Find("SoapNamespaceSlash") is { } services && services.Split(',', StringSplitOptions.TrimEntries).Contains(service);

    /// <summary>Whom the purchase is for, where the connection or the buyer tells.</summary>
    public string? ContactOf(Buyer buyer) => ContactIsBuyersEmail ? buyer.Find(BuyerField.Email) ?? ContactReference : ContactReference;

    public string OrderType(SaleMode mode) => mode is SaleMode.Book ? BookAs : "SALE";

    private bool Is(string setting, string value) => string.Equals(connection.Find(setting), value, StringComparison.OrdinalIgnoreCase);
}
