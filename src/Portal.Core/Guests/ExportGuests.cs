using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>The guest data of a booking as a table: a row for each person, a column for each field that is asked or was typed.</summary>
public sealed record GuestTable(string Reference, IReadOnlyList<GuestField> Columns, IReadOnlyList<GuestTableRow> Rows);

/// <summary>One person of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Values">Field → value; absent when nothing was typed.</param>
/// <param name="Events">Where the person goes.</param>
/// <param name="IsComplete">All that is asked is there and right as far as we know.</param>
/// <param name="IsAccepted">Every provider has what is typed now.</param>
public sealed record GuestTableRow(int Number, bool IsLead, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Events, bool IsComplete, bool IsAccepted);

/// <summary>Hands out the guest data of a booking as a file, and writes down who took it and of how many.</summary>
public sealed class ExportGuests(IDbContextFactory<PortalDb> databases, ReadGuestForm read, TimeProvider time)
{
    /// <returns>Refused when there is no such booking, or not for this actor.</returns>
    public async Task<Answer<GuestTable>> RunAsync(Actor actor, string reference, CancellationToken cancellation)
    {
        if (!actor.SeesPersons)
            return new Refusal(RefusalReason.NotAllowed, "Guest data are handed out by the agency's own people.");
        if (await read.OfBookingAsync(actor, reference, cancellation) is not { } form)
            return new Refusal(RefusalReason.NotFound, "There is no such booking.");
        var events = form.Parts.ToDictionary(p => p.LineId, p => p.What.Name);
        var table = new GuestTable(form.Name, form.Columns, [.. form.Persons.Where(p => p.ErasedAt is null).Select(p => new GuestTableRow(p.Number + 1, p.IsLead,
            p.Fields.Where(f => f.Value.Length > 0).ToDictionary(f => f.Field.Name, f => f.Value), [.. p.Seats.Select(s => events[s.LineId]).Distinct()], p.IsDone, p.Seats.All(s => s.IsAccepted)))]);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.History.Add(new HistoryEntry
        {
            At = time.GetUtcNow().UtcDateTime, BookingId = form.Id, By = actor.Name, Said = $"The guest data of {CountWords.Persons(table.Rows.Count)} were exported as a file.",
        });
        await db.SaveChangesAsync(cancellation);
        return table;
    }
}
