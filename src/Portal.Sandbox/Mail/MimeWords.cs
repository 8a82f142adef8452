using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Mail;

/// <summary>The encodings mail puts text into.</summary>
internal static partial class MimeWords
{
    /// <summary>A header with its encoded words (<c>=?utf-8?B?…?=</c>) read.</summary>
    public static string Decode(string header) => EncodedWord().Replace(
        Between().Replace(header, "?==?"),
        word => CharacterSet(word.Groups[1].Value).GetString(word.Groups[2].Value is "B" or "b"
            ? FromBase64(word.Groups[3].Value)
            : FromQuotedPrintable(word.Groups[3].Value.Replace('_', ' '))));

    public static byte[] FromBase64(string text)
    {
        var clean = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        var bytes = new byte[clean.Length];
        return Convert.TryFromBase64String(clean.PadRight((clean.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : [];
    }

    public static byte[] FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') bytes.Add((byte)text[i]);
            else if (i + 2 < text.Length && text[i + 1] == '\r' && text[i + 2] == '\n') i += 2;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
        }
        return [.. bytes];
    }

    /// <summary>UTF-8 where the name says nothing known.</summary>
    public static Encoding CharacterSet(string? name)
    {
        try
        {
            return name is null or "" ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    /// <summary>White space between two encoded words belongs to neither.</summary>
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();
}
