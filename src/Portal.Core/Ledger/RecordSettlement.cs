using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>What an agency paid the portal, or was paid back.</summary>
/// <param name="ActionId">Made when the form was drawn: the same id is recorded once.</param>
/// <param name="Amount">In the agency's currency; above zero the agency paid.</param>
/// <param name="PaidOn">The day on the bank's statement.</param>
/// <param name="Reference">The transfer's own words.</param>
public sealed record SettlementRequest(Guid ActionId, Guid AgencyId, decimal Amount, DateOnly PaidOn, string Reference);

/// <summary>Records a transfer between an agency and the portal: money at the bank, and that much less owed.</summary>
public sealed class RecordSettlement(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<AccountOutcome> RunAsync(Actor actor, SettlementRequest request, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return AccountOutcome.OnlyAdmins;
        if (HandPosting.Fault(request.Amount, request.Reference, "a reference, as the bank shows it") is { } fault)
            return fault;
        var now = time.GetUtcNow().UtcDateTime;
        if (request.PaidOn > DateOnly.FromDateTime(now).AddDays(1))
            return AccountOutcome.Not("The day of the transfer lies ahead. Nothing was recorded. Record it once the money is there.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var day = VenueWords.When(request.PaidOn.ToDateTime(TimeOnly.MinValue), dateOnly: true);
        return await HandPosting.PostAsync(db, actor, request.ActionId, request.AgencyId, LedgerKind.Settlement, -request.Amount, LedgerAccount.Bank,
            $"{(request.Amount > 0 ? "Paid by transfer" : "Paid back by transfer")} on {day}, {request.Reference.Trim()}", now, cancellation);
    }
}
