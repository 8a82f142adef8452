using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// XML as wires speak it: matched by local name, since schemas and servers disagree on namespaces. A value may stand in an element or in
/// an attribute.
/// </summary>
internal static class WireXml
{
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    /// <summary>Reads an answer that must be there.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="root">The local name its root must have; null takes any.</param>
    /// <exception cref="ProviderSilenceException">It is not: garbage is no answer.</exception>
    public static XElement Read(WireReply reply, string? root = null)
    {
        if (TryParse(reply.Body) is not { } read)
            throw WireJson.Unreadable(reply, "it is not XML");
        return root is null || read.Name.LocalName == root ? read : throw WireJson.Unreadable(reply, $"{root} was expected, {read.Name.LocalName} came");
    }

    /// <summary>The root; null for what is not XML. Documents with a type declaration are not read.</summary>
    public static XElement? TryParse(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), Careful);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            // Told by null: whether that is silence or only a body that cannot be shown is for the caller to say.
            return null;
        }
    }

    public static XElement? Child(this XElement? of, string name) => of?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? of, string name) => of?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>All below, at any depth.</summary>
    public static IEnumerable<XElement> Below(this XElement? of, string name) => of?.Descendants().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The value of an attribute or a child of that name; null when absent or empty.</summary>
    public static string? Text(this XElement? of, string name)
    {
        var text = of?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value ?? of.Child(name)?.Value;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static decimal? Amount(this XElement? of, string name) =>
        decimal.TryParse(of.Text(name), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public static int? Whole(this XElement? of, string name) =>
        int.TryParse(of.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double? Number(this XElement? of, string name) =>
        double.TryParse(of.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(this XElement? of, string name) => of.Text(name)?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>UTF-8 without a byte order mark, in one line.</summary>
    public static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
}
