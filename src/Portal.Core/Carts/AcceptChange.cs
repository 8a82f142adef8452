using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>The agent takes what a line's problem offers instead: today's price, or as many as are left.</summary>
public sealed class AcceptChange(IDbContextFactory<PortalDb> databases, HoldAgain holdAgain, ChangeLine change)
{
    /// <param name="actor">Who accepts.</param>
    /// <param name="lineId">Which line.</param>
    /// <param name="selling">The selling price per ticket that was shown as 'now'; refused when it has moved on since.</param>
    /// <param name="quantity">The quantity that was shown as possible.</param>
    /// <param name="cancellation">Ends the preparations; never a question to a provider.</param>
    public async Task<Answer<CartLine>> RunAsync(Actor actor, Guid lineId, decimal? selling, int? quantity, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Hold).SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null)
            return new Refusal(RefusalReason.NotFound, "The line is no longer in the cart.");
        var isHeld = line.Hold?.State == HoldState.Held;

        if (line.Problem == RefusalReason.PriceChanged && line.NewQuote is { } quote)
        {
            if (quote.Selling != selling)
                return new Refusal(RefusalReason.PriceChanged, "The price has moved again.");
            line.Quote = quote;
            if (isHeld)
                line.Hold!.Agree(line.Id, quote.NetEach);
        }
        else if (line.ProblemLeft is { } left && left == quantity && left > 0)
        {
            if (!isHeld)
                line.Quantity = left;
        }
        else
            return new Refusal(RefusalReason.Busy, "The choice is no longer open: look at the line as it is now.");

        line.ClearProblem();
        line.Version++;
        if (!await db.TrySaveAsync(cancellation))
            return new Refusal(RefusalReason.Busy, "The line was changed in another tab.");
        if (!isHeld)
            await holdAgain.RunAsync(actor, line.CartId, [lineId], cancellation);
        else if (quantity is { } q)
            await change.RunAsync(actor, lineId, q, cancellation);
        return await db.CartLines.AsNoTracking().Include(l => l.Hold).SingleAsync(l => l.Id == lineId, cancellation);
    }
}
