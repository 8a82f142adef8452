using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Db.Engines;
using Portal.Tests.Support;
using Portal.Web.Mail;

namespace Portal.Tests.Mail;

/// <summary>A process that sends what is due over SMTP; made to be killed. See <see cref="KillableHost"/>.</summary>
internal static class MailProcess
{
    public const string Name = "mail";

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var engine, var database, var keys, var port])
            return 2;
        var sender = Sender(PortalDatabases.Open(Enum.Parse<DatabaseEngine>(engine), database), Seal(new DirectoryInfo(keys)), int.Parse(port, CultureInfo.InvariantCulture), TimeProvider.System);
        while (await sender.RunAsync(default) > 0)
        {
            // Once more, until all that is left is others'.
        }
        return 0;
    }

    public static Process Start(PortalDatabase database, DirectoryInfo keys, int port) => Process.Start(new ProcessStartInfo("dotnet",
        ["exec", typeof(MailProcess).Assembly.Location, Name, $"{database.Engine}", database.ConnectionString, keys.FullName, $"{port}"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public static MailSeal Seal(DirectoryInfo keys) => new(DataProtectionProvider.Create(keys, setup => setup.SetApplicationName("Portal.Tests")));

    public static SendMail Sender(IDbContextFactory<PortalDb> databases, MailSeal seal, int port, TimeProvider clock, TimeSpan? patience = null) => new(
        databases, new MailTemplates(seal, new PlainLinks()), new SmtpCarrier(Options.Create(new SmtpSettings
        {
            Host = "127.0.0.1", Port = port, From = "Portal <portal@portal.example>", Patience = patience ?? TimeSpan.FromSeconds(30),
        }), TimeProvider.System), clock, NullLogger<SendMail>.Instance);
}
