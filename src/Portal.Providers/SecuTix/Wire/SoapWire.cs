using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>
/// SOAP 1.1 with WS-Security's UsernameToken (page 2.2, 2.3): the method's element qualified, its parameters not, lists by repetition.
/// </summary>
internal sealed class SoapWire(Conversation talk) : IMethodWire
{
    public static readonly WireManners Manners = SecuTixManners.With(SoapFault.SaysNothingWasDone);

    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    public async Task<WireAnswer<T>> AskAsync<T>(MethodCall call, CancellationToken cancellation) where T : ResultDto
    {
        var connection = talk.Call.Connection;
        var options = new SecuTixOptions(connection);
        if (options is not { Operator: { } name, Password: { } password })
            return WireAnswer<T>.No(new Refusal(RefusalReason.NotAuthorised, $"The connection {connection.Name} has no Operator or no Password. Nothing was sent; an admin enters both under Connections."));
        XNamespace service = $"http://v1_33.{call.Service}.service.secutix.com{(options.HasSlash(call.Service) ? "/" : "")}";
        var envelope = new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", Envelope.NamespaceName),
            new XElement(Envelope + "Header", new XElement(Security + "Security", new XElement(Security + "UsernameToken",
                new XElement(Security + "Username", name), new XElement(Security + "Password", new XAttribute("Type", PasswordText), password)))),
            new XElement(Envelope + "Body", new XElement(service + call.Name, Elements(call.Parameters))));
        return await talk.AskAsync(new WireRequest(HttpMethod.Post, $"/tnseb/external-remoting/com.secutix.service.realtime.{Package(call.Service)}.v1_33.{call.Service}.webservice")
        {
            Body = new WireBody(WireXml.Bytes(envelope), MediaTypeNames.Text.Xml),
            Accept = MediaTypeNames.Text.Xml, Headers = [new("SOAPAction", "\"\"")], IsRead = call.IsRead, Depth = call.Depth,
        }, Read<T>, cancellation);
    }

    private static T Read<T>(WireReply reply) where T : ResultDto
    {
        try
        {
            var response = WireXml.Read(reply, "Envelope").Child("Body")?.Elements().FirstOrDefault();
            // The result stands in an element of its type's name; nothing else stands beside it.
            if (response?.Elements().FirstOrDefault() is not { } element || Json(element).Deserialize<T>(SecuTixJson.Options) is not { StatusCode.Length: > 0 } result)
                throw WireJson.Unreadable(reply, "it holds no result");
            result.Reply = reply;
            return result;
        }
        catch (JsonException e)
        {
            throw WireJson.Unreadable(reply, $"{typeof(T).Name} cannot be read from it", e);
        }
    }

    private static IEnumerable<XElement> Elements(JsonObject of) =>
        from member in of
        from value in member.Value is JsonArray list ? list : [member.Value?.DeepClone()]
        where value is not null
        select value is JsonObject below ? new XElement(member.Key, Elements(below)) : new XElement(member.Key, value.GetValueKind() is JsonValueKind.String ? (string)value! : value.ToJsonString());

    /// <summary>Elements as members, repeated ones as lists; an empty element is nothing.</summary>
    private static JsonNode? Json(XElement element)
    {
        if (!element.HasElements)
            return element.Value.Length == 0 ? null : JsonValue.Create(element.Value);
        var members = new JsonObject();
        foreach (var same in element.Elements().GroupBy(e => e.Name.LocalName))
            members[same.Key] = same.Count() == 1 ? Json(same.Single()) : new JsonArray([.. same.Select(Json)]);
        return members;
    }

    private static string Package(string service) => service switch
    {
        "CatalogService" => "catalog",
        "AvailabilityService" => "availability",
        _ => "externalorder",
    };
}
