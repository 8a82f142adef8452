using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.GuestLinks;

/// <summary>
/// What a page carries that was drawn while something was asked. With its last field saved a link shows nothing any more; whoever still
/// has the page open may correct what they typed. Somebody who merely got hold of the link has no such page.
/// </summary>
public sealed class GuestPagePass(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long after it was drawn a page may correct.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private readonly IDataProtector protector = protection.CreateProtector("Portal.GuestPages.v1");

    public string Of(Guid linkId) => protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{linkId:N} {time.GetUtcNow().Ticks}"));

    public bool IsGood(Guid linkId, string? pass)
    {
        if (string.IsNullOrEmpty(pass))
            return false;
        try
        {
            return protector.Unprotect(pass).Split(' ') is [var id, var ticks] && id == linkId.ToString("N")
                && new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) + Lasts > time.GetUtcNow();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
