using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Audit;
using Portal.Core.Mail;

namespace Portal.Core.Persistence;

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> b)
    {
        b.ToTable("History");
        b.Property(h => h.By).HasMaxLength(200);
        b.Property(h => h.FromState).HasMaxLength(30);
        b.Property(h => h.ToState).HasMaxLength(30);
        b.Property(h => h.Said).HasMaxLength(1000);
        b.HasIndex(h => h.BookingId);
        b.HasIndex(h => h.HoldId);
        b.HasIndex(h => h.OrderId);
        b.HasIndex(h => h.SwitchOf);
        b.HasIndex(h => h.AccountOf);
        b.HasIndex(h => h.PriceOf);
    }
}

internal sealed class ProviderCallMapping : IEntityTypeConfiguration<ProviderCallEntry>
{
    public void Configure(EntityTypeBuilder<ProviderCallEntry> b)
    {
        b.Property(c => c.Request).HasMaxLength(2000);
        b.Property(c => c.RequestBody).HasMaxLength(-1);
        b.Property(c => c.ResponseBody).HasMaxLength(-1);
        b.HasIndex(c => c.HoldId);
        b.HasIndex(c => c.OrderId);
        b.HasIndex(c => c.At);
    }
}

internal sealed class DeedMapping : IEntityTypeConfiguration<Deed>
{
    public void Configure(EntityTypeBuilder<Deed> b)
    {
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.Verb).HasMaxLength(50);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b)
    {
        b.Property(n => n.Said).HasMaxLength(1000);
        b.HasIndex(n => new { n.AgencyId, n.SeenAt });
    }
}

internal sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> b)
    {
        b.Property(m => m.Version).IsConcurrencyToken();
        b.Property(m => m.Intent).HasMaxLength(200);
        b.HasIndex(m => m.Intent).IsUnique();
        b.Property(m => m.SealedTo).HasMaxLength(2000);
        b.Property(m => m.SealedData).HasMaxLength(-1);
        b.Property(m => m.LastProblem).HasMaxLength(1000);
        b.HasIndex(m => new { m.State, m.DueAt });
        b.HasIndex(m => m.CreatedAt);
        b.HasIndex(m => new { m.AgencyId, m.CreatedAt });
    }
}

internal sealed class PortalKeyMapping : IEntityTypeConfiguration<PortalKey>
{
    public void Configure(EntityTypeBuilder<PortalKey> b)
    {
        b.HasKey(k => k.Name);
        b.Property(k => k.Name).HasMaxLength(50);
        b.Property(k => k.Sealed).HasMaxLength(2000);
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> b) => b.Property(k => k.Xml).HasMaxLength(-1);
}
