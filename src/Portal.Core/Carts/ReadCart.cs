using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Guests;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>Reads a cart for the page and the dock. Says how it stands at this moment, whether or not the sweep has run.</summary>
public sealed class ReadCart(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, TimeProvider time)
{
    /// <param name="actor">Who reads.</param>
    /// <param name="cartId">Which cart; null takes the current one.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>Null when there is no such cart, or not for this actor.</returns>
    public async Task<CartView?> RunAsync(Actor actor, Guid? cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var cart = await db.Carts.AsNoTracking().VisibleTo(actor)
            .Where(c => cartId == null ? c.State == CartState.Open && c.IsCurrent && c.AgentId == actor.UserId : c.Id == cartId)
            .OrderBy(c => c.CreatedAt).Select(c => new { c.Id, c.Name, c.IsCurrent, c.AgentId, c.AgencyId, c.Version }).FirstOrDefaultAsync(cancellation);
        if (cart is null)
            return null;
        var rows = (await CartRows.Of(db, db.CartLines.Where(l => l.CartId == cart.Id)).ToListAsync(cancellation))
            .FindAll(r => r.OrderState is null || Bookings.OrderLifecycle.Open.Contains(r.OrderState.Value));
        var others = await db.Carts.AsNoTracking().Where(c => c.AgentId == cart.AgentId && c.State == CartState.Open && c.Id != cart.Id).OrderBy(c => c.CreatedAt)
            .Select(c => new NamedCart(c.Id, actor.SeesPersons ? c.Name : EraseCarts.Nameless, c.Lines.Count(l => l.RemovedAt == null && l.OrderId == null), c.IsCurrent)).ToListAsync(cancellation);

        var against = await AgainstAsync(db, cart.AgencyId, rows, now, cancellation);
        var cards = rows.GroupBy(CardOf).Select(g => Card(g.Key, [.. g], against, now))
            .OrderBy(c => c.State == LineState.InCheckout).ThenBy(c => c.CommitBy is null).ThenBy(c => c.CommitBy).ThenBy(c => c.Lines[0].AddedAt).ToList();
        var open = cards.Where(c => c.State != LineState.InCheckout).SelectMany(c => c.Lines).Where(l => !l.IsLeaving).ToList();
        var totals = CartTotal.Of(open.Select(l => (l.Net, l.Selling, l.Quantity)));
        var content = CartContent.Of(rows.Where(r => r.OrderState is null && r.RemovedAt is null).Select(r => (r.Id, r.HoldId, r.Quantity, r.Quote.Selling)));
        return new CartView(cart.Id, GuestNames.OfCart(actor, cart.Name), cart.IsCurrent, cards, totals,
            cards.Where(c => c.State is LineState.Held).Min(c => c.CommitBy), content, cart.Version, others);
    }

    // A hold that ended with lines of several visits: they are held again together, so they are one card.
    private static (Guid Connection, Guid? Hold, string? Booking) CardOf(CartRow row) => (row.ConnectionId, row.HoldId, row.BookingReference);

    private Task<IReadOnlyDictionary<Guid, IReadOnlyList<NotEnabled>>> AgainstAsync(
        PortalDb db, Guid agencyId, List<CartRow> rows, DateTime now, CancellationToken cancellation) =>
        db.ReadAgainstAsync(agencyId, [.. rows.Where(r => r.OrderState is null && r.RemovedAt is null).Select(r => JudgedLine.Of(r, providers.Get(r.ProviderKind).Traits))], now, cancellation);

    private CartCard Card(
        (Guid Connection, Guid? Hold, string? Booking) key, List<CartRow> rows, IReadOnlyDictionary<Guid, IReadOnlyList<NotEnabled>> against, DateTime now)
    {
        var traits = providers.Get(rows[0].ProviderKind).Traits;
        var lines = rows.OrderBy(r => r.AddedAt).Select(r => Line(r, now) with { Against = against.GetValueOrDefault(r.Id) ?? [] }).ToList();
        var row = rows[0];
        var settles = row.SettleSeconds is { } s ? TimeSpan.FromSeconds(s) : traits.SettlesAfter;
        // 'Nothing there' is believed when seen twice after the wire has settled; the looks are ten seconds apart.
        var knownBy = row.AskedAt + settles + TimeSpan.FromSeconds(30);
        return new CartCard(key.Hold, key.Connection, traits.DisplayName, lines[0].State, row.CommitBy, row.ExpiresAt, lines)
        {
            Asked = row.Asked ?? Asked.Nothing,
            MayBeHeldUntil = row.HoldState == HoldState.Unknown ? row.ExpiresAt ?? row.AskedAt + traits.HoldLength : null,
            KnownBy = row.HoldState == HoldState.Unknown && knownBy > now ? knownBy : null,
            Clock = traits.HoldClock, CanRelease = traits.CanRelease, BookingReference = key.Booking,
            Change = traits.HoldChange, IsFrozen = row.FrozenAt is not null && lines[0].State is LineState.Held or LineState.Ending, Warning = lines[0].State == LineState.Held ? row.Warning : null,
            TakesPromotions = providers.Get(rows[0].ProviderKind) is ITakesPromotions && row.FrozenAt is null && lines[0].State == LineState.Held,
            CanStep = traits.HoldClock == HoldClock.Stepped && row.FrozenAt is null && lines[0].State == LineState.Held,
        };
    }

    private static CartLineView Line(CartRow row, DateTime now) =>
        new(row.Id, LineStates.Of(row.HoldState, row.CommitBy, row.ExpiresAt, row.OrderState, row.Problem, now), row.What, row.OfferName, row.Quantity, row.Mode, row.Quote)
        {
            SessionId = row.SessionId, HeldQuantity = row.HeldQuantity, Delivery = row.Delivery, AddedAt = row.AddedAt,
            Problem = ProblemOf(row), HasChosenSeats = row.HasChosenSeats, Places = row.HeldQuantity > 0 ? JsonSerializer.Deserialize<List<HeldSeat>>(row.PlacesJson)! : [],
            WantsGuests = row.WantsGuests, IsLeaving = row.RemovedAt is not null,
        };

    // The line keeps what the refusal said; the sentences need it as a refusal again.
    private static LineProblem? ProblemOf(CartRow row) => row.Problem is not { } reason ? null : new LineProblem(
        new Refusal(reason, row.ProblemDetail ?? "")
        {
            Shortfalls = row.ProblemLeft is { } left ? [new Shortfall(row.OfferRef, row.Quantity, left)] : [],
            PriceMoves = row.NewQuote is { } quote ? [new PriceMove(row.OfferRef, row.Quote.NetEach, quote.NetEach)] : [],
        },
        row.ProblemLeft is > 0 ? row.ProblemLeft : null, row.NewQuote);
}
