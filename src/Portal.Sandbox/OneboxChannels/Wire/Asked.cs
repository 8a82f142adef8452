using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>What a call asks: the query of a GET, the form of a POST. Parameters that are not known are refused.</summary>
internal sealed class Asked
{
    private readonly List<(string Name, string Value)> _given;

    private Asked(List<(string Name, string Value)> given) => _given = given;

    /// <param name="names">Everything the operation knows.</param>
    public static Asked Of(Call call, params ReadOnlySpan<string> names)
    {
        var given = Given(call);
        foreach (var (name, _) in given)
            if (!names.Contains(name)) throw Faults.Unknown(name);
        return new Asked(given);
    }

    /// <summary>All parameters, query before form, repeated keys as often as they came.</summary>
    public static List<(string Name, string Value)> Given(Call call)
    {
        var given = call.Query.SelectMany(q => q.Value.Select(v => (q.Key, v ?? ""))).ToList();
        if (call.Method != "POST" || call.Body.Length == 0) return given;
        if (!call.Header("Content-Type").StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            throw Faults.Malformed("Content-Type");
        using var reader = new FormReader(call.Text);
        foreach (var (name, values) in reader.ReadForm()) given.AddRange(values.Select(v => (name, v ?? "")));
        return given;
    }

    public bool Has(string name) => _given.Exists(g => g.Name == name);

    /// <summary>Null where it was not given; may be given once.</summary>
    public string? Text(string name) => _given.Count(g => g.Name == name) switch
    {
        0 => null,
        1 => _given.First(g => g.Name == name).Value,
        _ => throw Faults.Malformed(name),
    };

    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw Faults.Missing(name);

    public long Whole(string name) => Number(name, Needed(name));

    public long? WholeIfAny(string name) => Text(name) is { Length: > 0 } text ? Number(name, text) : null;

    public IReadOnlyList<long> Wholes(string name) => _given.Where(g => g.Name == name).Select(g => Number(name, g.Value)).ToList() is { Count: > 0 } all
        ? all
        : throw Faults.Missing(name);

    public IReadOnlyList<string> Texts(string name) => [.. _given.Where(g => g.Name == name).Select(g => g.Value)];

    public decimal Amount(string name) => Amount(name, Needed(name));

    public static decimal Amount(string name, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : throw Faults.Malformed(name);

    /// <summary>A local time without offset, as documented for query parameters.</summary>
    public DateTime? Time(string name) => Text(name) is not { Length: > 0 } text ? null
        : DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw Faults.Malformed(name);

    /// <summary>An XML fragment in a form field.</summary>
    /// <param name="root">Its root element, with the documented namespace.</param>
    public XElement? Fragment(string name, XName root)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        try
        {
            return XElement.Parse(text) is { } fragment && fragment.Name == root ? fragment : throw Faults.Malformed(name);
        }
        catch (XmlException)
        {
            throw Faults.Malformed(name);
        }
    }

    private static long Number(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Faults.Malformed(name);
}
