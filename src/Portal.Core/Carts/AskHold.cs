using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Asks a provider what a claimed hold's open question says, and records what came back. No transaction is open while it asks.
/// </summary>
public sealed class AskHold(IDbContextFactory<PortalDb> databases, RecordHold record, TimeProvider time, ILogger<AskHold> logger)
{
    /// <param name="claimed">The claim, saved before.</param>
    /// <param name="connection">Whom to ask.</param>
    /// <param name="actor">On whose behalf.</param>
    /// <param name="guests">With <see cref="Asked.Guests"/>: the lists to send.</param>
    /// <returns>The state the hold is in now, or the provider's refusal.</returns>
    public async Task<Answer<HoldState>> RunAsync(ClaimedHold claimed, OpenConnection connection, Actor actor, IReadOnlyList<GuestSheet>? guests = null)
    {
        var call = new ProviderCall(connection.Facts, new CallSubject(HoldId: claimed.Id))
        {
            References = claimed.References, RememberAsync = (reference, ct) => RememberAsync(claimed.Id, reference, ct),
        };
        var provider = connection.Provider;
        // Held up between claim and question (a machine that slept): others may look at the claim as abandoned before an answer can come.
        if (time.GetUtcNow().UtcDateTime > claimed.OwnedUntil - connection.Traits.CallBudget)
            return await record.RefusedAsync(claimed, new Refusal(RefusalReason.Unreachable, "The portal was held up: the request never left."), connection, actor);
        switch (claimed.Asked)
        {
            case Asked.Hold:
                return await PlacesAsync("Hold", ct => provider.HoldAsync(call, claimed.Request, ct));
            case Asked.Change:
                return await PlacesAsync("Change of hold", ct => provider.ChangeHoldAsync(call, claimed.Request, ct));
            case Asked.Release:
                var released = await Hearing.HearAsync("Release of hold", ct => provider.ReleaseAsync(call, ct), logger);
                return released.Answer switch
                {
                    null => await record.SilentAsync(claimed, released.Silence!, actor),
                    { IsYes: true } => await record.ReleasedAsync(claimed, "The provider let the places go.", actor),
                    { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
                };
            case Asked.Guests when provider is ITakesEarlyGuests taker:
                var taken = await Hearing.HearAsync("Guest data", ct => taker.SendGuestsAsync(call, guests!, ct), logger);
                return taken.Answer switch
                {
                    null => await record.SilentAsync(claimed, taken.Silence!, actor),
                    { IsYes: true } => await record.GuestsAcceptedAsync(claimed, actor),
                    { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
                };
            default:
                throw new InvalidOperationException($"A hold cannot be asked for {claimed.Asked}.");
        }

        async Task<Answer<HoldState>> PlacesAsync(string name, Func<CancellationToken, Task<Answer<HeldPlaces>>> ask)
        {
            var heard = await Hearing.HearAsync(name, ask, logger);
            return heard.Answer switch
            {
                null => await record.SilentAsync(claimed, heard.Silence!, actor),
                { IsYes: true } answer => await record.HeldAsync(claimed, answer.Value, connection, actor),
                { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
            };
        }
    }

    // Written beside the claim, not through it: the version stays, so the asker still owns the answer.
    private async Task RememberAsync(Guid holdId, ProviderReference reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Set<HoldReference>().AnyAsync(r => r.HoldId == holdId && r.Kind == reference.Kind && r.Value == reference.Value, cancellation))
        {
            db.Add(new HoldReference { HoldId = holdId, Kind = reference.Kind, Value = reference.Value });
            await db.SaveChangesAsync(cancellation);
        }
    }
}
