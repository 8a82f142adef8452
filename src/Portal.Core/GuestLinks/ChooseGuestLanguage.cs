using Microsoft.EntityFrameworkCore;
using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Core.Persistence;

namespace Portal.Core.GuestLinks;

/// <summary>Remembers with a link the language that its reader chose, for the page and for the mails that follow.</summary>
public sealed class ChooseGuestLanguage(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>False for a link that is unknown, over or revoked, and for a language that is none of ours.</returns>
    public async Task<bool> RunAsync(string token, string language, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (CustomerLanguage.Find(language) is not { } chosen
            || await CustomerLinks.FindAsync(db, token, LinkPurpose.Guests, time.GetUtcNow().UtcDateTime, cancellation) is not { } link)
            return false;
        await db.CustomerLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Language, chosen.Code), cancellation);
        return true;
    }
}
