using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Deadlines;

/// <summary>Something about an order that its agent is told once.</summary>
/// <param name="What">What it is about, so that it is told once, whoever finds it.</param>
/// <param name="Subject">The mail's.</param>
/// <param name="Said">What happened and what to do.</param>
internal sealed record Told(string What, string Subject, string Said)
{
    /// <summary>Also as a notice on the desk; false where the desk says it already.</summary>
    public bool OnDesk { get; init; } = true;
    public NoticeKind Kind { get; init; } = NoticeKind.NotBought;
}

/// <summary>Tells the agent of a booking something by notice and mail, once however many nodes find it.</summary>
public sealed class TellAgent(IDbContextFactory<PortalDb> databases, QueueMail queue, TimeProvider time)
{
    /// <param name="order">Its booking must be loaded.</param>
    /// <returns>False when it was told before.</returns>
    internal async Task<bool> OnceAsync(Order order, Told told, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = Deed.IdOf("told:" + told.What);
        if (await db.Deeds.AnyAsync(d => d.Id == id, cancellation))
            return false;
        var now = time.GetUtcNow().UtcDateTime;
        db.Deeds.Add(new Deed { Id = id, Verb = nameof(TellAgent), ActorId = Guid.Empty, ResultId = order.Id, At = now });
        if (told.OnDesk)
            db.Notices.Add(Notice.Of(order, told.Kind, $"{order.OurReference}: {told.Said}", now));
        if (await AddresseeAsync(db, order.Booking!, cancellation) is var (name, address))
            await queue.RunAsync(db, told.What, address, new NoticeToAgent(name, told.Subject, told.Said, order.Booking!.Reference), cancellation, MailAbout.Of(order.Booking));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another node told it at this moment, in the same words.
            return false;
        }
    }

    /// <summary>Whom mails about a booking go to: its agent while they may sign in, else the agency.</summary>
    /// <returns>Null when nobody can be written to.</returns>
    internal static async Task<(string Name, string Address)?> AddresseeAsync(PortalDb db, Booking booking, CancellationToken cancellation)
    {
        var agent = await db.Users.Where(u => u.Id == booking.AgentId && u.IsActive && u.Email != null).Select(u => new { u.DisplayName, u.Email }).SingleOrDefaultAsync(cancellation);
        if (agent is not null)
            return (agent.DisplayName, agent.Email!);
        var agency = await db.Agencies.Where(a => a.Id == booking.AgencyId && a.Email != null).Select(a => new { a.Name, a.Email }).SingleOrDefaultAsync(cancellation);
        return agency is null ? null : (agency.Name, agency.Email!);
    }
}
