using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>Reads what gets people in: purchased items, and of those none that is being taken back at this moment.</summary>
internal static class VoucherReading
{
    // What a person can read out on the telephone; longer names are for machines.
    private const int LongestReference = 20;

    /// <summary>Items that are sold, with no act open that may take them back.</summary>
    public static IQueryable<Item> Good(this IQueryable<Item> items, PortalDb db) => items.Where(i => i.State == ItemState.Purchased
        && !db.Operations.Any(o => o.Id == i.OperationId && (o.Kind == OperationKind.Cancel || o.Kind == OperationKind.Refund)));

    public static async Task<TicketSheet> SheetAsync(PortalDb db, GuestSeal seal, Guid bookingId, CancellationToken cancellation)
    {
        var head = await (from booking in db.Bookings
                          where booking.Id == bookingId
                          join agency in db.Agencies on booking.AgencyId equals agency.Id
                          select new { booking.AgencyId, booking.Reference, agency.Name, agency.Email, agency.TimeZone, booking.ErasedAt }).SingleAsync(cancellation);
        var names = (await db.Set<OrderReference>().AsNoTracking().Where(r => db.Orders.Any(o => o.Id == r.OrderId && o.BookingId == bookingId)).OrderBy(r => r.Id).ToListAsync(cancellation))
            .ToLookup(r => r.OrderId, r => new ProviderReference(r.Kind, r.Value));
        var rows = await RowsAsync(db, bookingId, cancellation);
        List<FileRow> files = head.ErasedAt is null ? await FilesAsync(db, bookingId, rows, cancellation) : [];
        return new TicketSheet(bookingId, head.AgencyId, head.Reference, head.Name, head.Email, head.TimeZone, [.. rows.Select((row, index) => row.Voucher with
        {
            Number = index + 1, Of = rows.Count,
            What = row.Voucher.What with { StartLocal = row.MovedTo ?? row.Voucher.What.StartLocal },
            SoldFor = row.MovedTo is { } now && now != row.Voucher.What.StartLocal ? row.Voucher.What.StartLocal : null,
            Guest = row.IsErased ? GuestNames.Erased : GuestNames.Of(seal.Open(row.SealedGuest)),
            References = [.. names[row.OrderId].Where(n => !n.IsNote && n.Value.Length <= LongestReference).DistinctBy(n => n.Value)],
            DeliveryOption = row.DeliveryJson is null ? null : JsonSerializer.Deserialize<DeliveryOption>(row.DeliveryJson)?.Name,
            Files = [.. files.Where(f => f.ItemId == row.Voucher.ItemId).Select(f => f.View)],
            Bundle = files.Find(f => f.ItemId is null && f.FulfilmentId == row.FulfilmentId)?.View,
        })]);
    }

    private static async Task<List<ItemRow>> RowsAsync(PortalDb db, Guid bookingId, CancellationToken cancellation) => await (
        from item in db.Items.AsNoTracking().Good(db)
        where item.Order!.BookingId == bookingId
        join session in db.Sessions on item.SessionId equals session.Id
        join line in db.CartLines on item.CartLineId equals line.Id
        join fulfilment in db.Fulfilments on item.FulfilmentId equals fulfilment.Id into fulfilments
        from fulfilment in fulfilments.DefaultIfEmpty()
        orderby session.StartLocal, item.OrderId, item.CartLineId, item.Place
        select new ItemRow(
            new Voucher(item.Id, new EventAndTime(session.EventId, session.Event!.Name, session.StartLocal, session.TimeZone, session.DateConfirmed, session.Event!.VenueName, session.Event!.City), item.OfferName)
            {
                Section = item.Section, Row = item.Row, Seat = item.Seat, Barcode = item.Barcode, WalletUrl = item.WalletUrl, DeliveredElsewhere = item.DeliveredElsewhere, Delivery = line.Delivery,
                Status = fulfilment == null ? null : fulfilment.Status, GuestData = fulfilment == null ? GuestDataStatus.NotApplicable : fulfilment.GuestData,
            },
            item.OrderId, item.FulfilmentId, item.Order!.DeliveryJson, fulfilment == null ? null : fulfilment.StartLocal,
            db.GuestPlaces.Where(p => p.CartLineId == item.CartLineId && p.Slot == item.Place).Select(p => p.Guest!.SealedValues).FirstOrDefault(),
            db.GuestPlaces.Any(p => p.CartLineId == item.CartLineId && p.Slot == item.Place && (p.Guest!.ErasedAt != null || item.Order!.Booking!.ErasedAt != null)))).ToListAsync(cancellation);

    private static async Task<List<FileRow>> FilesAsync(PortalDb db, Guid bookingId, List<ItemRow> good, CancellationToken cancellation)
    {
        var files = await db.TicketFiles.AsNoTracking().Where(f => f.Fulfilment!.Order!.BookingId == bookingId && (f.Kind == FileKind.Ticket || f.Kind == FileKind.Bundle))
            .OrderBy(f => f.Label).Select(f => new FileRow(f.ItemId, f.FulfilmentId, new FileView(f.Id, f.Kind, f.Label, f.FetchedAt != null))).ToListAsync(cancellation);
        // A file of all tickets is good only while all of them are.
        var whole = (await db.Items.Where(i => i.Order!.BookingId == bookingId && i.FulfilmentId != null).GroupBy(i => i.FulfilmentId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation))
            .Where(g => good.Count(r => r.FulfilmentId == g.Key) == g.Count).Select(g => g.Key).ToHashSet();
        return files.FindAll(f => f.ItemId is not null || whole.Contains(f.FulfilmentId));
    }

    private sealed record ItemRow(Voucher Voucher, Guid OrderId, Guid? FulfilmentId, string? DeliveryJson, DateTime? MovedTo, string? SealedGuest, bool IsErased);

    private sealed record FileRow(Guid? ItemId, Guid FulfilmentId, FileView View);
}
