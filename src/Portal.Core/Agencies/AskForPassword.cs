using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Queues a mail with a link to choose a new password, when somebody active has that address. Says nothing about whether that is
/// so: whoever asks learns no more than they knew. At most one mail per person and minute.
/// </summary>
public sealed class AskForPassword(PortalDb db, UserManager<User> users, QueueMail queue, TimeProvider clock)
{
    public async Task RunAsync(string email, CancellationToken cancellation)
    {
        if (await users.FindByEmailAsync(email) is not { IsActive: true, Email: { } address } user)
            return;
        var minute = clock.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        if (await queue.RunAsync(db, $"reset:{user.Id}:{minute}", address, new PasswordReset(user.Id), cancellation))
            await db.SaveChangesAsync(cancellation);
    }
}
