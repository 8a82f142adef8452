using System.Globalization;
using System.Text;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Wire;

/// <summary>A form with repeated keys, in the order they were added (page 1a.3). An empty one is sent as an empty body: some servers reject a POST without.</summary>
internal sealed class WireForm
{
    private readonly StringBuilder text = new();

    public WireForm With(string name, string? value)
    {
        if (value is null)
            return this;
        if (text.Length > 0)
            text.Append('&');
        text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public WireForm With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public WireForm With(string name, decimal value) => With(name, value.ToString("0.00", CultureInfo.InvariantCulture));

    public WireForm With(string name, IEnumerable<string> values) => values.Aggregate(this, (form, value) => form.With(name, value));

    public WireBody Body() => new(Encoding.UTF8.GetBytes(text.ToString()), "application/x-www-form-urlencoded");
}
