using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>The statements that take something personal out for good, over sets, each part of the caller's transaction. What accounting needs is in none of them.</summary>
internal static class Erasing
{
    private const int AtOnce = 500;

    /// <summary>What was typed of persons, under which words they are found, and what providers complained of.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="guestIds">Of whom.</param>
    /// <param name="forGood">Nothing can be typed of them any more; else their places are as if nobody had typed yet.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Ends it; the caller rolls back.</param>
    public static async Task PersonsAsync(PortalDb db, IEnumerable<Guid> guestIds, bool forGood, DateTime now, CancellationToken cancellation)
    {
        foreach (var ids in guestIds.Chunk(AtOnce))
        {
            // The version tells whoever is typing at this moment.
            var persons = db.Guests.Where(g => ids.Contains(g.Id));
            await (forGood
                ? persons.ExecuteUpdateAsync(set => set.SetProperty(g => g.SealedValues, (string?)null).SetProperty(g => g.ErasedAt, now).SetProperty(g => g.Version, g => g.Version + 1), cancellation)
                : persons.ExecuteUpdateAsync(set => set.SetProperty(g => g.SealedValues, (string?)null).SetProperty(g => g.ChangedAt, now).SetProperty(g => g.Version, g => g.Version + 1), cancellation));
            await db.GuestWords.Where(w => ids.Contains(w.GuestId)).ExecuteDeleteAsync(cancellation);
            await db.GuestPlaces.Where(p => ids.Contains(p.GuestId))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SealedFaults, (string?)null).SetProperty(p => p.Version, p => p.Version + 1), cancellation);
        }
    }

    /// <summary>To whom customers' links went. The links end; the mails that carried them keep neither address nor text.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="linkIds">Which links.</param>
    /// <param name="nobody">What stands for an address from now on (<see cref="RecipientSeal"/>).</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Ends it; the caller rolls back.</param>
    public static async Task LinksAsync(PortalDb db, IEnumerable<Guid> linkIds, string nobody, DateTime now, CancellationToken cancellation)
    {
        foreach (var ids in linkIds.Chunk(AtOnce))
        {
            await db.CustomerLinks.Where(l => ids.Contains(l.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.SealedTo, nobody).SetProperty(l => l.RevokedAt, l => l.RevokedAt ?? now), cancellation);
            var intents = ids.Select(SendTickets.IntentOf).ToList();
            await MailsAsync(db.OutboxMails.Where(m => intents.Contains(m.Intent)), cancellation);
        }
    }

    /// <summary>Address and text of mails that have left or never will. That there was one, when, and what became of it stays.</summary>
    public static Task<int> MailsAsync(IQueryable<OutboxMail> mails, CancellationToken cancellation) =>
        mails.Where(m => (m.State == MailState.Sent || m.State == MailState.Failed) && m.SealedData != "")
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SealedTo, "").SetProperty(m => m.SealedData, "").SetProperty(m => m.Version, m => m.Version + 1), cancellation);

    /// <summary>Bodies of calls about some orders and the holds they came from; which call it was, when, and its outcome stay.</summary>
    public static async Task CallsAsync(PortalDb db, IReadOnlyCollection<Guid> orderIds, IReadOnlyCollection<Guid> holdIds, CancellationToken cancellation)
    {
        var calls = db.ProviderCalls.Where(c => c.RequestBody != null || c.ResponseBody != null);
        // Two questions, each with an index of its own.
        foreach (var some in (IQueryable<Audit.ProviderCallEntry>[])[calls.Where(c => orderIds.Contains(c.OrderId!.Value)), calls.Where(c => holdIds.Contains(c.HoldId!.Value))])
            await some.ExecuteUpdateAsync(set => set.SetProperty(c => c.RequestBody, (string?)null).SetProperty(c => c.ResponseBody, (string?)null), cancellation);
    }

    /// <summary>Copies of tickets and papers. Invoices are kept.</summary>
    public static Task FilesAsync(IQueryable<Bookings.TicketFile> files, CancellationToken cancellation) =>
        files.Where(f => f.Kind != Bookings.FileKind.Invoice && f.FetchedAt != null).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.SealedContent, (byte[]?)null).SetProperty(f => f.FileName, (string?)null).SetProperty(f => f.FetchedAt, (DateTime?)null), cancellation);
}
