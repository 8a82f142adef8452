using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>What a decision would have done to what was sold lately.</summary>
/// <param name="Tickets">How many of the tickets would have had another price.</param>
/// <param name="Sold">Of how many.</param>
/// <param name="Margins">What the agencies would have earned more, or less, per currency.</param>
public sealed record PricePreview(int Tickets, int Sold, IReadOnlyList<Money> Margins);

/// <summary>
/// Tells what a rule would have done before it is saved: the tickets of the last 30 days are built up again with the rules as they are and as
/// they would be, each at the rate that was frozen for it. Tickets that cost the same and were sold alike are built up once.
/// </summary>
public sealed class PreviewPriceRule(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int Days = 30;

    /// <param name="actor">An admin.</param>
    /// <param name="draft">A rule that shall be added or changed; null with <paramref name="removed"/>.</param>
    /// <param name="removed">A rule that shall go.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<PricePreview?> RunAsync(Actor actor, PriceRuleDraft? draft, Guid? removed, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = time.GetUtcNow().UtcDateTime.AddDays(-Days);
        var sold = await SoldAsync(db, since, cancellation);
        var before = await db.PriceRules.AsNoTracking().ToListAsync(cancellation);
        var gone = draft?.Id ?? removed;
        List<PriceRule> after = [.. before.Where(r => r.Id != gone)];
        if (draft is not null)
            after.Add(draft.WriteTo(new PriceRule { Id = draft.Id ?? Guid.CreateVersion7() }));

        var moves = sold.Select(s => (s.Count, s.Account, Was: s.BuiltWith(before), Is: s.BuiltWith(after))).Where(m => m.Was.Selling != m.Is.Selling || m.Was.Owed != m.Is.Owed).ToList();
        return new PricePreview(moves.Where(m => m.Was.Selling != m.Is.Selling).Sum(m => m.Count), sold.Sum(s => s.Count),
            [.. moves.GroupBy(m => m.Account).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Money(g.Sum(m => (m.Is.MarginEach - m.Was.MarginEach).Amount * m.Count), g.Key))]);
    }

    private static async Task<List<Alike>> SoldAsync(PortalDb db, DateTime since, CancellationToken cancellation) =>
        await (from item in db.Items.AsNoTracking()
               where item.Order!.CommittedAt >= since && item.State != ItemState.Lapsed
               join session in db.Sessions on item.SessionId equals session.Id
               group item by new
               {
                   item.Order!.AgencyId, item.Order.ConnectionId, session.Event!.PromoterId, session.Event.Category,
                   item.Quote.Net, item.Quote.Charges, item.Quote.Fee, item.Quote.Currency, item.Quote.AccountCurrency, item.Quote.Rate,
               } into g
               select new Alike(new PriceCase(g.Key.AgencyId, g.Key.ConnectionId, g.Key.PromoterId, g.Key.Category),
                   g.Key.Net, g.Key.Charges, g.Key.Fee, g.Key.Currency, g.Key.AccountCurrency, g.Key.Rate, g.Count())).ToListAsync(cancellation);

    private sealed record Alike(PriceCase Of, decimal Net, decimal Charges, decimal Fee, string Currency, string Account, decimal Rate, int Count)
    {
        public Quote BuiltWith(List<PriceRule> rules) => PriceBuildUp.Build(new Money(Net, Currency), Charges, Fee, Account, Rate,
            PriceBuildUp.Choose(rules, PriceRuleKind.Markup, Of), PriceBuildUp.Choose(rules, PriceRuleKind.Commission, Of));
    }
}
