using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>
/// The job's verb that erases what is known of persons once nobody needs it any more: a booking's so many days after its last event,
/// an abandoned cart's, and the text of old mails. Works in sets, each one transaction: killed half-way it has done whole sets, and a set
/// that another node takes at the same moment is looked up again.
/// </summary>
public sealed class EraseGuests(IDbContextFactory<PortalDb> databases, EraseBookings bookings, EraseCarts carts, TimeProvider time)
{
    /// <summary>What a mail says is kept so long after it has left.</summary>
    public static readonly TimeSpan MailsKept = TimeSpan.FromDays(90);

    /// <returns>How many bookings, carts and mails were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation) =>
        await bookings.RunAsync(cancellation) + await carts.RunAsync(cancellation) + await MailsAsync(cancellation);

    private async Task<int> MailsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var old = time.GetUtcNow().UtcDateTime - MailsKept;
        return await Erasing.MailsAsync(db.OutboxMails.Where(m => m.DueAt <= old), cancellation);
    }
}
