using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Seals what is known of a buyer, and what is composed of it for a provider.</summary>
public sealed class BuyerSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Buyers.v1");

    public string? Seal(Buyer buyer) => buyer.Values.Count == 0 ? null : protector.Protect(JsonSerializer.Serialize(buyer.Values));

    public Buyer Open(string? seal) => seal is null
        ? Buyer.Nobody
        : new Buyer(JsonSerializer.Deserialize<Dictionary<BuyerField, string>>(protector.Unprotect(seal))!);

    public string SealText(string text) => protector.Protect(text);

    public string? OpenText(string? seal) => seal is null ? null : protector.Unprotect(seal);
}
