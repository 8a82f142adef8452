using System.Text;
using QRCoder;

namespace Portal.Web.Account;

/// <summary>An authenticator key as people and their apps read it.</summary>
internal static class AuthenticatorQr
{
    /// <summary>An SVG to put into the page; black on white in both themes, since cameras want it so.</summary>
    public static string Svg(string email, string key)
    {
        var address = $"otpauth://totp/Portal:{Uri.EscapeDataString(email)}?secret={key}&issuer=Portal&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>In groups of four, for typing.</summary>
    public static string Grouped(string key)
    {
        var grouped = new StringBuilder();
        foreach (var chunk in key.ToLowerInvariant().Chunk(4))
            grouped.Append(chunk).Append(' ');
        return grouped.ToString().TrimEnd();
    }
}
