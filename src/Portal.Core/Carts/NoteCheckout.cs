using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>Keeps what was entered on the checkout page, as it is entered, so that a reload finds it.</summary>
public sealed class NoteCheckout(IDbContextFactory<PortalDb> databases, CustomerSeal customers)
{
    // Not a change of what is checked out: the cart's version stays.
    public async Task RunAsync(Actor actor, Guid cartId, string? customer, OnOpenAnswer onOpenAnswer, OnRefusal onRefusal, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Who reads a masked name does not write it back.
        var (kept, isTheirs) = (customers.Seal(customer), actor.SeesPersons);
        await db.Carts.VisibleTo(actor).Where(c => c.Id == cartId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SealedCustomer, c => isTheirs ? kept : c.SealedCustomer).SetProperty(c => c.OnOpenAnswer, onOpenAnswer).SetProperty(c => c.OnRefusal, onRefusal), cancellation);
    }
}
