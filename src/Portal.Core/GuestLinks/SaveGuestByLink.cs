using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.GuestLinks;

/// <summary>What a customer typed about one person.</summary>
/// <param name="Number">The person's, on the page.</param>
/// <param name="Fields">Field → value. What is not asked of the person is not looked at; empty changes nothing.</param>
/// <param name="Pass">Of the page it was typed into (<see cref="GuestPagePass"/>).</param>
public sealed record GuestTyped(int Number, IReadOnlyDictionary<string, string> Fields, string? Pass);

/// <summary>What became of it.</summary>
/// <param name="View">As it is now.</param>
/// <param name="Faults">What of it cannot be right and was not saved; everything else was.</param>
/// <param name="IsSaved">False when nothing could be saved: the link asks nothing any more, or of somebody else.</param>
public sealed record GuestTypedSaved(GuestPageView View, IReadOnlyList<GuestFault> Faults, bool IsSaved)
{
    /// <summary>Somebody else changed the same person again and again; the same form may be sent once more.</summary>
    public bool IsBusy { get; init; }
}

/// <summary>
/// Saves what a customer typed with a link, as far as it can be right: the rest stays on the page of whoever typed it, since a link never
/// shows what is saved.
/// </summary>
public sealed class SaveGuestByLink(IDbContextFactory<PortalDb> databases, GuestPageReading reading, GuestPagePass pass, SaveGuest save, TimeProvider time)
{
    /// <returns>Null for a link that is unknown, over or revoked: nobody is told which.</returns>
    public async Task<GuestTypedSaved?> RunAsync(string token, GuestTyped typed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (await CustomerLinks.FindAsync(db, token, LinkPurpose.Guests, now, cancellation) is not { } link)
            return null;
        await CustomerLinks.SeenAsync(db, link, now, cancellation);
        var before = await reading.ReadAsync(db, link.BookingId, link.GuestId, cancellation);
        var isOpen = before.View.State == GuestPageState.Asking || (before.View.State == GuestPageState.Complete && pass.IsGood(link.Id, typed.Pass));
        if (!isOpen || before.View.Find(typed.Number) is not { } person)
            return new GuestTypedSaved(before.View.For(link, pass), [], IsSaved: false);

        var asked = person.Fields.Select(f => f.Field.Name).ToHashSet();
        var values = typed.Fields.Where(f => asked.Contains(f.Key)).Select(f => (f.Key, Value: Plain(f.Value))).Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value);
        var faults = GuestCheck.Check(new Dictionary<string, GuestDue>(), values, GuestDue.BeforeDownload, DateOnly.FromDateTime(now))
            .Concat(values.Where(v => !IsInList(GuestFields.Get(v.Key), v.Value)).Select(v => new GuestFault(v.Key, GuestFaultKind.NotInList))).DistinctBy(f => f.Field).ToList();
        foreach (var fault in faults)
            values.Remove(fault.Field);
        if (values.Count > 0 && !(await save.RunAsync((all, guests) => guests.OfBooking(all, link.BookingId), before.Guests[typed.Number].Id, values, cancellation)).IsYes)
            return new GuestTypedSaved(before.View.For(link, pass), faults, IsSaved: false) { IsBusy = true };
        return new GuestTypedSaved((await reading.ReadAsync(db, link.BookingId, link.GuestId, cancellation)).View.For(link, pass), faults, IsSaved: true);
    }

    // A browser's list offers only these; whatever else comes was not typed on the page.
    private static bool IsInList(GuestField field, string value) => field.Type switch
    {
        GuestFieldType.Gender => CustomerLanguage.English.Words.Fields.Genders.Any(g => g.Value == value),
        GuestFieldType.Country => CountryWords.All.Any(c => c.Alpha3 == value),
        _ => true,
    };

    private static string Plain(string value) => string.Concat(value.Where(c => !char.IsControl(c))).Trim();
}
