using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>What an agent puts into the cart.</summary>
/// <param name="ActionId">Made when the page was drawn; the same id returns the first result.</param>
/// <param name="SessionId">Which occurrence.</param>
/// <param name="OfferRef">Which offer.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Mode">To be sold or to be kept.</param>
/// <param name="SeenNet">The provider net per ticket that the page showed.</param>
public sealed record AddToCartRequest(Guid ActionId, Guid SessionId, string OfferRef, int Quantity, SaleMode Mode, Money SeenNet)
{
    /// <summary>Seats chosen on the map (<see cref="SeatPlace.SeatRef"/>), as many as the quantity; empty lets the provider allocate.</summary>
    public IReadOnlyList<string> Seats { get; init; } = [];

    /// <summary>Side by side or not at all; only where the offer can be asked so.</summary>
    public bool Together { get; init; }
}

/// <summary>
/// Puts an offer into the agent's current cart and has its provider hold it. Nothing is added when enablement, price, stock or rule
/// speak against it: the refusal says so and offers the choice. Once added, the line stays, whatever the provider answers to the hold.
/// </summary>
public sealed class AddToCart(
    IDbContextFactory<PortalDb> databases, OpenCart openCart, CheckLine check, PlaceLines place, ChangeLine change, TimeProvider time, ILogger<AddToCart> logger)
{
    /// <returns>The line with its hold as they stand after the provider's answer.</returns>
    public async Task<Answer<CartLine>> RunAsync(Actor actor, AddToCartRequest request, CancellationToken cancellation)
    {
        if (await FirstResultAsync(request.ActionId, actor, cancellation) is { } first)
            return first;

        var agencyId = actor.AgencyId ?? throw new InvalidOperationException("Only an agency's people have a cart.");
        if (request.Seats.Count > 0 && (request.Seats.Count != request.Quantity || request.Seats.Distinct().Count() != request.Quantity))
            return new Refusal(RefusalReason.Invalid, "Each seat is chosen once, and as many are chosen as are wanted.");
        var wish = await check.RunAsync(agencyId, request.SessionId, request.OfferRef, request.Quantity, request.Mode, request.SeenNet, cancellation);
        if (!wish.IsYes)
            return wish.Refusal;

        var requirements = await RequirementsAsync(wish.Value, cancellation);
        var deed = new Deed { Id = request.ActionId, Verb = nameof(AddToCart), ActorId = actor.UserId!.Value, At = time.GetUtcNow().UtcDateTime };
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var cartId = await openCart.RunAsync(actor, cancellation);
            if (await SameLineAsync(cartId, request, wish.Value, cancellation) is { } same)
            {
                deed.ResultId = same.Id;
                await change.AddAsync(actor, same.Id, request.Quantity, deed, cancellation);
                // Saved with its deed the addition counts, whatever the provider said to it; else the line moved on and a new one is made.
                if (await FirstResultAsync(request.ActionId, actor, cancellation) is { } added)
                    return added;
            }
            var line = new CartLine
            {
                Id = Guid.CreateVersion7(), CartId = cartId, SessionId = request.SessionId, ConnectionId = wish.Value.Connection.Row.Id,
                OfferRef = request.OfferRef, OfferName = wish.Value.Offer.Name, Delivery = wish.Value.Offer.Delivery, Mode = request.Mode,
                Quantity = request.Quantity, Quote = wish.Value.Quote, QuotedAt = deed.At, AddedAt = deed.At, RequirementsJson = requirements, Version = 1,
                SeatsJson = JsonSerializer.Serialize(request.Seats), Together = request.Together,
            };
            deed.ResultId = line.Id;
            if (await AddAsync(line, deed, cancellation))
            {
                await place.RunAsync(actor, cartId, wish.Value.Connection, [line.Id], cancellation);
                return await ReadAsync(line.Id, cancellation);
            }
            if (await FirstResultAsync(request.ActionId, actor, cancellation) is { } result)
                return result;
        }
        return new Refusal(RefusalReason.Busy, "The cart was closed while this was added.");
    }

    /// <returns>False when the same action was first, or the cart was closed meanwhile.</returns>
    private async Task<bool> AddAsync(CartLine line, Deed deed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                db.Deeds.Add(deed);
                db.CartLines.Add(line);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                // A renewed version keeps the cart from being closed over a line that is just coming in.
                if (await db.Carts.Where(c => c.Id == line.CartId && c.State == CartState.Open)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellation) == 0)
                    return false;
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return true;
            });
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The same action id at the same moment; the caller reads the first result.
            return false;
        }
    }

    private async Task<Answer<CartLine>?> FirstResultAsync(Guid actionId, Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var deed = await db.Deeds.AsNoTracking().SingleOrDefaultAsync(d => d.Id == actionId && d.ActorId == actor.UserId, cancellation);
        if (deed is null)
            return null;
        var line = await db.CartLines.AsNoTracking().Include(l => l.Hold).SingleOrDefaultAsync(l => l.Id == deed.ResultId, cancellation);
        return line is null ? new Refusal(RefusalReason.NotFound, "It was added before and has been removed since.") : line;
    }

    private async Task<CartLine?> SameLineAsync(Guid cartId, AddToCartRequest request, CheckedWish wish, CancellationToken cancellation)
    {
        // Seats of one's choice and places side by side are what they are: more of them is a line of its own.
        if (request.Seats.Count > 0 || request.Together)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        return await db.CartLines.AsNoTracking().InCart()
            .Where(l => l.CartId == cartId && l.SessionId == request.SessionId && l.OfferRef == request.OfferRef && l.Mode == request.Mode && !l.Together && l.SeatsJson == "[]"
                && l.Problem == null && l.Quote.Net == wish.Quote.Net && l.Quote.Selling == wish.Quote.Selling && l.Quote.Owed == wish.Quote.Owed
                && l.Quote.Currency == wish.Quote.Currency && l.Quote.AccountCurrency == wish.Quote.AccountCurrency && l.Hold!.State == HoldState.Held && l.Hold.CommitBy > now)
            .OrderBy(l => l.AddedAt).FirstOrDefaultAsync(cancellation);
    }

    private async Task<string> RequirementsAsync(CheckedWish wish, CancellationToken cancellation)
    {
        if (wish.Connection.Provider is not IStatesGuestRequirements states)
            return "[]";
        var call = new ProviderCall(wish.Connection.Facts, CallSubject.None);
        var heard = await Hearing.HearAsync("Reading guest requirements", ct => states.ReadRequirementsAsync(call, wish.Session, wish.Offer.OfferRef, null, ct), logger);
        // Not knowing them yet stops nothing: the held reservation's own guest form is what counts.
        return heard.Answer is { IsYes: true } answer ? JsonSerializer.Serialize(answer.Value) : "[]";
    }

    private async Task<CartLine> ReadAsync(Guid lineId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CartLines.AsNoTracking().Include(l => l.Hold).SingleAsync(l => l.Id == lineId, cancellation);
    }
}
