using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.Links;

/// <summary>Seals the address a customer's link went to.</summary>
public sealed class RecipientSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.CustomerLinks.v1");

    public string Seal(string address) => protector.Protect(address);

    public string Open(string seal) => protector.Unprotect(seal);
}
