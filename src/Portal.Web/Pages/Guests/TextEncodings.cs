using System.Text;

namespace Portal.Web.Pages.Guests;

/// <summary>Reads a text file whose encoding nobody told: by its mark, by its zeros, as UTF-8 where it is valid, and else as Windows-1252.</summary>
internal static class TextEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(byte[] file)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode])
            if (marked.GetPreamble() is { Length: > 0 } mark && file.AsSpan().StartsWith(mark))
                return marked.GetString(file.AsSpan(mark.Length));
        // Separators and line ends are ASCII: in UTF-16 half of each is a zero, before or behind. No other text has zeros.
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < file.Length; i++)
            if (file[i] == 0)
                zeros = i % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        if (file.Length % 2 == 0 && zeros.Even != zeros.Odd)
            return (zeros.Odd > zeros.Even ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file);
        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(file);
        }
    }
}
