using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;

namespace Portal.Core.Persistence;

/// <summary>
/// Saves a provider's name for something the moment it is known. Written beside the claim, not through it: the version stays, so the
/// asker still owns the answer. Once is enough, however often it is told.
/// </summary>
internal static class References
{
    public static Task RememberAsync(IDbContextFactory<PortalDb> databases, HoldReference reference, CancellationToken cancellation) =>
        SaveAsync(databases, reference, r => r.HoldId == reference.HoldId && r.Kind == reference.Kind && r.Value == reference.Value, cancellation);

    public static Task RememberAsync(IDbContextFactory<PortalDb> databases, OrderReference reference, CancellationToken cancellation) =>
        SaveAsync(databases, reference, r => r.OrderId == reference.OrderId && r.Kind == reference.Kind && r.Value == reference.Value, cancellation);

    public static Task RememberAsync(IDbContextFactory<PortalDb> databases, OperationReference reference, CancellationToken cancellation) =>
        SaveAsync(databases, reference, r => r.OperationId == reference.OperationId && r.Kind == reference.Kind && r.Value == reference.Value, cancellation);

    private static async Task SaveAsync<T>(
        IDbContextFactory<PortalDb> databases, T reference, System.Linq.Expressions.Expression<Func<T, bool>> same, CancellationToken cancellation) where T : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Set<T>().AnyAsync(same, cancellation))
            return;
        db.Add(reference);
        await db.SaveChangesAsync(cancellation);
    }
}
