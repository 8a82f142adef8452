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
        if (connection.HeldUp(claimed.OwnedUntil, time) is { } late)
            return await record.RefusedAsync(claimed, late, connection, actor);
        return (claimed.Asked, provider) switch
        {
            (Asked.Hold, _) => await PlacesAsync("Hold", ct => provider.HoldAsync(call, claimed.Request, ct)),
            (Asked.Change, ITakesPromotions promoter) when promotion is not null =>
                await PlacesAsync("Promotion", ct => promoter.ApplyPromotionAsync(call, claimed.Request, promotion, ct)),
            (Asked.Change, _) => await PlacesAsync("Change of hold", ct => provider.ChangeHoldAsync(call, claimed.Request, ct)),
            (Asked.Release, _) => await HeardAsync("Release of hold", ct => provider.ReleaseAsync(call, ct),
                _ => record.ReleasedAsync(claimed, "The provider let the places go.", actor)),
            (Asked.Guests, ITakesEarlyGuests taker) => await HeardAsync("Guest data", ct => taker.SendGuestsAsync(call, guests!, ct),
                _ => record.GuestsAcceptedAsync(claimed, actor)),
            (Asked.Buyer, ITakesBuyer taker) => await HeardAsync("Buyer and delivery", ct => taker.SendBuyerAsync(call, buyer!, ct),
                places => record.BuyerAcceptedAsync(claimed, places, connection, actor)),
            (Asked.Prepare, IPrepares freezer) => await HeardAsync("Step of hold", ct => freezer.PrepareAsync(call, order!, ct),
                prepared => record.SteppedAsync(claimed, prepared, connection, actor)),
            _ => throw new InvalidOperationException($"A hold cannot be asked for {claimed.Asked}."),
        };

        Task<Answer<HoldState>> PlacesAsync(string name, Func<CancellationToken, Task<Answer<HeldPlaces>>> ask) =>
            HeardAsync(name, ask, places => record.HeldAsync(claimed, places, connection, actor));

        async Task<Answer<HoldState>> HeardAsync<T>(string name, Func<CancellationToken, Task<Answer<T>>> ask, Func<T, Task<Answer<HoldState>>> yes) where T : notnull
        {
            var heard = await Hearing.HearAsync(name, ask, logger);
            return heard.Answer switch
            {
                null => await record.SilentAsync(claimed, heard.Silence!, actor),
                { IsYes: true } answer => await yes(answer.Value),
                { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
            };
        }
    }
}
