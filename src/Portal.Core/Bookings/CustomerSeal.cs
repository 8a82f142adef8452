using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.Bookings;

/// <summary>Seals what an agent calls the customer: it is a person's name.</summary>
public sealed class CustomerSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Customers.v1");

    public string? Seal(string? name) => string.IsNullOrWhiteSpace(name) ? null : protector.Protect(name.Trim());

    public string? Open(string? seal) => seal is null ? null : protector.Unprotect(seal);
}
