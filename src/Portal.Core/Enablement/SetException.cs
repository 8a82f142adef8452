using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>What shall stand in for the switches of a promoter or channel at one event.</summary>
/// <param name="OwnerId">The event's promoter, or a channel.</param>
/// <param name="Selling">Null takes the owner's own switch.</param>
/// <param name="Booking">Null takes the owner's own switch.</param>
/// <param name="Version">As it was read; 0 where there was none.</param>
public sealed record Excepting(Guid EventId, Guid OwnerId, bool? Selling, bool? Booking, long Version);

/// <summary>Sets, changes or clears an exception. A cleared one is kept without content, so that its version goes on counting.</summary>
public sealed class SetException(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<SwitchOutcome> RunAsync(Actor actor, Excepting wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return SwitchOutcome.OnlyAdmins;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var of = await db.Events.Where(e => e.Id == wanted.EventId).Select(e => new { e.Name, e.PromoterId }).SingleOrDefaultAsync(cancellation);
        var whose = of?.PromoterId == wanted.OwnerId
            ? await db.Promoters.Where(p => p.Id == wanted.OwnerId).Select(p => "the promoter " + p.Name).SingleOrDefaultAsync(cancellation)
            : await db.Channels.Where(c => c.Id == wanted.OwnerId).Select(c => "the sales channel " + c.Name).SingleOrDefaultAsync(cancellation);
        if (of is null || whose is null)
            return SwitchOutcome.Gone;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (wanted.Version == 0)
            db.EventExceptions.Add(new EventException { EventId = wanted.EventId, OwnerId = wanted.OwnerId, Selling = wanted.Selling, Booking = wanted.Booking, Version = 1 });
        else if (await db.EventExceptions.Where(e => e.EventId == wanted.EventId && e.OwnerId == wanted.OwnerId && e.Version == wanted.Version).ExecuteUpdateAsync(set => set
                     .SetProperty(e => e.Selling, wanted.Selling).SetProperty(e => e.Booking, wanted.Booking).SetProperty(e => e.Version, wanted.Version + 1), cancellation) == 0)
            return SwitchOutcome.Overtaken($"{of.Name} for {whose}");
        db.History.Add(SwitchHistory.Of(actor, wanted.EventId, $"{of.Name}, for {whose}: {Said("selling", wanted.Selling)}, {Said("booking", wanted.Booking)}.", time.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (wanted.Version == 0 && !cancellation.IsCancellationRequested)
        {
            // Another admin's was first.
            return SwitchOutcome.Overtaken($"{of.Name} for {whose}");
        }
        await transaction.CommitAsync(cancellation);
        return SwitchOutcome.Done;
    }

    private static string Said(string what, bool? isOn) => isOn is { } on ? $"{what} {SwitchHistory.OnOff(on)} for this event" : $"{what} as usual";
}
