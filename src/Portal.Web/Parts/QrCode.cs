using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Web.Parts;

/// <summary>A QR code as one small SVG path; black on white in both themes, since cameras and gates want it so.</summary>
internal static class QrCode
{
    /// <summary>An SVG to put into the page, with the white border that readers need. The text itself does not stand in it.</summary>
    /// <param name="text">What a reader reads.</param>
    /// <param name="label">What it is, for those who cannot see it.</param>
    public static string Svg(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{Dark(code.ModuleMatrix)}"/></svg>""");
    }

    // Each run of dark modules in a row is one rectangle.
    private static string Dark(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                {
                    var from = x;
                    while (x < rows[y].Count && rows[y][x])
                        x++;
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
        return path.ToString();
    }
}
