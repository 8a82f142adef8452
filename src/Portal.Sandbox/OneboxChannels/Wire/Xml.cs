using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>The documented namespaces, and how values are written.</summary>
internal static class Xml
{
    public static readonly XNamespace Cart = "http://www.oneboxtm.es/ns/shopping/cart";
    public static readonly XNamespace Order = "http://www.oneboxtm.es/ns/purchase/order";
    public static readonly XNamespace Event = "http://www.oneboxtm.es/ns/data-query/event";
    public static readonly XNamespace Session = "http://www.oneboxtm.es/ns/data-query/session";
    public static readonly XNamespace Venue = "http://www.oneboxtm.es/ns/data-query/venue";
    public static readonly XNamespace Places = "http://www.oneboxtm.es/ns/data-query/places";
    public static readonly XNamespace Prices = "http://www.oneboxtm.es/ns/data-query/prices";
    public static readonly XNamespace Availability = "http://www.oneboxtm.es/ns/availability";
    public static readonly XNamespace Sales = "http://www.oneboxtm.es/ns/sales";
    public static readonly XNamespace Dates = "http://www.oneboxtm.es/ns/dates";
    public static readonly XNamespace User = "http://www.oneboxtm.es/user";
    public static readonly XNamespace CartInput = "http://www.oneboxtm.es/ns/input-data/shopping/cart";
    public static readonly XNamespace OrderInput = "http://www.oneboxtm.es/ns/input-data/purchase/order";

    public static Reply Answer(XElement root)
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) root.Save(writer);
        return new Reply(200, "text/xml; charset=utf-8", written.ToArray());
    }

    public static string Written(this decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Written(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A wall-clock time with its zone's offset on that day.</summary>
    public static string WrittenIn(this DateTime local, string zone)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    public static string Written(this bool flag) => flag ? "true" : "false";
}
