using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Guest data after the sale, before tickets can be downloaded. The lists are written completely and may be written again, so a write
/// without an answer needs no claim: it is simply sent once more.
/// </summary>
public sealed class LateGuests(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, GuestSeal seal, TimeProvider time, ILogger<LateGuests> logger)
{
    /// <summary>Lays out the places of a fulfilment's list as its provider wants it now.</summary>
    public async Task PrepareAsync(Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await ReadAsync(db, actor, fulfilmentId, cancellation) is not { } found)
            return;
        var heard = await Hearing.HearAsync("Reading late guest list", ct => found.Taker.ReadLateGuestsAsync(found.Call, found.Reference, null, ct), logger);
        if (heard.Answer is not { IsYes: true } answer)
            return;
        foreach (var line in found.Lines)
            if (answer.Value.FirstOrDefault(s => s.OfferRef == line.OfferRef) is { } sheet)
                GuestList.Fit(line, sheet.Slots, seal, time.GetUtcNow().UtcDateTime);
        await db.TrySaveAsync(cancellation);
    }

    /// <summary>Sends what is known. Refusals are written to the person and field they are about.</summary>
    public async Task<Answer<GuestSaved>> SendAsync(Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await ReadAsync(db, actor, fulfilmentId, cancellation) is not { } found)
            return new Refusal(RefusalReason.NotFound, "There is no such list.");
        var asOf = time.GetUtcNow().UtcDateTime;
        var sheets = GuestList.Sheets(found.Lines, seal);
        if (sheets.Count == 0)
            return new Refusal(RefusalReason.GuestDataMissing, "Nothing has been typed yet.");
        var heard = await Hearing.HearAsync("Late guest data", ct => found.Taker.SendLateGuestsAsync(found.Call, found.Reference, sheets, ct), logger);
        if (heard.Answer is not { } answer)
            return new Refusal(RefusalReason.Unreachable, "The provider did not answer. The data are saved here; send them again.");
        if (!answer.IsYes && answer.Refusal.Reason != RefusalReason.GuestDataMissing)
            return answer.Refusal;

        GuestList.Blame(found.Lines, answer.Refusal?.FieldFaults ?? [], seal);
        if (answer.IsYes)
        {
            found.Fulfilment.GuestsSentAt = asOf;
            found.Fulfilment.Order!.NextReadAt = asOf;
            found.Fulfilment.Order.Remark("The provider accepted the guest data.", actor, asOf);
        }
        await db.TrySaveAsync(cancellation);
        return answer.IsYes ? new GuestSaved(asOf) : answer.Refusal;
    }

    private async Task<Found?> ReadAsync(PortalDb db, Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        var fulfilment = await db.Fulfilments.Include(f => f.Order!.References)
            .Where(f => db.Orders.VisibleTo(actor).Any(o => o.Id == f.OrderId)).SingleOrDefaultAsync(f => f.Id == fulfilmentId, cancellation);
        if (fulfilment is null)
            return null;
        var connection = await connections.OpenAsync(fulfilment.Order!.ConnectionId, cancellation);
        if (connection.Provider is not ITakesLateGuests taker)
            return null;
        var lines = await db.CartLines.Include(l => l.Guests)
            .Where(l => db.Items.Any(i => i.FulfilmentId == fulfilmentId && i.CartLineId == l.Id)).ToListAsync(cancellation);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: fulfilment.OrderId))
        {
            References = [.. fulfilment.Order.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))],
        };
        return new Found(fulfilment, lines, taker, call, new ProviderReference(fulfilment.RefKind, fulfilment.RefValue));
    }

    private sealed record Found(Fulfilment Fulfilment, List<Carts.CartLine> Lines, ITakesLateGuests Taker, ProviderCall Call, ProviderReference Reference);
}
