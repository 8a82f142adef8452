using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>What came of sending guest data after the sale.</summary>
/// <param name="Sent">Persons whose data the provider has accepted with this sending.</param>
/// <param name="Waiting">Persons of whom something is still missing or refused.</param>
public sealed record GuestsSubmitted(int Sent, int Waiting, DateTime At);

/// <summary>
/// Sends a provider the guest data of one fulfilment that are complete and that it does not have yet: the whole list once everybody is
/// complete, else person by person. Writing the same again changes nothing at the provider (XS2Event 1.10), so an answer that never
/// came needs no claim: it is simply sent once more. Refusals are written to the person and field they are about.
/// </summary>
public sealed class SubmitGuests(IDbContextFactory<PortalDb> databases, ConnectionBook connections, GuestSeal seal, MeasureGuests measure, TimeProvider time, ILogger<SubmitGuests> logger)
{
    public async Task<Answer<GuestsSubmitted>> RunAsync(Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await LateLists.ReadAsync(db, connections, actor, fulfilmentId, cancellation) is not { } list)
            return new Refusal(RefusalReason.NotFound, "There is no such list.");
        var asOf = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(asOf);
        var asked = list.Places.Where(p => p.Guest!.ErasedAt is null && GuestList.Wanted(p).Count > 0).OrderBy(p => p.Slot).ToList();
        var complete = asked.FindAll(p => p.SealedFaults is null && GuestCheck.Check(GuestList.Wanted(p), seal.Open(p.Guest!.SealedValues), GuestDue.BeforeDownload, today).Count == 0);
        var news = complete.FindAll(p => p.AcceptedAt is not { } at || at < p.Guest!.ChangedAt);
        if (news.Count == 0)
            return complete.Count == 0 && asked.Count > 0
                ? new Refusal(RefusalReason.GuestDataMissing, "Nobody's data are complete yet. Nothing was sent.")
                : new GuestsSubmitted(0, asked.Count - complete.Count, asOf);

        // A whole list would take from the provider what it has of somebody who was erased here alone.
        var heard = complete.Count == asked.Count && list.Places.All(p => p.Guest!.ErasedAt is null) ? await WholeAsync(list, asked) : await EachAsync(list, news);
        await RecordAsync(actor, list, heard, asOf);
        await measure.RunAsync(list.Fulfilment.Order!.BookingId, CancellationToken.None);
        var accepted = heard.Count(h => h.Answer is { IsYes: true });
        if (heard.Find(h => h.Answer is { IsYes: false }) is { Answer.Refusal: { } refusal })
            return refusal;
        return heard.Exists(h => h.Answer is null)
            ? new Refusal(RefusalReason.Unreachable, "The provider did not answer. The data are saved here and are sent again by themselves.")
            : new GuestsSubmitted(accepted, asked.Count - complete.Count, asOf);
    }

    private async Task<List<Heard>> WholeAsync(LateList list, List<GuestPlace> places)
    {
        var heard = await Hearing.HearAsync("Late guest data", ct => list.Taker.SendLateGuestsAsync(list.Call, list.Reference, GuestList.Sheets(list.Lines, seal), ct), logger);
        var offers = list.Lines.ToDictionary(l => l.Id, l => l.OfferRef);
        return places.ConvertAll(place => new Heard(place, heard.Answer is null ? null : heard.Answer.IsYes ? Answer<bool>.Yes(true)
            : heard.Answer.Refusal with { FieldFaults = [.. heard.Answer.Refusal.FieldFaults.Where(f => f.OfferRef == offers[place.CartLineId] && f.Slot == place.Slot)] }));
    }

    private async Task<List<Heard>> EachAsync(LateList list, List<GuestPlace> places)
    {
        var offers = list.Lines.ToDictionary(l => l.Id, l => l.OfferRef);
        var all = new List<Heard>();
        foreach (var place in places.Where(p => p.ProviderRef is not null))
        {
            var heard = await Hearing.HearAsync("Late guest data", ct => list.Taker.SendLateGuestAsync(list.Call, list.Reference, offers[place.CartLineId], place.Slot, GuestList.Slot(place, seal), ct), logger);
            all.Add(new Heard(place, heard.Answer is null ? null : heard.Answer.IsYes ? Answer<bool>.Yes(true) : heard.Answer.Refusal));
            // Silence or a refusal that is about nobody in particular is the same for the next one.
            if (heard.Answer is null || heard.Answer is { IsYes: false, Refusal.Reason: not RefusalReason.GuestDataMissing })
                break;
        }
        return all;
    }

    private async Task RecordAsync(Actor actor, LateList sent, List<Heard> heard, DateTime asOf)
    {
        // While somebody types, the places change: what was heard is written again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var fulfilment = await db.Fulfilments.Include(f => f.Order!.Booking).SingleAsync(f => f.Id == sent.Fulfilment.Id);
            var ids = heard.ConvertAll(h => h.Place.Id);
            var places = await db.GuestPlaces.Include(p => p.Guest).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
            var (accepted, refused, isNews) = (0, 0, false);
            foreach (var (place, answer) in heard.Where(h => places.ContainsKey(h.Place.Id)).Select(h => (places[h.Place.Id], h.Answer)))
            {
                if (answer is { IsYes: true })
                {
                    place.AcceptedAt = asOf;
                    GuestList.Blame(place, [], seal);
                    accepted++;
                }
                // A complaint is about the value that was sent: whoever changed it meanwhile is not blamed for the old one.
                else if (answer?.Refusal.FieldFaults is { Count: > 0 } faults && place.Guest!.ChangedAt <= asOf)
                {
                    isNews |= place.SealedFaults is null;
                    GuestList.Blame(place, faults, seal);
                    refused += faults.Count;
                }
            }
            var order = fulfilment.Order!;
            if (accepted > 0)
            {
                fulfilment.GuestsSentAt = asOf;
                order.NextReadAt = asOf;
                order.Remark($"The provider accepted the guest data of {CountWords.Persons(accepted)}.", actor, asOf);
            }
            if (refused > 0 && isNews)
            {
                var said = $"The provider did not accept {CountWords.Fields(refused)} of the guest data. {(refused == 1 ? "It is" : "They are")} asked for again; nothing else is.";
                order.Remark(said, actor, asOf);
                db.Notices.Add(Notice.Of(order, NoticeKind.GuestDataRefused, $"{order.OurReference}: {said}", asOf));
            }
            if (await db.TrySaveAsync(CancellationToken.None))
                return;
        }
    }

    /// <summary>What the provider said about one place; null when it was silent.</summary>
    private sealed record Heard(GuestPlace Place, Answer<bool>? Answer);
}
