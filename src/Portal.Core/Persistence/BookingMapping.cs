using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Ledger;

namespace Portal.Core.Persistence;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> b)
    {
        b.Property(x => x.Version).IsConcurrencyToken();
        b.Property(x => x.Reference).HasMaxLength(12);
        b.HasIndex(x => x.Reference).IsUnique();
        b.Property(x => x.SealedCustomer).HasMaxLength(2000);
        b.Property(x => x.SealedBuyer).HasMaxLength(-1);
        b.HasOne<Agency>().WithMany().HasForeignKey(x => x.AgencyId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Cart>().WithMany().HasForeignKey(x => x.CartId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(x => x.History).WithOne().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Restrict);
        // The list page: newest first within an agency.
        b.HasIndex(x => new { x.AgencyId, x.CreatedAt, x.Id });
        b.HasIndex(x => x.EraseAt);
    }
}

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> b)
    {
        b.Property(o => o.Version).IsConcurrencyToken();
        b.Property(o => o.OurReference).HasMaxLength(20);
        b.Property(o => o.AskedJson).HasMaxLength(-1);
        b.Property(o => o.RefusedDetail).HasMaxLength(1000);
        b.Property(o => o.SealedBody).HasMaxLength(-1);
        b.Property(o => o.DeliveryJson).HasMaxLength(1000);
        b.Property(o => o.Currency).HasMaxLength(3);
        b.ComplexProperty(o => o.Question);
        b.HasOne(o => o.Booking).WithMany(x => x.Orders).HasForeignKey(o => o.BookingId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne(o => o.Hold).WithMany().HasForeignKey(o => o.HoldId).OnDelete(DeleteBehavior.Restrict);
        // Each taking of a hold becomes one order, whatever races: the second order cannot be written.
        b.HasIndex(o => new { o.HoldId, o.HoldTake }).IsUnique();
        b.HasOne<Connection>().WithMany().HasForeignKey(o => o.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(o => o.History).WithOne().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(o => o.References).WithOne().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(o => o.NextReadAt);
        b.HasIndex(o => o.NextConvertAt);
        b.HasIndex(o => o.NextReminderAt);
        // Deadlines, the next one first.
        b.HasIndex(o => new { o.State, o.KeptUntil });
        b.HasIndex(o => new { o.AgencyId, o.State });
        // What an agency sold since some day.
        b.HasIndex(o => new { o.AgencyId, o.CommittedAt });
    }
}

internal sealed class OrderReferenceMapping : IEntityTypeConfiguration<OrderReference>
{
    public void Configure(EntityTypeBuilder<OrderReference> b)
    {
        b.ToTable("OrderReferences");
        b.Property(r => r.Kind).HasMaxLength(50);
        b.HasIndex(r => new { r.OrderId, r.Kind });
        // A provider's own code, read out by a customer on the phone.
        b.HasIndex(r => r.Value);
    }
}

internal sealed class ItemMapping : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> b)
    {
        b.Property(i => i.OfferRef).HasMaxLength(200);
        b.Property(i => i.ProviderRef).HasMaxLength(200);
        b.Property(i => i.Section).HasMaxLength(100);
        b.Property(i => i.Row).HasMaxLength(50);
        b.Property(i => i.Seat).HasMaxLength(50);
        b.Property(i => i.Barcode).HasMaxLength(200);
        b.ComplexProperty(i => i.Quote, QuoteMapping.Map);
        b.HasOne(i => i.Order).WithMany(o => o.Items).HasForeignKey(i => i.OrderId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<CartLine>().WithMany().HasForeignKey(i => i.CartLineId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<LedgerTransaction>().WithMany().HasForeignKey(i => i.SaleId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<LedgerTransaction>().WithMany().HasForeignKey(i => i.ReturnId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Fulfilment>().WithMany(f => f.Items).HasForeignKey(i => i.FulfilmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OperationMapping : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> b)
    {
        b.ToTable("Operations");
        b.Property(o => o.Version).IsConcurrencyToken();
        b.Property(o => o.OurReference).HasMaxLength(30);
        b.HasIndex(o => o.OurReference).IsUnique();
        b.Property(o => o.RefusedDetail).HasMaxLength(1000);
        b.Property(o => o.AboutJson).HasMaxLength(-1);
        b.Ignore(o => o.ReturnedMoney);
        b.Ignore(o => o.Net);
        b.ComplexProperty(o => o.Question);
        b.HasOne(o => o.Order).WithMany(o => o.Operations).HasForeignKey(o => o.OrderId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(o => o.Items).WithOne().HasForeignKey(i => i.OperationId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(o => o.References).WithOne().HasForeignKey(r => r.OperationId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(o => o.State);
    }
}

internal sealed class OperationReferenceMapping : IEntityTypeConfiguration<OperationReference>
{
    public void Configure(EntityTypeBuilder<OperationReference> b)
    {
        b.ToTable("OperationReferences");
        b.Property(r => r.Kind).HasMaxLength(50);
    }
}

internal sealed class FulfilmentMapping : IEntityTypeConfiguration<Fulfilment>
{
    public void Configure(EntityTypeBuilder<Fulfilment> b)
    {
        b.Property(f => f.RefKind).HasMaxLength(50);
        b.Property(f => f.RefValue).HasMaxLength(200);
        b.Property(f => f.RawStatus).HasMaxLength(100);
        b.Property(f => f.RawGuestData).HasMaxLength(100);
        b.Property(f => f.StartLocal).HasConversion<KeptAsWallClock>();
        b.HasOne(f => f.Order).WithMany(o => o.Fulfilments).HasForeignKey(f => f.OrderId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Session>().WithMany().HasForeignKey(f => f.SessionId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(f => new { f.OrderId, f.RefKind, f.RefValue }).IsUnique();
        b.HasIndex(f => f.NextGuestsAt);
    }
}

internal sealed class TicketFileMapping : IEntityTypeConfiguration<TicketFile>
{
    public void Configure(EntityTypeBuilder<TicketFile> b)
    {
        b.Property(f => f.ProviderRef).HasMaxLength(500);
        b.Property(f => f.Sha256).HasMaxLength(64);
        b.Property(f => f.ContentType).HasMaxLength(100);
        b.HasOne(f => f.Fulfilment).WithMany(x => x.Files).HasForeignKey(f => f.FulfilmentId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Item>().WithMany().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(f => new { f.FulfilmentId, f.ProviderRef }).IsUnique();
    }
}
