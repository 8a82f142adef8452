using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Core.Links;
using Portal.Core.Payments;
using Portal.Core.Pricing;

namespace Portal.Core.Persistence;

internal sealed class LedgerTransactionMapping : IEntityTypeConfiguration<LedgerTransaction>
{
    public void Configure(EntityTypeBuilder<LedgerTransaction> b)
    {
        b.ToTable("LedgerTransactions");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Key).HasMaxLength(100);
        // Whoever tells of it a second time, the job or another tab, cannot write it.
        b.HasIndex(t => t.Key).IsUnique();
        b.HasOne<Agency>().WithMany().HasForeignKey(t => t.AgencyId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Booking>().WithMany().HasForeignKey(t => t.BookingId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(t => t.Entries).WithOne(e => e.Transaction).HasForeignKey(e => e.TransactionId).OnDelete(DeleteBehavior.Restrict);
        // Statements: one agency's, in the order of time.
        b.HasIndex(t => new { t.AgencyId, t.At, t.Id });
    }
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> b)
    {
        b.ToTable("LedgerEntries");
        b.Property(e => e.Currency).HasMaxLength(3);
    }
}

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> b)
    {
        b.ToTable("Payments");
        b.Property(p => p.Id).ValueGeneratedNever();
        b.Property(p => p.Currency).HasMaxLength(3);
        b.Property(p => p.Reference).HasMaxLength(100);
        b.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Payment>().WithMany().HasForeignKey(p => p.RefundOf).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(p => new { p.BookingId, p.RecordedAt });
        b.HasIndex(p => new { p.AgencyId, p.RecordedAt });
    }
}

internal sealed class ExchangeRateMapping : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> b)
    {
        b.ToTable("ExchangeRates");
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Property(r => r.From).HasMaxLength(3);
        b.Property(r => r.To).HasMaxLength(3);
        b.Property(r => r.Rate).HasPrecision(18, 8);
        b.HasIndex(r => new { r.From, r.To, r.ValidFrom, r.EnteredAt });
    }
}

internal sealed class InvoiceMapping : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> b)
    {
        b.ToTable("Invoices");
        b.Property(i => i.Id).ValueGeneratedNever();
        b.Property(i => i.Number).HasMaxLength(30);
        b.HasIndex(i => i.Number).IsUnique();
        b.Ignore(i => i.Row);
        b.Property(i => i.Currency).HasMaxLength(3);
        b.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(i => i.Lines).WithOne().HasForeignKey(l => l.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(i => new { i.AgencyId, i.IssuedAt });
    }
}

internal sealed class InvoiceLineMapping : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> b)
    {
        b.ToTable("InvoiceLines");
        b.Property(l => l.BookingReference).HasMaxLength(12);
        b.Property(l => l.NetCurrency).HasMaxLength(3);
        b.HasOne<LedgerTransaction>().WithMany().HasForeignKey(l => l.TransactionId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(l => l.TransactionId).IsUnique();
    }
}

internal sealed class InvoiceSeriesMapping : IEntityTypeConfiguration<InvoiceSeries>
{
    public void Configure(EntityTypeBuilder<InvoiceSeries> b)
    {
        b.ToTable("InvoiceSeries");
        b.HasKey(s => s.Name);
        b.Property(s => s.Name).HasMaxLength(20);
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> b)
    {
        b.ToTable("SavedViews");
        b.Property(v => v.Id).ValueGeneratedNever();
        b.Property(v => v.Page).HasMaxLength(50);
        b.Property(v => v.Name).HasMaxLength(60);
        b.Property(v => v.Query).HasMaxLength(1000);
        b.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(v => new { v.UserId, v.Page, v.Name }).IsUnique();
    }
}

internal sealed class CustomerLinkMapping : IEntityTypeConfiguration<CustomerLink>
{
    public void Configure(EntityTypeBuilder<CustomerLink> b)
    {
        b.ToTable("CustomerLinks");
        b.Property(l => l.Id).ValueGeneratedNever();
        b.Property(l => l.TokenHash).HasMaxLength(64);
        b.HasIndex(l => l.TokenHash).IsUnique();
        b.Property(l => l.SealedTo).HasMaxLength(2000);
        b.Property(l => l.Language).HasMaxLength(2);
        b.HasOne<Booking>().WithMany().HasForeignKey(l => l.BookingId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(l => new { l.BookingId, l.Purpose });
    }
}
