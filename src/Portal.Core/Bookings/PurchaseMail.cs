using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Tells a booking's agent that what was booked is bought: it may have been a job, or a colleague. Saved with the purchase, so once.</summary>
internal static class PurchaseMail
{
    public static async Task QueueAsync(PortalDb db, QueueMail queue, Operation operation)
    {
        var booking = operation.Order!.Booking!;
        var agent = await db.Users.Where(u => u.Id == booking.AgentId && u.IsActive).Select(u => new { u.Email, u.DisplayName }).SingleOrDefaultAsync();
        if (agent?.Email is not { } to)
            return;
        var places = CountWords.Places(operation.Items.Count);
        await queue.RunAsync(db, $"purchased:{operation.Id:N}", to, new NoticeToAgent(agent.DisplayName, $"Booking {booking.Reference}: {places} purchased",
            $"{places} of order {operation.Order.OurReference} that {(operation.Items.Count == 1 ? "was" : "were")} booked {(operation.Items.Count == 1 ? "is" : "are")} now purchased. The tickets are on the booking's page as soon as the provider issues them.", booking.Reference), CancellationToken.None, MailAbout.Of(booking));
    }
}
