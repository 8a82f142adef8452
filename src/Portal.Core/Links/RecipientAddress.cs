using System.Net.Mail;

namespace Portal.Core.Links;

/// <summary>Where a link may be sent.</summary>
internal static class RecipientAddress
{
    /// <summary>The longest address a mail server takes.</summary>
    private const int Longest = 254;

    /// <summary>The address as it is written; null when it cannot be one.</summary>
    public static string? Of(string typed) =>
        typed.Trim() is { Length: > 2 and <= Longest } text && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) ? text : null;
}
