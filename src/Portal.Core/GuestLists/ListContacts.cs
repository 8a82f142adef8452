using System.Text.RegularExpressions;

namespace Portal.Core.GuestLists;

/// <summary>Brings phone numbers and e-mail addresses into the form that is asked; leaves what is neither as it is.</summary>
internal static partial class ListContacts
{
    public static string Phone(string text)
    {
        var number = Dashes().Replace(ListText.AsciiDigits(text), "-").Replace('＋', '+');
        number = Lead().Replace(number, "").Replace("(0)", " ", StringComparison.Ordinal);
        number = Abroad().Replace(number, "+");
        number = string.Join(' ', number.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Numberish().IsMatch(number) ? number : text;
    }

    public static string Email(string text)
    {
        var address = text;
        if (Angled().Match(address) is { Success: true } angled)
            address = angled.Groups[1].Value;
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            address = address["mailto:".Length..].Split('?')[0];
        address = address.Replace(" ", "", StringComparison.Ordinal).Trim('<', '>', ';', ',', '.', '"', '\'');
        return address.Count(c => c == '@') == 1 ? address : text;
    }

    /// <summary>It can hardly be anything but a phone number: an international or a trunk prefix, and enough digits.</summary>
    public static bool IsPhone(string text)
    {
        var number = Phone(text);
        return number.Length > 0 && number[0] is '+' or '0' && number.Count(char.IsAsciiDigit) is >= 8 and <= 16 && Numberish().IsMatch(number) && !DateLike().IsMatch(number);
    }

    [GeneratedRegex(@"[\u2010-\u2015\u2212\uFF0D]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^\s*(tel|phone|mobile|mob|t|m)\s*[.:]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(00\s?(?=[1-9])|\+\s+)")]
    private static partial Regex Abroad();

    [GeneratedRegex(@"^\+?[0-9 ()./-]+$")]
    private static partial Regex Numberish();

    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$")]
    private static partial Regex DateLike();

    [GeneratedRegex("<([^<>]+@[^<>]+)>")]
    private static partial Regex Angled();
}
