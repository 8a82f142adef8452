using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Has lines held that are not: after their hold ran out, after a refusal, or because they never were. The price must still be the
/// quoted one; if it moved, the line shows was and now, and nothing is held until the agent accepts. Names stay on the lines.
/// </summary>
public sealed class HoldAgain(IDbContextFactory<PortalDb> databases, EndHold end, CheckLine check, PlaceLines place, TimeProvider time)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="cartId">In which cart.</param>
    /// <param name="lineIds">Which lines; those whose hold is alive are left as they are.</param>
    /// <param name="cancellation">Ends the preparations; never a question to a provider.</param>
    public async Task RunAsync(Actor actor, Guid cartId, IReadOnlyList<Guid> lineIds, CancellationToken cancellation)
    {
        await end.RunAsync(actor, cartId, lineIds, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lines = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Hold).Include(l => l.Cart)
            .Where(l => l.CartId == cartId && lineIds.Contains(l.Id)).OrderBy(l => l.AddedAt).ToListAsync(cancellation);

        foreach (var ofConnection in lines.Where(l => l.Hold is not { } h || !HoldLifecycle.Alive.Contains(h.State)).GroupBy(l => l.ConnectionId))
        {
            var good = new List<Guid>();
            CheckedWish? wish = null;
            foreach (var line in ofConnection)
            {
                var answer = await check.RunAsync(line.Cart!.AgencyId, line.SessionId, line.OfferRef, line.Quantity, line.Mode, line.Quote.NetEach, cancellation);
                if (answer.IsYes)
                {
                    // The frozen quote stays: a markup that was changed meanwhile is not taken silently.
                    line.QuotedAt = now;
                    line.ClearProblem();
                    good.Add(line.Id);
                    wish = answer.Value;
                }
                else
                    await ShowAsync(line, answer.Refusal, cancellation);
                line.Version++;
            }
            if (!await db.TrySaveAsync(cancellation))
                return; // Another tab is at these lines; its result shows here too.
            if (wish is not null)
                await place.RunAsync(actor, cartId, wish.Connection, good, cancellation);
        }
    }

    private async Task ShowAsync(CartLine line, Refusal refusal, CancellationToken cancellation)
    {
        var left = refusal.Shortfalls.FirstOrDefault(s => s.OfferRef == line.OfferRef)?.Left;
        if (refusal.PriceMoves.FirstOrDefault(m => m.OfferRef == line.OfferRef)?.Now is not { } net)
        {
            line.SetProblem(refusal.Reason, refusal.Detail, left);
            return;
        }
        var today = await check.RunAsync(line.Cart!.AgencyId, line.SessionId, line.OfferRef, line.Quantity, line.Mode, net, cancellation);
        if (today.Refusal is { Reason: RefusalReason.NoExchangeRate } missing)
            line.SetProblem(missing.Reason, missing.Detail);
        else
            line.SetProblem(refusal.Reason, refusal.Detail, left, today.Value?.Quote);
    }
}
