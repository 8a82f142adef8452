using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Does what the plan for one order says (<see cref="ConversionPlan"/>): buys, gives up, and says when there is something to decide again.</summary>
public sealed class ConvertOrder(PurchaseItems purchase, GiveUpItems giveUp, TellAgent tell, TimeProvider time)
{
    private static readonly Actor By = Actor.Job("deadlines");
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <param name="order">As it was read, with booking, items and operations.</param>
    /// <returns>When it is decided again; null for never, unless something wakes it.</returns>
    public async Task<DateTime?> RunAsync(Order order, ConversionFacts facts, OpenConnection connection, CancellationToken cancellation)
    {
        var plan = ConversionPlan.Of(order, facts, time.GetUtcNow().UtcDateTime);
        var next = plan.Next;
        if (plan.Free.Count > 0)
            await GiveUpAsync(order, plan.Free, null, cancellation);
        if (plan.GiveUp.Count > 0)
            await GiveUpAsync(order, plan.GiveUp, "the customer's payments do not cover the booking", cancellation);
        if (plan.Buy.Count > 0)
        {
            var (left, refusal) = await BuyAsync(order, plan.Buy, connection, cancellation);
            if (refusal is not null)
                await TellAsync(order, left, refusal, connection, cancellation);
            var lost = plan.Near.Where(left.Contains).ToList();
            if (refusal?.Reason == RefusalReason.CreditExceeded && lost.Count > 0)
                await GiveUpAsync(order, lost, "the agency's credit does not reach", cancellation);
            // What was bought may still be an open answer, and what the credit did not carry may be carried soon.
            next = Earlier(next, time.GetUtcNow().UtcDateTime + (refusal is null or { Reason: RefusalReason.CreditExceeded } ? Soon : PauseAfter(order)));
        }
        return next;
    }

    /// <summary>As many as the credit carries, in order: all, else one fewer, and so on.</summary>
    private async Task<(IReadOnlyList<Item> Left, Refusal? Refusal)> BuyAsync(Order order, IReadOnlyList<Item> items, OpenConnection connection, CancellationToken cancellation)
    {
        Refusal? first = null;
        var atLeast = connection.Provider is IPurchasesBookings { CanPurchaseItems: true } ? 1 : items.Count;
        for (var count = items.Count; count >= atLeast; count--)
        {
            var some = items.Take(count).ToList();
            var answer = await purchase.RunAsync(By, new ItemsChosen(IdOf("buy", order, some, OperationKind.Purchase), order.Id, [.. some.Select(i => i.Id)]), cancellation);
            if (answer.IsYes)
                return ([.. items.Skip(count)], first);
            first ??= answer.Refusal;
            if (answer.Refusal.Reason != RefusalReason.CreditExceeded)
                return (items, answer.Refusal);
        }
        return (items, first);
    }

    private async Task GiveUpAsync(Order order, IReadOnlyList<Item> items, string? why, CancellationToken cancellation) =>
        await giveUp.RunAsync(By, new ItemsChosen(IdOf("give-up", order, items, OperationKind.Cancel), order.Id, [.. items.Select(i => i.Id)]), cancellation, why);

    // Somebody at work, or a provider that is slow: that passes. The rest is told once for each reason.
    private async Task TellAsync(Order order, IReadOnlyList<Item> left, Refusal refusal, OpenConnection connection, CancellationToken cancellation)
    {
        if (refusal.Reason is RefusalReason.Busy or RefusalReason.Throttled or RefusalReason.Unreachable)
            return;
        var said = RefusalWords.For(refusal, connection.Traits.DisplayName, Attempted.Purchase);
        await tell.OnceAsync(order, new Told($"unbought:{order.Id}:{refusal.Reason}", $"Booking {order.Booking!.Reference}: not everything could be bought",
            $"{CountWords.Places(left.Count)} of {connection.Traits.DisplayName} could not be bought by itself. {said} It is tried again until shortly before the deadline.")
        {
            // What the provider refused stands on the desk with its operation.
            OnDesk = refusal.Reason is RefusalReason.CreditExceeded or RefusalReason.NotEnabled or RefusalReason.NotAllowed,
        }, cancellation);
    }

    private static Guid IdOf(string what, Order order, IReadOnlyList<Item> items, OperationKind kind) =>
        Deed.IdOf($"{what}:{order.Id}:{order.Operations.Count(o => o.Kind == kind)}:{string.Join(',', items.Select(i => i.Id).Order())}");

    private static TimeSpan PauseAfter(Order order)
    {
        var refused = order.Operations.Count(o => o is { Kind: OperationKind.Purchase, State: OperationState.Refused });
        return TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, 2 * Math.Pow(2, Math.Min(refused, 10))));
    }

    private static DateTime? Earlier(DateTime? a, DateTime b) => a < b ? a : b;
}
