using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;

namespace Portal.Core.Persistence;

internal sealed class CartMapping : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> b)
    {
        b.Property(c => c.Name).HasMaxLength(100);
        b.Property(c => c.SealedCustomer).HasMaxLength(2000);
        b.Property(c => c.SealedBuyer).HasMaxLength(-1);
        b.Property(c => c.DeliveryJson).HasMaxLength(2000);
        b.Property(c => c.Version).IsConcurrencyToken();
        b.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(c => new { c.AgentId, c.State });
    }
}

internal sealed class CartLineMapping : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> b)
    {
        b.Property(l => l.Version).IsConcurrencyToken();
        b.Property(l => l.OfferRef).HasMaxLength(200);
        b.Property(l => l.ProblemDetail).HasMaxLength(1000);
        b.Property(l => l.RequirementsJson).HasMaxLength(-1);
        b.Property(l => l.SeatsJson).HasMaxLength(4000);
        b.Property(l => l.PlacesJson).HasMaxLength(-1);
        b.ComplexProperty(l => l.Quote, QuoteMapping.Map);
        b.ComplexProperty(l => l.NewQuote, QuoteMapping.Map);
        b.HasOne(l => l.Cart).WithMany(c => c.Lines).HasForeignKey(l => l.CartId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne(l => l.Session).WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Connection>().WithMany().HasForeignKey(l => l.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne(l => l.Hold).WithMany(h => h.Lines).HasForeignKey(l => l.HoldId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Bookings.Order>().WithMany(o => o.Lines).HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> b)
    {
        b.Property(h => h.Version).IsConcurrencyToken();
        b.Property(h => h.OurReference).HasMaxLength(60);
        b.HasIndex(h => h.OurReference).IsUnique();
        b.Property(h => h.AskedJson).HasMaxLength(-1);
        b.Property(h => h.HeldJson).HasMaxLength(-1);
        b.Property(h => h.Warning).HasMaxLength(1000);
        b.ComplexProperty(h => h.Question);
        b.HasOne(h => h.Cart).WithMany(c => c.Holds).HasForeignKey(h => h.CartId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Connection>().WithMany().HasForeignKey(h => h.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(h => h.History).WithOne().HasForeignKey(e => e.HoldId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(h => h.References).WithOne().HasForeignKey(r => r.HoldId).OnDelete(DeleteBehavior.Cascade);
        // What the sweep asks every few seconds.
        b.HasIndex(h => new { h.State, h.ExpiresAt });
    }
}

internal sealed class HoldReferenceMapping : IEntityTypeConfiguration<HoldReference>
{
    public void Configure(EntityTypeBuilder<HoldReference> b)
    {
        b.ToTable("HoldReferences");
        b.Property(r => r.Kind).HasMaxLength(50);
        b.HasIndex(r => new { r.HoldId, r.Kind });
    }
}
