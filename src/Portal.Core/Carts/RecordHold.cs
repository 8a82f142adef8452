using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Writes down what became of a hold's question, for the hold and for its lines, in one transaction. Every method compares the
/// version of the claim: an answer that comes after recovery took over changes nothing, the look-up tells the truth then.
/// </summary>
public sealed partial class RecordHold(IDbContextFactory<PortalDb> databases, ReadTerms readTerms, TimeProvider time, ILogger<RecordHold> logger)
{
    public Task<Answer<HoldState>> HeldAsync(ClaimedHold claimed, HeldPlaces places, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, async (db, hold, now) =>
        {
            hold.RecordHeld(places, connection.Margin, "The provider holds the places.", actor, now);
            foreach (var line in hold.Lines.ToList())
                await SettleAsync(db, line, claimed, places, hold);
            return null;
        });

    public Task<Answer<HoldState>> GuestsAcceptedAsync(ClaimedHold claimed, Actor actor) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.RecordGuestsAccepted(actor, now);
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>The provider took buyer and delivery. Prices that follow from them are compared with what was agreed.</summary>
    public Task<Answer<HoldState>> BuyerAcceptedAsync(ClaimedHold claimed, HeldPlaces places, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, async (_, hold, now) =>
        {
            hold.RecordBuyerAccepted(places, connection.Margin, actor, now);
            foreach (var line in hold.Lines.Where(l => l.RemovedAt is null))
                await CompareAsync(line, claimed, places, hold);
            return null;
        });

    public Task<Answer<HoldState>> SteppedAsync(ClaimedHold claimed, PreparedOrder prepared, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.RecordStepped(prepared, connection.Margin, actor, now);
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>Looked up: it was not stepped. The hold is as it was.</summary>
    public Task<Answer<HoldState>> NotSteppedAsync(ClaimedHold claimed, Actor actor) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.RecordUnchanged("Looked up: the request for a longer hold never arrived. The hold is as it was.", actor, now);
            return Task.FromResult<Refusal?>(null);
        });

    public Task<Answer<HoldState>> ReleasedAsync(ClaimedHold claimed, string said, Actor actor) =>
        RecordAsync(claimed, (db, hold, now) =>
        {
            hold.RecordReleased(said, actor, now);
            LetGo(db, hold);
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>Looked up: the hold is alive and as it was; what was asked makes no difference to its content.</summary>
    public Task<Answer<HoldState>> UnchangedAsync(ClaimedHold claimed, HeldPlaces places, OpenConnection connection, string said, Actor actor) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.RecordFound(places, connection.Margin, said, actor, now);
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>Looked up: the change never arrived. What was held before is held still; what was to be added is not.</summary>
    public Task<Answer<HoldState>> NotDoneAsync(ClaimedHold claimed, HeldPlaces places, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, async (_, hold, now) =>
        {
            hold.RecordFound(places, connection.Margin, "Looked up: the change never arrived. The hold is as it was.", actor, now);
            var refusal = new Refusal(RefusalReason.Unreachable, "The change never arrived at the provider. The hold is as it was.");
            foreach (var line in hold.Lines)
                await BlameAsync(line, claimed, hold, refusal);
            return null;
        });

    /// <summary>The hold turned out to be over at the provider.</summary>
    public Task<Answer<HoldState>> ExpiredAsync(ClaimedHold claimed, string said, Actor actor) =>
        RecordAsync(claimed, (db, hold, now) =>
        {
            hold.RecordExpired(said, actor, now);
            db.CartLines.RemoveRange(hold.Lines.Where(l => l.RemovedAt is not null));
            return Task.FromResult<Refusal?>(null);
        });

    public Task<Answer<HoldState>> SilentAsync(ClaimedHold claimed, ProviderSilenceException silence, Actor actor) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.FallSilent($"{RefusalWords.Why(silence.Kind)} It may or may not have been done: it is being looked up.", actor, now);
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>A definite no. What was held before stays held; what was asked for anew is not.</summary>
    /// <param name="claimed">The claim.</param>
    /// <param name="refusal">The no.</param>
    /// <param name="connection">Who said it.</param>
    /// <param name="actor">On whose behalf it was asked.</param>
    /// <param name="said">For the history, when it was found out otherwise than by being told.</param>
    public Task<Answer<HoldState>> RefusedAsync(ClaimedHold claimed, Refusal refusal, OpenConnection connection, Actor actor, string? said = null) =>
        RecordAsync(claimed, async (db, hold, now) =>
        {
            said ??= RefusalWords.ForHistory(refusal, connection.Provider.Traits.DisplayName, Trying(claimed.Asked));
            if (hold.Question.Asked == Asked.Hold)
                hold.RecordRefused(said, actor, now);
            else if (refusal.Reason is RefusalReason.HoldExpired or RefusalReason.NotFound)
                hold.RecordExpired(said, actor, now);
            else if (hold.Question.Asked == Asked.Release)
                hold.FallSilent(said, actor, now);
            else
                hold.RecordUnchanged(said, actor, now);

            // What was to be taken out of a hold that is over is out.
            if (hold.State == HoldState.Expired)
                db.CartLines.RemoveRange(hold.Lines.Where(l => l.RemovedAt is not null));
            foreach (var line in hold.Lines.Where(l => hold.State != HoldState.Expired || l.RemovedAt is null))
                await BlameAsync(line, claimed, hold, refusal);
            return refusal;
        });

    /// <summary>Notes that a look-up settled nothing.</summary>
    public Task<Answer<HoldState>> LookedInVainAsync(ClaimedHold claimed, bool countsAsNothing) =>
        RecordAsync(claimed, (_, hold, now) =>
        {
            hold.LookedInVain(countsAsNothing, now);
            return Task.FromResult<Refusal?>(null);
        });

    private async Task<Answer<HoldState>> RecordAsync(ClaimedHold claimed, Func<PortalDb, Hold, DateTime, Task<Refusal?>> write)
    {
        // A definite answer is not given up because a line was touched beside the hold: while the claim is ours, it is written again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var hold = await db.Holds.Include(h => h.References).Include(h => h.Lines).SingleAsync(h => h.Id == claimed.Id);
            if (hold.Version != claimed.Version)
            {
                TooLate(logger, claimed.Id, hold.State);
                return hold.State;
            }
            var refusal = await write(db, hold, time.GetUtcNow().UtcDateTime);
            foreach (var line in hold.Lines)
                line.Version++;
            if (await db.TrySaveAsync(CancellationToken.None))
                return refusal is null ? hold.State : refusal;
        }
        throw new InvalidOperationException($"What became of hold {claimed.Id} could not be written down. It is looked up once its claim has ended.");
    }

    private static Attempted Trying(Asked asked) => asked switch
    {
        Asked.Hold => Attempted.Hold,
        Asked.Guests => Attempted.SendGuests,
        Asked.Buyer => Attempted.SendBuyer,
        Asked.Prepare => Attempted.Prepare,
        Asked.Release => Attempted.Release,
        _ => Attempted.Change,
    };

    private async Task SettleAsync(PortalDb db, CartLine line, ClaimedHold claimed, HeldPlaces places, Hold hold)
    {
        if (claimed.Lines.FirstOrDefault(l => l.LineId == line.Id) is not { } asked)
        {
            if (line.RemovedAt is not null)
                db.CartLines.Remove(line);
            return;
        }
        (line.Quantity, line.HeldQuantity) = (asked.Quantity, asked.Quantity);
        line.ClearProblem();
        Describe(line, claimed, places);
        await CompareAsync(line, claimed, places, hold);
    }

    /// <summary>What the answer tells of the places besides their number and price.</summary>
    private static void Describe(CartLine line, ClaimedHold claimed, HeldPlaces places)
    {
        var told = places.Lines.Where(l => l.OfferRef == line.OfferRef).ToList();
        if (told.Find(t => t.Requirements is not null)?.Requirements is { } wanted)
            line.RequirementsJson = JsonSerializer.Serialize(wanted);
        // Two lines of one offer share its places in the order they were asked for; chosen seats go to whoever chose them.
        var asked = claimed.Lines.First(l => l.LineId == line.Id);
        var seats = told.SelectMany(t => t.Seats).ToList();
        var before = claimed.Lines.TakeWhile(l => l.LineId != line.Id).Where(l => l.OfferRef == line.OfferRef).Sum(l => l.Quantity);
        var mine = asked.Seats.Count > 0 && seats.TrueForAll(s => s.SeatRef is not null) ? seats.FindAll(s => asked.Seats.Contains(s.SeatRef!)) : [.. seats.Skip(before).Take(asked.Quantity)];
        line.PlacesJson = JsonSerializer.Serialize(mine);
    }

    // In the provider's currency: a rate or a rule that moved since the quote was frozen is no news of the provider's.
    private async Task CompareAsync(CartLine line, ClaimedHold claimed, HeldPlaces places, Hold hold)
    {
        if (places.Lines.Count == 0 || claimed.Lines.FirstOrDefault(l => l.LineId == line.Id) is not { } asked)
            return; // This wire does not tell what is in a hold.
        var told = places.Lines.Where(l => l.OfferRef == asked.OfferRef).ToList();
        var wanted = claimed.Lines.Where(l => l.OfferRef == asked.OfferRef).Sum(l => l.Quantity);
        if (told.Find(t => t.NetEach is { } other && other != asked.NetEach)?.NetEach is { } net)
            await RequoteAsync(line, hold.AgencyId, net, new Refusal(RefusalReason.PriceChanged, $"Held at {net}, quoted at {asked.NetEach}."));
        else if (told.Sum(t => t.Quantity) is var kept && kept != wanted)
            line.SetProblem(RefusalReason.QuantityNotAllowed, $"The provider holds {kept}, {wanted} were asked for.", wanted == asked.Quantity ? kept : null);
        else if (line.Mode == SaleMode.Book && told.Exists(t => t.CanBook == false))
            line.SetProblem(RefusalReason.NotEnabled, NotEnabled.Write([new(NotEnabledReason.HoldNotBookable)]));
    }

    private async Task BlameAsync(CartLine line, ClaimedHold claimed, Hold hold, Refusal refusal)
    {
        var asked = claimed.Lines.FirstOrDefault(l => l.LineId == line.Id);
        var isNew = line.HeldQuantity == 0;
        if (claimed.Asked is Asked.Guests or Asked.Buyer or Asked.Prepare or Asked.Release)
            return;
        if (!isNew && asked?.Quantity == line.HeldQuantity && line.RemovedAt is null)
            return; // It was in the hold before and nothing about it was to change.

        line.RemovedAt = null;
        var shortfall = refusal.Shortfalls.FirstOrDefault(s => s.OfferRef == line.OfferRef);
        var move = refusal.PriceMoves.FirstOrDefault(m => m.OfferRef == line.OfferRef);
        var namesOthers = shortfall is null && move is null && (refusal.Shortfalls.Count > 0 || refusal.PriceMoves.Count > 0);
        if (namesOthers)
            line.SetProblem(RefusalReason.NotAllowed, "It was asked for together with a line that could not be held. It is not held yet.");
        else if (move?.Now is { } net)
            await RequoteAsync(line, hold.AgencyId, net, refusal, shortfall?.Left);
        else
            line.SetProblem(refusal.Reason, refusal.Detail, shortfall?.Left);
        if (isNew)
            line.HoldId = hold.State == HoldState.Held ? null : line.HoldId;
        else
            line.Quantity = line.HeldQuantity;
    }

    /// <summary>Today's price, at today's rate and rules, stands beside the agreed one until the agent chooses.</summary>
    private async Task RequoteAsync(CartLine line, Guid agencyId, Money net, Refusal why, int? left = null)
    {
        var terms = await readTerms.RunAsync(agencyId, line.SessionId, [net.Currency], CancellationToken.None);
        var today = terms.QuoteAgain(net, line.Quote);
        if (today.IsYes)
            line.SetProblem(why.Reason, why.Detail, left, today.Value);
        else
            line.SetProblem(today.Refusal.Reason, today.Refusal.Detail);
    }

    private static void LetGo(PortalDb db, Hold hold)
    {
        foreach (var line in hold.Lines.ToList())
        {
            if (line.RemovedAt is not null)
                db.CartLines.Remove(line);
            else
                line.HeldQuantity = 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer about hold {HoldId} came after its claim had ended; it is {State} now and is looked up.")]
    private static partial void TooLate(ILogger logger, Guid holdId, HoldState state);
}
