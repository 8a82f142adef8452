using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Catalog;

namespace Portal.Core.Persistence;

internal sealed class ConnectionMapping : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> b)
    {
        b.Property(c => c.Name).HasMaxLength(100);
        b.HasIndex(c => c.Name).IsUnique();
        b.Property(c => c.ProviderKind).HasMaxLength(50);
        b.Property(c => c.SealedValues).HasMaxLength(-1);
        b.Property(c => c.CatalogProblem).HasMaxLength(1000);
        b.Property(c => c.ConfigurationProblem).HasMaxLength(1000);
        b.HasOne<Enablement.Channel>().WithMany().HasForeignKey(c => c.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventMapping : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> b)
    {
        b.Property(e => e.ProviderRef).HasMaxLength(100);
        b.HasIndex(e => new { e.ConnectionId, e.ProviderRef }).IsUnique();
        b.HasOne(e => e.Connection).WithMany().HasForeignKey(e => e.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Enablement.Promoter>().WithMany().HasForeignKey(e => e.PromoterId).OnDelete(DeleteBehavior.Restrict);
        b.Property(e => e.Category).HasMaxLength(50);
        b.Property(e => e.City).HasMaxLength(100);
        b.Property(e => e.Country).HasMaxLength(3);
        b.Property(e => e.FromCurrency).HasMaxLength(3);
        b.Property(e => e.RawStatus).HasMaxLength(50);
        b.Property(e => e.Description).HasMaxLength(4000);
        b.HasIndex(e => new { e.Category, e.Status });
        b.HasIndex(e => e.City);
        // One for each way the search sorts (here and below), in that direction, so that a page is read off its beginning.
        b.HasIndex(e => e.PlainName);
        b.HasIndex(e => e.IsPopular);
        b.Property(e => e.Kind).HasDefaultValue(OfferKind.Zone);
        b.HasIndex(e => e.Kind);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> b)
    {
        b.Property(s => s.ProviderRef).HasMaxLength(100);
        b.HasIndex(s => new { s.EventId, s.ProviderRef }).IsUnique();
        b.HasOne(s => s.Event).WithMany(e => e.Sessions).HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
        b.Property(s => s.StartLocal).HasConversion<KeptAsWallClock>();
        b.Property(s => s.EndLocal).HasConversion<KeptAsWallClock>();
        b.Property(s => s.TimeZone).HasMaxLength(60);
        b.Property(s => s.OffersJson).HasMaxLength(-1);
        b.Property(s => s.ListedFrom).HasConversion<KeptAsWallClock>();
        b.Property(s => s.ListedUntil).HasConversion<KeptAsWallClock>();
        b.Property(s => s.FromCurrency).HasMaxLength(3);
        b.Property(s => s.IsOffered).HasDefaultValue(true);
        b.Property(s => s.IsListed).HasDefaultValue(true);
        // An event's calendar, and its row.
        b.HasIndex(s => new { s.EventId, s.StartLocal });
        b.HasIndex(s => new { s.EventId, s.IsListed });
        b.HasIndex(s => new { s.GroupId, s.IsListed });
        b.HasIndex(s => new { s.IsListed, s.ListedFrom, s.ListedUntil }, "IX_Sessions_Soonest");
        b.HasIndex(s => new { s.IsListed, s.HasPrice, s.SortPrice }, "IX_Sessions_CheapestFirst").IsDescending(false, true, false);
        b.HasIndex(s => new { s.IsListed, s.HasPrice, s.SortPrice }, "IX_Sessions_DearestFirst").IsDescending(false, true, true);
    }
}

internal sealed class EventWordMapping : IEntityTypeConfiguration<EventWord>
{
    public void Configure(EntityTypeBuilder<EventWord> b)
    {
        // Word first: a query asks for the range of words that begin with what was typed.
        b.HasKey(w => new { w.Word, w.EventId });
        b.Property(w => w.Word).HasMaxLength(SearchWords.MaxLength);
        b.HasOne<Event>().WithMany(e => e.Words).HasForeignKey(w => w.EventId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(w => w.EventId);
    }
}

internal sealed class GroupPinMapping : IEntityTypeConfiguration<GroupPin>
{
    public void Configure(EntityTypeBuilder<GroupPin> b)
    {
        b.HasKey(p => p.ListingId);
        b.Property(p => p.ListingId).ValueGeneratedNever();
        b.HasOne<Event>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
