using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>
/// SOAP 1.1: the method's element qualified, its parameters not, WS-Security's UsernameToken with the password in clear. Faults are
/// HTTP 500, as SOAP 1.1 has it.
/// </summary>
internal sealed partial class SoapCodec(SecuTixOptions options)
{
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string PasswordText = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Security = Wsse;

    /// <summary>The method that a request is for, as far as it can be told; empty where it cannot.</summary>
    public static string NameOf(string text) => MethodElement().Match(text) is { Success: true } found ? found.Groups[1].Value : "";

    public Reply Run(Call call, string service, IReadOnlyList<Method> methods, Func<VirtualOperator, Method, Given, JsonObject> answer)
    {
        try
        {
            var envelope = Parse(call);
            if (Caller(envelope) is not { } caller) return Unauthorized();
            if (envelope.Element(Envelope + "Body")?.Elements().ToList() is not [var asked]) throw new MalformedException("The body must hold one element.");
            var method = methods.FirstOrDefault(m => m.Service == service && m.Name == asked.Name.LocalName)
                ?? throw new MalformedException($"Cannot find dispatch method for {asked.Name}.");
            if (asked.Name.NamespaceName.TrimEnd('/') != $"http://v1_33.{service}.service.secutix.com") throw new MalformedException($"Cannot find dispatch method for {asked.Name}.");
            return Shown(200, Answered(asked.Name, method.ResultType, answer(caller, method, Given.Of(asked))));
        }
        catch (MalformedException malformed)
        {
            return Fault("S:Client", malformed.Message);
        }
        catch (TooManyCallsException)
        {
            return RestCodec.Throttled();
        }
    }

    public static Reply Unauthorized() => Fault("wsse:FailedAuthentication", "The security token could not be authenticated or authorized.");

    private VirtualOperator? Caller(XElement envelope)
    {
        var token = envelope.Element(Envelope + "Header")?.Element(Security + "Security")?.Element(Security + "UsernameToken");
        var (name, password) = (token?.Element(Security + "Username")?.Value, token?.Element(Security + "Password"));
        return password?.Attribute("Type")?.Value is null or PasswordText
            ? options.Operators.FirstOrDefault(o => o.Operator == name && o.Password == password?.Value)
            : null;
    }

    private static XElement Parse(Call call)
    {
        if (!call.Header("Content-Type").StartsWith("text/xml", StringComparison.OrdinalIgnoreCase)) throw new MalformedException("The body must be text/xml.");
        try
        {
            return XDocument.Parse(call.Text).Root is { } root && root.Name == Envelope + "Envelope" ? root : throw new MalformedException("A SOAP 1.1 envelope is expected.");
        }
        catch (XmlException)
        {
            throw new MalformedException("The body is not XML.");
        }
    }

    private static XElement Answered(XName method, string resultType, JsonObject result) => new(
        method.Namespace + (method.LocalName + "Response"), new XAttribute(XNamespace.Xmlns + "ns2", method.NamespaceName),
        new XElement(resultType, Elements(result)));

    /// <summary>Members as unqualified elements, lists by repetition, nothing for null.</summary>
    private static IEnumerable<XElement> Elements(JsonObject of) =>
        from member in of
        from value in member.Value is JsonArray list ? list : [member.Value?.DeepClone()]
        where value is not null
        select value is JsonObject below ? new XElement(member.Key, Elements(below)) : new XElement(member.Key, Written(value));

    private static string Written(JsonNode value) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.ToJsonString() : value.ToString();

    private static Reply Fault(string code, string message) => Shown(500, new XElement(
        Envelope + "Fault", new XElement("faultcode", new XAttribute(XNamespace.Xmlns + "wsse", Wsse), code), new XElement("faultstring", message)));

    private static Reply Shown(int status, XElement content) => new(status, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "S", Envelope.NamespaceName), new XElement(Envelope + "Body", content)).ToString(SaveOptions.DisableFormatting)}")));

    [GeneratedRegex(@"<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)")]
    private static partial Regex MethodElement();
}
