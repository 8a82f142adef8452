using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Asks a provider what a claimed operation's open question says, and records what came back. No transaction is open while it asks.</summary>
public sealed class AskOperation(
    IDbContextFactory<PortalDb> databases, RecordOperation record, BuyerSeal buyers, TimeProvider time, ILogger<AskOperation> logger)
{
    /// <param name="actor">On whose behalf.</param>
    /// <param name="operation">The claim, saved before, loaded as <see cref="ClaimedOperation.Of"/> wants it.</param>
    /// <param name="connection">Whom to ask.</param>
    /// <returns>The provider's definite no; null when it said yes or nothing usable.</returns>
    public async Task<Refusal?> RunAsync(Actor actor, Operation operation, OpenConnection connection)
    {
        var claimed = ClaimedOperation.Of(operation, buyers);
        if (connection.HeldUp(claimed.OwnedUntil, time) is { } late)
        {
            await record.RefusedAsync(claimed, late, connection, actor);
            return late;
        }
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: claimed.OrderId))
        {
            References = claimed.References,
            RememberAsync = (reference, ct) => References.RememberAsync(databases,
                new OperationReference { OperationId = claimed.Id, Kind = reference.Kind, Value = reference.Value }, ct),
        };
        return (claimed.Kind, connection.Provider) switch
        {
            (OperationKind.Purchase, IPurchasesBookings purchases) => await HeardAsync("Purchase of booked places",
                ct => purchases.PurchaseAsync(call, claimed.Request, ct), sold => record.PurchasedAsync(claimed, sold, actor)),
            (OperationKind.Cancel, ICancels cancels) => await HeardAsync("Cancellation",
                ct => cancels.CancelAsync(call, claimed.Request, ct), cancelled => record.CancelledAsync(claimed, cancelled, connection, actor)),
            _ => throw new InvalidOperationException($"{connection.Traits.DisplayName} cannot be asked for a {claimed.Kind}."),
        };

        async Task<Refusal?> HeardAsync<T>(string name, Func<CancellationToken, Task<Answer<T>>> ask, Func<T, Task<bool>> yes) where T : notnull
        {
            var heard = await Hearing.HearAsync(name, ask, logger);
            await (heard.Answer switch
            {
                null => record.SilentAsync(claimed, heard.Silence!, actor),
                { IsYes: true } answer => yes(answer.Value),
                { Refusal: var refusal } => record.RefusedAsync(claimed, refusal!, connection, actor),
            });
            return heard.Answer?.Refusal;
        }
    }
}
