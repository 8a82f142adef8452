namespace Portal.Web.Account;

/// <summary>Where to go after signing in: a page of this portal, whatever the address line says.</summary>
internal static class LocalAddress
{
    public static string Of(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
