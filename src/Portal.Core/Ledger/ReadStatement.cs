using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>
/// Reads an agency's account over a period, page by page or whole. Sums are made in the database, back from the balance as it stands: what
/// happened years ago is not added up again for last month's statement. The lines come in the order of one index.
/// </summary>
public sealed class ReadStatement(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int PageSize = 50;

    /// <param name="actor">Who looks; somebody else's agency looks like none.</param>
    /// <param name="agencyId">Whose account.</param>
    /// <param name="period">Which days; null is the present month.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>Null where there is no such agency for the actor.</returns>
    public async Task<Statement?> RunAsync(Actor actor, Guid agencyId, Period? period, int page, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agency = await db.Agencies.AsNoTracking().VisibleTo(actor).Where(a => a.Id == agencyId)
            .Select(a => new { a.Name, a.Address, a.TimeZone, a.Currency }).SingleOrDefaultAsync(cancellation);
        if (agency is null)
            return null;
        period ??= Period.Month(Period.DayOf(time.GetUtcNow().UtcDateTime, agency.TimeZone));
        var (since, until) = period.Instants(agency.TimeZone);
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.Account == LedgerAccount.Agency && e.Currency == agency.Currency && e.Transaction!.AgencyId == agencyId);
        // In one question: what is posted between two of them would be missing in one.
        var opening = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Balance - entries.Where(e => e.Transaction!.At >= since).Sum(e => e.Amount)).SingleAsync(cancellation);
        entries = entries.Where(e => e.Transaction!.At >= since && e.Transaction.At < until);
        var charged = await entries.Where(e => e.Amount > 0).SumAsync(e => e.Amount, cancellation);
        var credited = await entries.Where(e => e.Amount < 0).SumAsync(e => e.Amount, cancellation);

        var within = Within(db, agencyId, since, until);
        var total = await within.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var skipped = (page - 1) * PageSize;
        var before = skipped == 0 ? 0m : await within.OrderBy(t => t.At).ThenBy(t => t.Id).Take(skipped)
            .SelectMany(t => t.Entries.Where(e => e.Account == LedgerAccount.Agency && e.Currency == agency.Currency)).SumAsync(e => e.Amount, cancellation);
        var moves = await Moves(db, within, agency.Currency).Skip(skipped).Take(PageSize).ToListAsync(cancellation);
        var balance = opening + before;
        return new Statement(agencyId, agency.Name, agency.Address, agency.TimeZone, period, new(opening, agency.Currency), new(opening + charged + credited, agency.Currency), total, page,
            moves.ConvertAll(m => m.After(ref balance, agency.Currency)))
        {
            Charged = new(charged, agency.Currency), Credited = new(credited, agency.Currency),
        };
    }

    /// <summary>Every line of a statement, read as it is asked for, so that a year's never lie in memory at once.</summary>
    public async IAsyncEnumerable<StatementLine> LinesAsync(Statement statement, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (since, until) = statement.Period.Instants(statement.Zone);
        var (balance, currency) = (statement.Opening.Amount, statement.Opening.Currency);
        await foreach (var move in Moves(db, Within(db, statement.AgencyId, since, until), currency).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return move.After(ref balance, currency);
    }

    // What customers pay moves the agency's own books only.
    private static IQueryable<LedgerTransaction> Within(PortalDb db, Guid agencyId, DateTime since, DateTime until) => db.LedgerTransactions.AsNoTracking()
        .Where(t => t.AgencyId == agencyId && t.At >= since && t.At < until && t.Kind != LedgerKind.CustomerPayment && t.Kind != LedgerKind.CustomerRefund);

    // A transaction may have several entries on the account; a statement says them as one.
    private static IQueryable<Move> Moves(PortalDb db, IQueryable<LedgerTransaction> transactions, string currency) => transactions.OrderBy(t => t.At).ThenBy(t => t.Id)
        .Select(t => new Move(t.Id, t.At, t.Kind, t.Said, db.Bookings.Where(b => b.Id == t.BookingId).Select(b => b.Reference).FirstOrDefault(),
            t.Entries.Where(e => e.Account == LedgerAccount.Agency && e.Currency == currency).Sum(e => e.Amount)));

    private sealed record Move(Guid Id, DateTime At, LedgerKind Kind, string Said, string? Reference, decimal Amount)
    {
        public StatementLine After(ref decimal balance, string currency) => new(Id, At, Kind, Said, Reference, new(Amount, currency), new(balance += Amount, currency));
    }
}
