using Microsoft.EntityFrameworkCore;

namespace Portal.Core.Persistence;

/// <summary>Saving where losing a race is an ordinary outcome.</summary>
public static class Saving
{
    /// <returns>False when somebody else changed one of the rows since it was read; nothing is saved then.</returns>
    public static async Task<bool> TrySaveAsync(this PortalDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
