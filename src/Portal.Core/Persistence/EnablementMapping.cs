using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Pricing;

namespace Portal.Core.Persistence;

internal sealed class PromoterMapping : IEntityTypeConfiguration<Promoter>
{
    public void Configure(EntityTypeBuilder<Promoter> b)
    {
        b.Property(p => p.ProviderRef).HasMaxLength(100);
        b.HasIndex(p => new { p.ConnectionId, p.ProviderRef }).IsUnique();
        b.HasOne<Connection>().WithMany().HasForeignKey(p => p.ConnectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChannelMapping : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> b)
    {
        b.Property(c => c.Name).HasMaxLength(100);
        b.HasIndex(c => c.Name).IsUnique();
    }
}

internal sealed class EventExceptionMapping : IEntityTypeConfiguration<EventException>
{
    public void Configure(EntityTypeBuilder<EventException> b)
    {
        b.HasKey(e => new { e.EventId, e.OwnerId });
        b.HasOne<Event>().WithMany().HasForeignKey(e => e.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PriceRuleMapping : IEntityTypeConfiguration<PriceRule>
{
    public void Configure(EntityTypeBuilder<PriceRule> b)
    {
        b.Property(r => r.Version).IsConcurrencyToken();
        b.Property(r => r.Category).HasMaxLength(100);
        b.HasIndex(r => new { r.AgencyId, r.ConnectionId });
    }
}
