using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>Opens another cart and makes it the current one: for the next customer while the first still thinks it over.</summary>
public sealed class StartCart(IDbContextFactory<PortalDb> databases, ChooseCart choose, TimeProvider time)
{
    /// <returns>The id of the new cart, or of an empty one that was there already.</returns>
    public async Task<Guid> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = await db.Carts.Where(c => c.AgentId == actor.UserId && c.State == CartState.Open && !c.Lines.Any())
            .OrderBy(c => c.CreatedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellation);
        if (id is null)
        {
            var number = await db.Carts.CountAsync(c => c.AgentId == actor.UserId, cancellation) + 1;
            var cart = new Cart
            {
                Id = Guid.CreateVersion7(), AgencyId = actor.AgencyId ?? throw new InvalidOperationException("Only an agency's people have a cart."),
                AgentId = actor.UserId!.Value, Name = $"Cart {number}", CreatedAt = time.GetUtcNow().UtcDateTime, Version = 1,
            };
            db.Carts.Add(cart);
            await db.SaveChangesAsync(cancellation);
            id = cart.Id;
        }
        await choose.RunAsync(actor, id.Value, cancellation);
        return id.Value;
    }
}
