using Portal.Core.Mail;
using Portal.Web.Account;

namespace Portal.Web.Mail;

public static class MailSetup
{
    /// <summary>The way out for mail, and the links in it.</summary>
    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration(SmtpSettings.Section)
            .Validate(settings => settings.PublicUrl is not null, "Mail:PublicUrl is missing: links in mails need the portal's public address.")
            .ValidateOnStart();
        builder.Services.AddSingleton<MailCarrier, SmtpCarrier>();
        builder.Services.AddScoped<LinkMaker, AccountLinks>();
    }
}
