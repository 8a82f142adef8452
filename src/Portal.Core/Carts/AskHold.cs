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
    /// <param name="buyer">With <see cref="Asked.Buyer"/>: whom and how.</param>
    /// <param name="order">With <see cref="Asked.Prepare"/>: what the order will be.</param>
    /// <param name="promotion">With <see cref="Asked.Change"/>: the code to apply to what is held.</param>
    /// <returns>The state the hold is in now, or the provider's refusal.</returns>
    public async Task<Answer<HoldState>> RunAsync(ClaimedHold claimed, OpenConnection connection, Actor actor, IReadOnlyList<GuestSheet>? guests = null, BuyerRequest? buyer = null, CommitRequest? order = null, string? promotion = null)
    {
        var call = new ProviderCall(connection.Facts, new CallSubject(HoldId: claimed.Id))
        {
            References = claimed.References,
            RememberAsync = (reference, ct) => References.RememberAsync(databases, new HoldReference { HoldId = claimed.Id, Kind = reference.Kind, Value = reference.Value }, ct),
        };
        var provider = connection.Provider;
        // Held up between claim and question (a machine that slept): others may look at the claim as abandoned before an answer can come.
        if (time.GetUtcNow().UtcDateTime > claimed.OwnedUntil - connection.Traits.CallBudget)
            return await record.RefusedAsync(claimed, new Refusal(RefusalReason.Unreachable, "The portal was held up: the request never left."), connection, actor);
        switch (claimed.Asked)
        {
            case Asked.Hold:
                return await PlacesAsync("Hold", ct => provider.HoldAsync(call, claimed.Request, ct));
            case Asked.Change when promotion is not null && provider is ITakesPromotions promoter:
                return await PlacesAsync("Promotion", ct => promoter.ApplyPromotionAsync(call, claimed.Request, promotion, ct));
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
            case Asked.Buyer when provider is ITakesBuyer taker:
                var sent = await Hearing.HearAsync("Buyer and delivery", ct => taker.SendBuyerAsync(call, buyer!, ct), logger);
                return sent.Answer switch
                {
                    null => await record.SilentAsync(claimed, sent.Silence!, actor),
                    { IsYes: true } answer => await record.BuyerAcceptedAsync(claimed, answer.Value, connection, actor),
                    { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
                };
            case Asked.Prepare when provider is IPrepares freezer:
                var frozen = await Hearing.HearAsync("Step of hold", ct => freezer.PrepareAsync(call, order!, ct), logger);
                return frozen.Answer switch
                {
                    null => await record.SilentAsync(claimed, frozen.Silence!, actor),
                    { IsYes: true } answer => await record.SteppedAsync(claimed, answer.Value, connection, actor),
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
}
