using System.Xml.Linq;

namespace Portal.Providers.Plumbing;

/// <summary>Strikes what is secret or personal out of XML: by the local names of elements and attributes, everything below such an element included.</summary>
internal static class RedactedXml
{
    /// <summary>The text as it may be kept; null when it is not XML.</summary>
    public static string? Of(byte[] content, Redaction redaction)
    {
        if (WireXml.TryParse(content) is not { } root)
            return null;
        Strike(root, redaction, isStruck: false);
        return redaction.Strike(root.ToString(SaveOptions.DisableFormatting));
    }

    private static void Strike(XElement element, Redaction redaction, bool isStruck)
    {
        isStruck |= IsToBeStruck(element.Name, redaction);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && (isStruck || IsToBeStruck(a.Name, redaction))))
        {
            redaction.Remember(attribute.Value);
            attribute.Value = Redaction.Struck;
        }
        if (isStruck && !element.HasElements && element.Value.Length > 0)
        {
            redaction.Remember(element.Value);
            element.Value = Redaction.Struck;
        }
        foreach (var inner in element.Elements())
            Strike(inner, redaction, isStruck);
    }

    private static bool IsToBeStruck(XName name, Redaction redaction) => redaction.IsSecret(name.LocalName) || redaction.IsPersonal(name.LocalName);
}
