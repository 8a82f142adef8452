using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Sends the guest lists of one hold to its provider. Checked here first, so that what is plainly missing costs no call; what the
/// provider refuses is written to the person and field it is about.
/// </summary>
public sealed class SendGuests(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, GuestSeal seal, PortalProcess process, TimeProvider time)
{
    /// <returns>The hold's state afterwards (Held: accepted, or nothing to send), or why not.</returns>
    public async Task<Answer<HoldState>> RunAsync(Actor actor, Guid holdId, CancellationToken cancellation)
    {
        // Somebody may be typing: what was saved since the lists were read is read again.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var (claimed, sheets, connection, answer) = await ClaimAsync(actor, holdId, cancellation);
            if (answer is not null)
                return answer;
            if (claimed is null)
                continue;
            var heard = await ask.RunAsync(claimed, connection!, actor, sheets);
            // An acceptance blames nobody, which takes earlier complaints away.
            if (heard.IsYes || heard.Refusal.Reason == RefusalReason.GuestDataMissing)
                await NoteAsync(holdId, heard.Refusal?.FieldFaults ?? [], heard.IsYes && heard.Value == HoldState.Held ? claimed.AskedAt : null);
            return heard;
        }
        return Busy;
    }

    /// <returns>Either the claim with what to send, or the answer without asking; neither when somebody was faster.</returns>
    private async Task<(ClaimedHold? Claimed, IReadOnlyList<GuestSheet> Sheets, OpenConnection? Connection, Answer<HoldState>? Answer)> ClaimAsync(
        Actor actor, Guid holdId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var hold = await db.Holds.Include(h => h.References).Include(h => h.Lines).ThenInclude(l => l.GuestPlaces).ThenInclude(p => p.Guest)
            .Where(h => actor.SeesAll || h.AgencyId == actor.AgencyId).SingleOrDefaultAsync(h => h.Id == holdId, cancellation);
        if (hold is null)
            return (null, [], null, new Refusal(RefusalReason.NotFound, "The hold is not known."));
        if (hold.State != HoldState.Held)
            return (null, [], null, hold.State is HoldState.Expired or HoldState.Released
                ? new Refusal(RefusalReason.HoldExpired, "The hold ran out before the guest data were sent.")
                : Busy);

        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        var lines = hold.Lines.Where(l => l.RemovedAt is null).ToList();
        var sheets = GuestList.Sheets(lines, seal);
        if (connection.Provider is not ITakesEarlyGuests || sheets.Count == 0 || !IsDirty(hold, lines))
            return (null, [], null, hold.State);
        if (Missing(lines, DateOnly.FromDateTime(now)) is { Count: > 0 } faults)
            return (null, [], null, new Refusal(RefusalReason.GuestDataMissing, "Some guest data are missing or cannot be right.") { FieldFaults = faults });

        hold.BeginGuests(actor, process.Id, now, connection.ClaimBudget);
        // Whoever saves a value that this list does not contain shall find the version renewed, and date it after this claim.
        foreach (var guest in lines.SelectMany(l => l.GuestPlaces).Select(p => p.Guest!).Distinct())
            guest.Version++;
        return await db.TrySaveAsync(cancellation) ? (ClaimedHold.Of(hold), sheets, connection, null) : (null, [], null, null);
    }

    private static Refusal Busy => new(RefusalReason.Busy, "The hold is being changed at this moment.");

    /// <summary>Whether something was typed that the provider has not accepted.</summary>
    public static bool IsDirty(Hold hold, IEnumerable<CartLine> lines) =>
        hold.GuestsAcceptedAt is not { } accepted || lines.Any(l => l.GuestPlaces.Any(p => p.Guest!.ChangedAt > accepted));

    private List<FieldFault> Missing(IEnumerable<CartLine> lines, DateOnly today) =>
        [.. from line in lines
            from place in line.GuestPlaces
            from fault in GuestCheck.Check(GuestList.Wanted(place), seal.Open(place.Guest!.SealedValues), GuestDue.BeforeCheckout, today)
            select new FieldFault(line.OfferRef, place.Slot, fault.Field, fault.Said)];

    private async Task NoteAsync(Guid holdId, IReadOnlyList<FieldFault> faults, DateTime? acceptedAt)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var lines = await db.CartLines.Include(l => l.GuestPlaces).Where(l => l.HoldId == holdId && l.RemovedAt == null).ToListAsync();
            GuestList.Blame(lines, faults, seal);
            foreach (var place in lines.SelectMany(l => l.GuestPlaces))
                place.AcceptedAt = acceptedAt ?? place.AcceptedAt;
            if (await db.TrySaveAsync(CancellationToken.None))
                return;
        }
    }
}
