using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.Mail;

/// <summary>Seals what a mail says while it waits: names and bookings are in it.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Mail.v1");

    public string Seal(MailContent content) => protector.Protect(JsonSerializer.Serialize(content, content.GetType()));

    public TContent Open<TContent>(string seal) where TContent : MailContent =>
        JsonSerializer.Deserialize<TContent>(protector.Unprotect(seal))!;
}
