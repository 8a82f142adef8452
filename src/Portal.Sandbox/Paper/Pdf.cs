using System.Globalization;
using System.Text;

namespace Portal.Sandbox.Paper;

/// <summary>A small valid PDF of one page with a few lines of text. The same lines give the same bytes, so hashes hold.</summary>
internal static class Pdf
{
    public static byte[] Of(string title, params IEnumerable<string> lines)
    {
        var page = new StringBuilder("BT /F1 20 Tf 50 770 Td (").Append(Escaped(title)).Append(") Tj ET\n");
        var y = 730;
        foreach (var line in lines)
        {
            page.Append(CultureInfo.InvariantCulture, $"BT /F1 11 Tf 50 {y} Td ({Escaped(line)}) Tj ET\n");
            y -= 20;
        }
        page.Append(Bars(title + string.Concat(lines), y - 60));

        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        Object($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var table = file.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Object(string content)
        {
            offsets.Add(file.Position);
            Write($"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
    }

    /// <summary>Bars that look like a code and say nothing: these tickets open no gate.</summary>
    private static string Bars(string seed, int y)
    {
        var bars = new StringBuilder();
        var x = 50;
        foreach (var c in seed.Take(60))
        {
            var width = 1 + c % 4;
            bars.Append(CultureInfo.InvariantCulture, $"{x} {y} {width} 50 re f\n");
            x += width + 2;
        }
        return bars.ToString();
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c switch
        {
            '(' or ')' or '\\' => "\\" + c,
            '–' => "-",
            > '\u00ff' => "?",
            _ => c.ToString(),
        }));
}
