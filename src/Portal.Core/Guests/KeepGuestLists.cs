using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// The job's verb that keeps providers' guest lists after the sale: reads what is wanted now, and sends what is complete as soon as the
/// provider takes it. A list is taken by pushing its next look ahead, so that two nodes do not take the same; whoever is killed leaves it
/// due again.
/// </summary>
public sealed class KeepGuestLists(IDbContextFactory<PortalDb> databases, ReadLateList read, SubmitGuests submit, TimeProvider time, ILogger<KeepGuestLists> logger)
{
    private const int AtMost = 200;
    private static readonly Actor By = Actor.Job("guest-lists");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(12);

    /// <returns>How many lists were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Fulfilments.AsNoTracking().Where(f => f.NextGuestsAt <= now).OrderBy(f => f.NextGuestsAt).Take(AtMost)
            .Select(f => new DueList(f.Id, f.NextGuestsAt!.Value)).ToListAsync(cancellation);
        await Alone.EachAsync(due, KeepAsync, logger, cancellation);
        return due.Count;
    }

    private async Task KeepAsync(DueList due, CancellationToken cancellation)
    {
        if (!await TakeAsync(due, cancellation))
            return;
        var isRead = await read.RunAsync(By, due.FulfilmentId, cancellation);
        var answer = isRead ? await submit.RunAsync(By, due.FulfilmentId, cancellation) : null;
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var list = await db.Fulfilments.AsNoTracking().Where(f => f.Id == due.FulfilmentId).Select(f => new
        {
            f.GuestTries, f.GuestData, f.Status, State = f.Order!.State,
            Starts = db.Sessions.Where(s => s.Id == f.SessionId).Select(s => s.StartUtc).FirstOrDefault(), Ends = db.Sessions.Where(s => s.Id == f.SessionId).Select(s => (DateTime?)s.EndLocal).FirstOrDefault(),
        }).SingleAsync(CancellationToken.None);
        var now = time.GetUtcNow().UtcDateTime;
        var isOver = (list.Starts ?? list.Ends?.AddDays(1)) <= now || list.Status is FulfilmentStatus.Cancelled or FulfilmentStatus.Returned || list.State is not (OrderState.Purchased or OrderState.Booked);
        // A refusal of fields waits for whoever corrects them; they wake the list. Everything else is asked again by itself.
        var inVain = !isRead || answer is { IsYes: false, Refusal.Reason: not RefusalReason.GuestDataMissing };
        DateTime? next = isOver ? null : inVain ? now + PauseAfter(list.GuestTries + 1) : now + Usual;
        // Somebody who typed meanwhile woke it: that look is still to come.
        await db.Fulfilments.Where(f => f.Id == due.FulfilmentId && f.NextGuestsAt == due.TakenUntil)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.NextGuestsAt, next).SetProperty(f => f.GuestTries, f => inVain ? f.GuestTries + 1 : 0), CancellationToken.None);
    }

    private async Task<bool> TakeAsync(DueList due, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // To the second, as every engine keeps it.
        var until = time.GetUtcNow().UtcDateTime + Lease;
        due.TakenUntil = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerSecond));
        return await db.Fulfilments.Where(f => f.Id == due.FulfilmentId && f.NextGuestsAt == due.SeenAt)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.NextGuestsAt, due.TakenUntil), cancellation) == 1;
    }

    /// <summary>The pause after a provider did not answer or did not want it: half a minute, doubled each time, two hours at most.</summary>
    public static TimeSpan PauseAfter(int tries) => TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, Math.Min(tries, 20) - 1), 7200));

    private sealed record DueList(Guid FulfilmentId, DateTime SeenAt)
    {
        public DateTime TakenUntil { get; set; }
    }
}
