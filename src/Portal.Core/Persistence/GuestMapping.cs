using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Guests;

namespace Portal.Core.Persistence;

internal sealed class GuestMapping : IEntityTypeConfiguration<Guest>
{
    public void Configure(EntityTypeBuilder<Guest> b)
    {
        b.Property(g => g.Version).IsConcurrencyToken();
        b.Property(g => g.SealedValues).HasMaxLength(-1);
        b.HasOne<Agency>().WithMany().HasForeignKey(g => g.AgencyId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Cart>().WithMany().HasForeignKey(g => g.CartId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(g => new { g.CartId, g.Number });
    }
}

internal sealed class GuestPlaceMapping : IEntityTypeConfiguration<GuestPlace>
{
    public void Configure(EntityTypeBuilder<GuestPlace> b)
    {
        b.Property(p => p.Version).IsConcurrencyToken();
        b.Property(p => p.WantedJson).HasMaxLength(2000);
        b.Property(p => p.SealedFaults).HasMaxLength(-1);
        b.HasOne(p => p.CartLine).WithMany(l => l.GuestPlaces).HasForeignKey(p => p.CartLineId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne(p => p.Guest).WithMany(g => g.Places).HasForeignKey(p => p.GuestId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(p => new { p.CartLineId, p.Slot }).IsUnique();
    }
}

internal sealed class GuestProgressMapping : IEntityTypeConfiguration<GuestProgress>
{
    public void Configure(EntityTypeBuilder<GuestProgress> b)
    {
        b.HasKey(p => p.BookingId);
        b.Property(p => p.Version).IsConcurrencyToken();
        b.HasOne<Bookings.Booking>().WithOne().HasForeignKey<GuestProgress>(p => p.BookingId).OnDelete(DeleteBehavior.Cascade);
        // The board, by time left: what it asks for is in the index, so that a page is found and counted without a look at the rows.
        b.HasIndex(p => new { p.AgencyId, p.State, p.DueAt, p.BookingId, p.AgentId, p.Refused });
        b.HasIndex(p => new { p.State, p.DueAt, p.BookingId });
        b.HasIndex(p => p.NextChaseAt);
    }
}

internal sealed class GuestWordMapping : IEntityTypeConfiguration<GuestWord>
{
    public void Configure(EntityTypeBuilder<GuestWord> b)
    {
        b.HasKey(w => new { w.Hash, w.GuestId });
        b.Property(w => w.Hash).HasMaxLength(24);
        b.HasOne<Guest>().WithMany(g => g.Words).HasForeignKey(w => w.GuestId).OnDelete(DeleteBehavior.Cascade);
    }
}
