using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>Something on an agency's account put right.</summary>
/// <param name="ActionId">Made when the form was drawn: the same id is recorded once.</param>
/// <param name="Amount">In the agency's currency; above zero the agency owes more.</param>
/// <param name="IsOfBank">A transfer was recorded wrongly; else the portal waives, or charges, something.</param>
/// <param name="Reason">Read by the agency on its statement.</param>
public sealed record CorrectionRequest(Guid ActionId, Guid AgencyId, decimal Amount, bool IsOfBank, string Reason);

/// <summary>Puts an agency's account right by another transaction: nothing in the ledger is ever changed.</summary>
public sealed class CorrectAccount(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<AccountOutcome> RunAsync(Actor actor, CorrectionRequest request, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return AccountOutcome.OnlyAdmins;
        if (HandPosting.Fault(request.Amount, request.Reason, "a reason: the agency reads it on its statement") is { } fault)
            return fault;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await HandPosting.PostAsync(db, actor, request.ActionId, request.AgencyId, LedgerKind.Correction, request.Amount,
            request.IsOfBank ? LedgerAccount.Bank : LedgerAccount.Commission, $"Correction: {request.Reason.Trim()}", time.GetUtcNow().UtcDateTime, cancellation);
    }
}
