using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>Finds the agent's current cart, or opens one.</summary>
public sealed class OpenCart(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>The id of the current cart.</returns>
    public async Task<Guid> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await CurrentAsync(db, actor, cancellation) is { } current)
            return current;

        // Two tabs may come here at once; the id they both derive from the carts that are over lets the database pick one. A current cart
        // that came since the look above is not counted, so that whoever counts it does not derive the next id.
        var number = await db.Carts.CountAsync(c => c.AgentId == actor.UserId && !c.IsCurrent, cancellation) + 1;
        var cart = new Cart
        {
            Id = CartId(actor.UserId!.Value, number), AgencyId = actor.AgencyId!.Value, AgentId = actor.UserId.Value,
            Name = $"Cart {number}", IsCurrent = true, CreatedAt = time.GetUtcNow().UtcDateTime, Version = 1,
        };
        db.Carts.Add(cart);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return cart.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await CurrentAsync(db, actor, cancellation) ?? throw new InvalidOperationException("A cart could not be opened.");
        }
    }

    private static async Task<Guid?> CurrentAsync(PortalDb db, Actor actor, CancellationToken cancellation) =>
        await db.Carts.Where(c => c.AgentId == actor.UserId && c.State == CartState.Open && c.IsCurrent)
            .OrderBy(c => c.CreatedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellation);

    private static Guid CartId(Guid agent, int number)
    {
        var bytes = agent.ToByteArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(0, 4), BitConverter.ToInt32(bytes, 0) ^ number);
        return new Guid(bytes);
    }
}
