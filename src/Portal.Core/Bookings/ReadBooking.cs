using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.Guests;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Reads a booking for its page.</summary>
public sealed class ReadBooking(
    IDbContextFactory<PortalDb> databases, ProviderDirectory providers, ConnectionBook connections, CustomerSeal customers, GuestSeal guestSeal, TimeProvider time)
{
    /// <returns>Null when there is no such booking, or not for this actor.</returns>
    public async Task<BookingView?> RunAsync(Actor actor, string reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var wanted = reference.Trim().ToUpperInvariant();
        var booking = await db.Bookings.AsNoTracking().VisibleTo(actor).Where(b => b.Reference == wanted)
            .Select(b => new { b.Id, b.Reference, b.CreatedAt, b.AgentName, b.SealedCustomer, b.OnOpenAnswer, b.CartId, b.AgencyId, b.ErasedAt }).SingleOrDefaultAsync(cancellation);
        if (booking is null)
            return null;
        // An entity only for its reading methods; nothing of it leaves this method.
        var orders = await db.Orders.AsNoTracking().Include(o => o.References).Include(o => o.Operations).AsSplitQuery().Where(o => o.BookingId == booking.Id).OrderBy(o => o.Number).ToListAsync(cancellation);
        var kinds = await db.Connections.Select(c => new { c.Id, c.ProviderKind, c.SettleSeconds, c.MarginSeconds }).ToDictionaryAsync(c => c.Id, cancellation);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == booking.AgencyId, cancellation);
        var payments = await BookingPayments.ReadAsync(db, booking.Id, connections, cancellation);
        var isErased = booking.ErasedAt is not null;
        var items = await ItemsAsync(db, actor, booking.Id, isErased, cancellation);
        var fulfilments = await FulfilmentsAsync(db, booking.Id, isErased, cancellation);
        var lines = await LinesAsync(db, orders, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var returned = await db.CartLines.AnyAsync(l => l.CartId == booking.CartId && l.RemovedAt == null && l.OrderId == null, cancellation);

        var views = new List<OrderView>();
        foreach (var o in orders)
        {
            var connection = kinds[o.ConnectionId];
            var provider = providers.Get(connection.ProviderKind);
            var knownBy = o.Question.AskedAt + (connection.SettleSeconds is { } s ? TimeSpan.FromSeconds(s) : provider.Traits.SettlesAfter) + TimeSpan.FromSeconds(30);
            var its = items.Where(i => i.OrderId == o.Id).Select(i => i.View).ToList();
            var facts = ConversionFacts.Of(agency, payments.Money, provider, connection.MarginSeconds is { } m ? TimeSpan.FromSeconds(m) : provider.Traits.DefaultMargin);
            var acts = await OrderActs.ReadAsync(db, o, its, provider, now);
            views.Add(new OrderView(o.Id, o.Number, o.OurReference, provider.Traits.DisplayName, o.Mode, o.State, new Money(o.TotalNet, o.Currency), new Money(o.TotalSelling, o.AccountCurrency))
            {
                Refusal = o.RefusedFor is { } reason ? new Refusal(reason, o.RefusedDetail ?? "") : null,
                Asked = o.Question.Asked, LockedUntil = o is { State: OrderState.Prepared, LetGoAt: not null } ? o.ExpiresAt : null,
                Delivery = o.DeliveryCost > 0 ? new Money(o.DeliveryCost, o.Currency) : null, Undoing = o.Operations.Find(x => x.IsUndo)?.State,
                CommitBy = o.CommitBy, KeptUntil = o.KeptUntil, SilentSince = o.Question.SilentSince, Looks = o.Question.Looks,
                KnownBy = o.State == OrderState.Unknown && knownBy > now ? knownBy : null,
                Lines = lines[o.Id], References = [.. o.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value)).Where(r => !r.IsNote)],
                Acts = acts, CancelledByUs = o.Operations.Exists(x => x is { Kind: OperationKind.Cancel, State: OperationState.Done }), Operations = [.. OperationsToSay(o)],
                Items = [.. its.Select(i => i with
                {
                    Outlook = i.State == ItemState.Booked ? facts.OutlookOf(o, i.KeptUntil ?? o.KeptUntil, i.IsGivenUp, now) : null,
                    KeptUntil = i.State == ItemState.Booked ? i.KeptUntil ?? o.KeptUntil : null,
                    CanPurchase = i is { State: ItemState.Booked, Doing: null, IsGivenUp: false } && acts.NoPurchase is null, CanCancel = i.Doing is null && OrderActs.CanCancel(provider, i.State),
                })],
                Fulfilments = [.. fulfilments.Where(f => f.OrderId == o.Id).Select(f => f.View with { TakesLateGuests = provider is ITakesLateGuests })],
            });
        }
        return new BookingView(booking.Id, booking.Reference, booking.CreatedAt, booking.AgentName, isErased ? GuestNames.Erased : GuestNames.For(actor, customers.Open(booking.SealedCustomer)), booking.OnOpenAnswer, views)
        {
            ErasedAt = booking.ErasedAt,
            Payments = payments, Timeline = await BookingTimeline.ReadAsync(db, booking.Id, orders, cancellation), CartWithReturned = returned ? booking.CartId : null,
        };
    }

    // One that was refused is said until another is tried.
    private static IEnumerable<OperationView> OperationsToSay(Order order) => order.Operations.Where(o => !o.IsUndo).OrderBy(o => o.CreatedAt).ThenBy(o => o.Id)
        .Where((o, index) => OperationLifecycle.Open.Contains(o.State) || (o.State == OperationState.Refused && index == order.Operations.Count(x => !x.IsUndo) - 1))
        .Select(o => new OperationView(o.Id, o.Kind, o.State)
        {
            Refusal = o.RefusedFor is { } reason ? new Refusal(reason, o.RefusedDetail ?? "") : null, Looks = o.Question.Looks,
            AskedNet = o.AskedNet is { } asked ? new Money(asked, order.Currency) : null, ItemIds = JsonSerializer.Deserialize<List<Guid>>(o.AboutJson)!,
        });

    private async Task<List<(Guid OrderId, ItemView View)>> ItemsAsync(PortalDb db, Actor actor, Guid bookingId, bool isErased, CancellationToken cancellation)
    {
        var rows = await (
            from item in db.Items.AsNoTracking()
            where item.Order!.BookingId == bookingId
            join session in db.Sessions on item.SessionId equals session.Id
            orderby item.OrderId, item.CartLineId, item.Place
            select new
            {
                item.OrderId,
                // A name stands on a ticket only where the provider's list has one person per ticket.
                SealedGuest = db.GuestPlaces.Where(p => p.CartLineId == item.CartLineId && p.Slot == item.Place).Select(p => p.Guest!.SealedValues).FirstOrDefault(),
                IsGone = db.GuestPlaces.Any(p => p.CartLineId == item.CartLineId && p.Slot == item.Place && (isErased || p.Guest!.ErasedAt != null)),
                View = new ItemView(item.Id, item.SessionId,
                    new EventAndTime(session.EventId, session.Event!.Name, session.StartLocal, session.TimeZone, session.DateConfirmed, session.Event!.VenueName, session.Event!.City),
                    item.OfferName, item.State, new Money(item.Quote.Selling, item.Quote.AccountCurrency))
                {
                    Net = new Money(item.Quote.Net + item.Quote.Charges, item.Quote.Currency), Quote = item.Quote, KeptUntil = item.KeptUntil, IsGivenUp = item.State == ItemState.Booked && item.GivenUpAt != null,
                    AwaitsReturn = item.SaleId != null && item.ReturnId == null && (item.State == ItemState.Cancelled || item.State == ItemState.Refunded),
                    Doing = db.Operations.Where(o => o.Id == item.OperationId).Select(o => (OperationKind?)o.Kind).FirstOrDefault(),
                    FulfilmentId = item.FulfilmentId, Section = item.Section, Row = item.Row, Seat = item.Seat, DeliveredElsewhere = item.DeliveredElsewhere, HasCode = item.Barcode != null, WalletUrl = item.WalletUrl,
                    Files = db.TicketFiles.Where(f => f.ItemId == item.Id).OrderBy(f => f.Label).Select(f => new FileView(f.Id, f.Kind, f.Label, f.FetchedAt != null)).ToList(),
                },
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.OrderId, r.View with
        {
            Guest = r.IsGone ? GuestNames.Erased : GuestNames.For(actor, GuestNames.Of(guestSeal.Open(r.SealedGuest))),
            // Copies of what is personal are gone.
            Files = isErased ? [] : r.View.Files, WalletUrl = isErased || !actor.SeesPersons ? null : r.View.WalletUrl,
        }));
    }

    private static async Task<List<(Guid OrderId, FulfilmentView View)>> FulfilmentsAsync(PortalDb db, Guid bookingId, bool isErased, CancellationToken cancellation)
    {
        var rows = await (
            from fulfilment in db.Fulfilments.AsNoTracking()
            where fulfilment.Order!.BookingId == bookingId
            join session in db.Sessions on fulfilment.SessionId equals session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            orderby fulfilment.Id
            select new
            {
                fulfilment.OrderId,
                View = new FulfilmentView(fulfilment.Id, fulfilment.Status, fulfilment.RawStatus, fulfilment.GuestData, fulfilment.ReadAt)
                {
                    What = session == null ? null : new EventAndTime(session.EventId, session.Event!.Name, session.StartLocal, session.TimeZone, session.DateConfirmed,
                        session.Event!.VenueName, session.Event!.City),
                    StartLocal = fulfilment.StartLocal, GuestsSentAt = fulfilment.GuestsSentAt,
                    Files = fulfilment.Files.Where(f => f.ItemId == null && (f.Kind == FileKind.Invoice || !isErased)).OrderBy(f => f.Kind).Select(f => new FileView(f.Id, f.Kind, f.Label, f.FetchedAt != null)).ToList(),
                },
            }).ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.OrderId, r.View));
    }

    // The lines may have moved on (back in the cart, held elsewhere): what was ordered is what the order froze.
    private static async Task<Dictionary<Guid, IReadOnlyList<OrderedLine>>> LinesAsync(PortalDb db, List<Order> orders, CancellationToken cancellation)
    {
        var asked = orders.ToDictionary(o => o.Id, o => AskedLines.Read(o.AskedJson));
        var lineIds = asked.Values.SelectMany(l => l).Select(l => l.LineId).Distinct().ToList();
        var known = await db.CartLines.AsNoTracking().Where(l => lineIds.Contains(l.Id)).Select(l => new
        {
            l.Id, l.OfferName,
            What = new EventAndTime(l.Session!.EventId, l.Session!.Event!.Name, l.Session!.StartLocal, l.Session!.TimeZone, l.Session!.DateConfirmed,
                l.Session!.Event!.VenueName, l.Session!.Event!.City),
        }).ToDictionaryAsync(l => l.Id, cancellation);
        return asked.ToDictionary(o => o.Key, o => (IReadOnlyList<OrderedLine>)[.. o.Value.Select(l => known.TryGetValue(l.LineId, out var line)
            ? new OrderedLine(line.What, line.OfferName, l.Quantity, l.NetEach)
            : new OrderedLine(null, l.OfferRef, l.Quantity, l.NetEach))]);
    }
}
