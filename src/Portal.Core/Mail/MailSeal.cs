using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.Mail;

/// <summary>Seals what a mail says, names and bookings are in it, and to whom.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Mail.v1");

    public string Seal(MailContent content) => protector.Protect(JsonSerializer.Serialize(content, content.GetType()));

    public string SealAddress(string address) => protector.Protect(address);

    /// <summary>The address; empty when it was erased.</summary>
    public string OpenAddress(string seal) => seal.Length == 0 ? "" : protector.Unprotect(seal);

    public TContent Open<TContent>(string seal) where TContent : MailContent =>
        JsonSerializer.Deserialize<TContent>(protector.Unprotect(seal))!;
}
