using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.GuestLinks;
using Portal.Core.Lifecycles;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>
/// The job's verb that asks customers for guest data and reminds them until the deadline, and warns the agent before it is missed. What is
/// done is <see cref="GuestChase"/>'s decision; each step has a key of its own, so however often it is carried out it is one mail.
/// </summary>
public sealed class ChaseGuests(
    IDbContextFactory<PortalDb> databases, MeasureGuests measure, ReadGuestAddress addresses, SendGuestLink send, TellAgent tell, TimeProvider time, ILogger<ChaseGuests> logger)
{
    private const int AtMost = 400;
    /// <summary>As histories name the job.</summary>
    public const string Name = "guest-data";
    private static readonly Actor By = Actor.Job(Name);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    // Whoever is filling in at this moment is not sent away from the page they are on.
    private static readonly TimeSpan WhileInUse = TimeSpan.FromMinutes(35);

    /// <returns>How many bookings were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.GuestProgress.AsNoTracking().Where(p => p.NextChaseAt <= now).OrderBy(p => p.NextChaseAt).Take(AtMost)
            .Select(p => new DueChase(p.BookingId, p.NextChaseAt!.Value)).ToListAsync(cancellation);
        await Alone.EachAsync(due, ChaseAsync, logger, cancellation);
        return due.Count;
    }

    private async Task ChaseAsync(DueChase due, CancellationToken cancellation)
    {
        // Taken by pushing it ahead; whoever is killed now leaves it due again.
        var until = time.GetUtcNow().UtcDateTime + Lease;
        await using (var taking = await databases.CreateDbContextAsync(cancellation))
            if (await taking.GuestProgress.Where(p => p.BookingId == due.BookingId && p.NextChaseAt == due.SeenAt).ExecuteUpdateAsync(set => set.SetProperty(p => p.NextChaseAt, until), cancellation) == 0)
                return;
        // Time alone makes something late.
        await measure.RunAsync(due.BookingId, cancellation);
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var progress = await db.GuestProgress.SingleAsync(p => p.BookingId == due.BookingId, cancellation);
            var rule = GuestRule.Of(await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == progress.AgencyId, cancellation));
            var (chase, askedFor) = (GuestChase.Of(progress, rule, now), progress.Reopened);
            if (chase.Customer != CustomerStep.None)
                chase = await WriteAsync(progress, chase, rule, now, cancellation);
            if (chase.Agent != AgentStep.None)
                await TellAsync(progress, chase.Agent, cancellation);
            // What was sent has written to the row too: read as it is now.
            await db.Entry(progress).ReloadAsync(cancellation);
            progress.Record(chase, askedFor, now);
            if (await db.TrySaveAsync(CancellationToken.None))
                return;
        }
    }

    /// <returns>What was done of it; later, where somebody is on the page at this moment.</returns>
    private async Task<GuestChase> WriteAsync(GuestProgress progress, GuestChase chase, GuestRule rule, DateTime now, CancellationToken cancellation)
    {
        var whom = await addresses.RunAsync(progress.BookingId, chase.Customer == CustomerStep.First, rule.Language, cancellation);
        if (whom.IsInUse)
            return chase with { Customer = CustomerStep.None, Next = Earlier(chase.Next, now + WhileInUse) };
        if (whom.Addressees.Count == 0)
        {
            if (chase.Customer == CustomerStep.First)
                await TellAsync(progress, "guests-nobody", "nobody to ask for guest data",
                    "No e-mail address of the customer is known, so nobody was asked for the guest data. Send the link from the booking's page of guest data, or fill them in yourself.", cancellation);
            return chase;
        }
        foreach (var addressee in whom.Addressees)
        {
            // The same step for the same person is the same mail, whoever carries it out and however often.
            var key = $"chase:{progress.BookingId:N}:{addressee.GuestId:N}:{chase.Customer}:{progress.AskedAt?.Ticks}:{progress.Reopened}";
            var answer = await send.RunAsync(By, new GuestLinkToSend(Deed.IdOf(key), progress.BookingId, addressee.GuestId, addressee.To, addressee.Language, KindOf(chase.Customer)), cancellation);
            if (answer is { IsYes: false, Refusal.Reason: Providers.RefusalReason.Busy })
                throw new InvalidOperationException($"The link for booking {progress.BookingId} could not be written; it stays due.");
        }
        return chase;
    }

    private Task TellAsync(GuestProgress progress, AgentStep step, CancellationToken cancellation)
    {
        var missing = progress.FieldsDone == progress.Fields
            ? "Everything is filled in, but a provider has not accepted it yet."
            : $"{CountWords.Fields(progress.Fields - progress.FieldsDone)} of {CountWords.Persons(progress.Persons - progress.PersonsDone)} {(progress.Fields - progress.FieldsDone == 1 ? "is" : "are")} missing.";
        return step == AgentStep.Late
            ? TellAsync(progress, $"guests-late:{progress.DueAt:yyyyMMddHHmm}", "guest data are late",
                $"The guest data were due and are not complete. {missing} Tickets cannot be issued without them; the provider may still take them.", cancellation)
            : TellAsync(progress, $"guests-warn:{progress.DueAt:yyyyMMddHHmm}", "guest data are due soon", $"{missing} Without them the tickets are late.", cancellation);
    }

    private async Task TellAsync(GuestProgress progress, string what, string subject, string said, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.Orders.AsNoTracking().Include(o => o.Booking).Where(o => o.BookingId == progress.BookingId).OrderBy(o => o.Number).FirstAsync(cancellation);
        var zone = await db.Agencies.Where(a => a.Id == progress.AgencyId).Select(a => a.TimeZone).SingleAsync(cancellation);
        var due = progress.DueAt is { } at ? $" (due {VenueWords.Moment(at, zone)})" : "";
        await tell.OnceAsync(order, new Told($"{what}:{progress.BookingId:N}", $"Booking {order.Booking!.Reference}: {subject}{due}", said) { Kind = NoticeKind.GuestDataDue }, cancellation);
    }

    private static GuestMailKind KindOf(CustomerStep step) => step switch
    {
        CustomerStep.Reminder => GuestMailKind.Reminder, CustomerStep.Last => GuestMailKind.Last, CustomerStep.Again => GuestMailKind.Again, _ => GuestMailKind.First,
    };

    private static DateTime Earlier(DateTime? a, DateTime b) => a is { } known && known < b ? known : b;

    private sealed record DueChase(Guid BookingId, DateTime SeenAt);
}
