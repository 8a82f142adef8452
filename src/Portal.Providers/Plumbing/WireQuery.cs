using System.Globalization;
using System.Text;

namespace Portal.Providers.Plumbing;

/// <summary>Builds a path with its query, everything encoded. A null value leaves its parameter out.</summary>
public sealed class WireQuery(string path)
{
    private readonly StringBuilder text = new(path);
    private char separator = '?';

    public WireQuery With(string name, string? value)
    {
        if (value is null)
            return this;
        text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        separator = '&';
        return this;
    }

    public WireQuery With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();

    /// <summary>One segment of a path: an opaque id of the provider, encoded.</summary>
    public static string Segment(string id) => Uri.EscapeDataString(id);
}
