using Microsoft.EntityFrameworkCore;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.GuestLinks;

/// <summary>
/// Reads what is asked of a booking's guests, or of one of them, as customers may see it. Only lists that a provider takes after the sale:
/// what was wanted before is there.
/// </summary>
public sealed class GuestPageReading(ProviderDirectory providers, GuestSeal seal, TimeProvider time)
{
    internal async Task<GuestPageRead> ReadAsync(PortalDb db, Guid bookingId, Guid? guestId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var head = await (from booking in db.Bookings
                          where booking.Id == bookingId
                          join agency in db.Agencies on booking.AgencyId equals agency.Id
                          select new { booking.Reference, agency.Name, agency.Email, agency.TimeZone, agency.GuestsDueDays }).SingleAsync(cancellation);
        var view = new GuestPageView(head.Name, head.Email, "en", GuestPageState.Closed) { Reference = head.Reference, IsOwn = guestId is not null };
        var live = (await LatePlaces.OfBookingAsync(db, providers, bookingId, cancellation)).FindAll(p => p.CountsAt(now) && (guestId is null || p.Guest.Id == guestId));
        if (live.Count == 0)
            return new GuestPageRead(view, new Dictionary<int, Guest>(), null);

        var sessionIds = live.Select(p => p.SessionId).Distinct().ToList();
        var events = await db.Sessions.Where(s => sessionIds.Contains(s.Id)).OrderBy(s => s.StartLocal).Select(s => new SessionRow(s.Id,
            new EventAndTime(s.EventId, s.Event!.Name, s.StartLocal, s.TimeZone, s.DateConfirmed, s.Event.VenueName, s.Event.City), s.StartUtc, s.EndLocal)).ToListAsync(cancellation);
        var people = live.GroupBy(p => p.Guest.Id).Select(g => (g.First().Guest, Person: Person([.. g], events, DateOnly.FromDateTime(now))))
            .Where(p => p.Person.Fields.Count > 0).OrderBy(p => p.Guest.Number).ToList();
        var persons = people.Select((p, index) => p.Person with { Position = index + 1 }).ToList();
        var due = persons.SelectMany(person => live.Where(place => place.Guest.Number == person.Number - 1 && GuestList.Wanted(place.Place).Keys.Any(field => person.Fields.Any(f => f.IsOpen && f.Field.Name == field))))
            .Select(place => (At: GuestDeadline.Of(place.StartsAt, place.BookedAt, head.GuestsDueDays), place.SessionId)).Where(d => d.At is not null).OrderBy(d => d.At).FirstOrDefault();
        return new GuestPageRead(view with
        {
            State = persons.TrueForAll(p => p.IsDone) ? GuestPageState.Complete : GuestPageState.Asking,
            Events = [.. events.Select(e => e.What).DistinctBy(e => (e.EventId, e.StartLocal))],
            DueAt = due.At, DueZone = due.At is null ? null : events.Find(e => e.Id == due.SessionId)?.What.TimeZone ?? head.TimeZone, IsLate = due.At <= now,
            Persons = persons,
        }, people.ToDictionary(p => p.Person.Number, p => p.Guest), events.Max(e => e.StartsAt));
    }

    private GuestPagePerson Person(List<LatePlace> places, List<SessionRow> events, DateOnly today)
    {
        var guest = places[0].Guest;
        var wants = places.SelectMany(p => GuestList.Wanted(p.Place).Keys.Select(field => (field, p.SessionId))).ToLookup(w => w.field, w => w.SessionId);
        var values = seal.Open(guest.SealedValues);
        var complaints = places.SelectMany(p => seal.Open(p.Place.SealedFaults)).ToLookup(f => f.Key, f => f.Value);
        var faults = GuestCheck.Check(new Dictionary<string, GuestDue>(), values, GuestDue.BeforeDownload, today).ToDictionary(f => f.Field, f => f.Kind);
        return new GuestPagePerson(guest.Number + 1, places.Exists(p => p.Place.IsLead), Initial(values),
            [.. wants.Select(w => w.Key).OrderBy(GuestFields.Order).ThenBy(name => name, StringComparer.Ordinal).Select(name => new GuestPageField(
                GuestFields.Get(name), SavedHint.Of(GuestFields.Get(name), values.GetValueOrDefault(name)))
            {
                Fault = faults.TryGetValue(name, out var kind) ? kind : null, Complaint = complaints[name].FirstOrDefault(), OnlyFor = OnlyFor(wants[name], events),
            })]);
    }

    private static List<string> OnlyFor(IEnumerable<Guid> sessions, List<SessionRow> events)
    {
        var wanted = events.FindAll(e => sessions.Contains(e.Id)).Select(e => e.What.Name).Distinct().ToList();
        return wanted.Count == events.Select(e => e.What.Name).Distinct().Count() ? [] : wanted;
    }

    private static string? Initial(IReadOnlyDictionary<string, string> values) =>
        (values.GetValueOrDefault(GuestFields.FirstName) ?? values.GetValueOrDefault(GuestFields.LastName)) is { } name && !string.IsNullOrWhiteSpace(name) ? SavedHint.Initial(name) : null;

    /// <param name="EndLocal">Where no instant is known, the end of the day after is late enough for everybody.</param>
    private sealed record SessionRow(Guid Id, EventAndTime What, DateTime? StartUtc, DateTime EndLocal)
    {
        public DateTime StartsAt => StartUtc ?? DateTime.SpecifyKind(EndLocal.AddDays(1), DateTimeKind.Utc);
    }
}

/// <summary>What was read, with what the page never shows.</summary>
/// <param name="View">Everything that is asked, whatever the state.</param>
/// <param name="Guests">Number on the page → person.</param>
/// <param name="LastStart">When the last of the events begins, UTC; null when nothing is collected.</param>
internal sealed record GuestPageRead(GuestPageView View, IReadOnlyDictionary<int, Guest> Guests, DateTime? LastStart);
