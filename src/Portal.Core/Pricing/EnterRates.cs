using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>
/// Enters exchange rates, one or a file of them: all or none. A row is never changed; of two for one day the later one counts. What is quoted
/// already keeps the rate it was quoted with.
/// </summary>
public sealed class EnterRates(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int AtMost = 500;

    /// <summary>How each stands beside what counts already. Changes nothing.</summary>
    public async Task<IReadOnlyList<RateFinding>> PreviewAsync(IReadOnlyList<RateWish> wishes, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await FindAsync(db, wishes, cancellation);
    }

    /// <param name="actor">An admin.</param>
    /// <param name="wishes">At most <see cref="AtMost"/>.</param>
    /// <param name="isConfirmed">Somebody has looked at those that move by more than <see cref="RateFinding.MostPercent"/>.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<PriceOutcome> RunAsync(Actor actor, IReadOnlyList<RateWish> wishes, bool isConfirmed, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return PriceOutcome.OnlyAdmins;
        if (wishes.Count is 0 or > AtMost)
            return new($"Between one and {AtMost} rates are taken at a time. Nothing was taken.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var findings = await FindAsync(db, wishes, cancellation);
        if (findings.FirstOrDefault(f => f.Fault is not null) is { } faulty)
            return new($"{faulty.Wish.From} to {faulty.Wish.To}: {faulty.Fault} Nothing was taken.");
        if (!isConfirmed && findings.FirstOrDefault(f => f.LooksLikeASlip) is { } slip)
            return new($"{slip.Wish.From} to {slip.Wish.To} moves by {PriceRuleWords.Number(slip.MovesPercent!.Value)} %. Nothing was taken. Look at it once more, then confirm it.");

        var now = time.GetUtcNow().UtcDateTime;
        var act = Guid.CreateVersion7();
        foreach (var wish in wishes)
            db.ExchangeRates.Add(new ExchangeRate
            {
                Id = Guid.CreateVersion7(), From = wish.From, To = wish.To, Rate = wish.Rate, ValidFrom = wish.ValidFrom, EnteredAt = now, EnteredBy = actor.Name,
            });
        db.History.Add(new HistoryEntry { At = now, By = actor.Name, PriceOf = act, Said = Said(wishes) });
        await db.SaveChangesAsync(cancellation);
        return PriceOutcome.Done;
    }

    private async Task<IReadOnlyList<RateFinding>> FindAsync(PortalDb db, IReadOnlyList<RateWish> wishes, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var known = new Dictionary<DateOnly, Rates>();
        foreach (var day in wishes.Select(w => w.ValidFrom).Distinct())
            known[day] = await Rates.ReadAsync(db, day, cancellation);
        var seen = new HashSet<(string, string, DateOnly)>();
        return [.. wishes.Select(w => new RateFinding(w, known[w.ValidFrom].Between(w.From, w.To), w.FaultOn(today)
            // The same pair the other way round is the same word twice, and the two would not agree to the last digit.
            ?? (seen.Add((w.From, w.To, w.ValidFrom)) && !seen.Contains((w.To, w.From, w.ValidFrom)) ? null : "It stands twice for the same day.")))];
    }

    private static string Said(IReadOnlyList<RateWish> wishes)
    {
        const int told = 6;
        var some = string.Join(", ", wishes.Take(told).Select(w => $"{w.From} to {w.To} {PriceRuleWords.Rate(w.Rate)} from {w.ValidFrom:yyyy-MM-dd}"));
        return $"Entered {(wishes.Count == 1 ? "the rate" : $"{wishes.Count} rates:")} {some}{(wishes.Count > told ? ", …" : "")}.";
    }
}
