using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>An operation whose question has been saved and may now be asked. A snapshot: whoever records compares the version.</summary>
public sealed record ClaimedOperation(Guid Id, Guid OrderId, Guid BookingId, long Version, ItemsRequest Request, IReadOnlyList<ProviderReference> References)
{
    /// <summary>Taken after the claim was saved. References and items of the operation, and its order with references, must be loaded.</summary>
    public static ClaimedOperation Of(Operation operation, int itemsOfOrder) => new(
        operation.Id, operation.OrderId, operation.Order!.BookingId, operation.Version,
        new ItemsRequest(operation.OurReference, $"{operation.Id:N}-{operation.Attempt}",
            // The whole order needs no names of its places, which may not have been read back yet.
            operation.Items.Count == itemsOfOrder ? [] : [.. operation.Items.Select(i => i.ProviderRef).OfType<string>()], operation.Question.AskedAt!.Value)
        {
            Mode = operation.Order.Mode,
        },
        [.. ClaimedOrder.ReferencesOf(operation.Order), .. operation.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))]);
}

/// <summary>Asks a provider what a claimed operation's open question says, and records what came back. No transaction is open while it asks.</summary>
public sealed class AskOperation(IDbContextFactory<PortalDb> databases, RecordOperation record, ILogger<AskOperation> logger)
{
    /// <param name="actor">On whose behalf.</param>
    /// <param name="operation">The claim, saved before, with its order, the order's items and all references.</param>
    /// <param name="connection">Whom to ask.</param>
    public async Task RunAsync(Actor actor, Operation operation, OpenConnection connection)
    {
        if (connection.Provider is not ICancels cancels)
            throw new InvalidOperationException($"{connection.Traits.DisplayName} cannot take back what was committed.");
        var claimed = ClaimedOperation.Of(operation, operation.Order!.Items.Count(i => i.State is ItemState.Booked or ItemState.Purchased));
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: operation.OrderId))
        {
            References = claimed.References,
            RememberAsync = (reference, ct) => References.RememberAsync(databases,
                new OperationReference { OperationId = claimed.Id, Kind = reference.Kind, Value = reference.Value }, ct),
        };
        var heard = await Hearing.HearAsync("Cancellation", ct => cancels.CancelAsync(call, claimed.Request, ct), logger);
        await (heard.Answer switch
        {
            null => record.SilentAsync(claimed, heard.Silence!, actor),
            { IsYes: true } answer => record.DoneAsync(claimed, answer.Value, "The provider took it back. Nothing of it is sold or charged.", actor),
            { Refusal: var refusal } => record.RefusedAsync(claimed, refusal!, connection, actor),
        });
    }
}
