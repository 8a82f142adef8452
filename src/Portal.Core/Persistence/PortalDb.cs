using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Guests;
using Portal.Core.Invoices;
using Portal.Core.Links;
using Portal.Core.Ledger;
using Portal.Core.Mail;
using Portal.Core.Payments;
using Portal.Core.Pricing;

namespace Portal.Core.Persistence;

/// <summary>
/// The portal's tables. The engine is chosen in db/; nothing here may depend on it. Instants are UTC <see cref="DateTime"/>, because
/// SQLite can neither sort nor compare an offset.
/// </summary>
public class PortalDb(DbContextOptions options) : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<Promoter> Promoters => Set<Promoter>();
    public DbSet<Channel> Channels => Set<Channel>();
    public DbSet<EventException> EventExceptions => Set<EventException>();
    public DbSet<PriceRule> PriceRules => Set<PriceRule>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<EventWord> EventWords => Set<EventWord>();
    public DbSet<GroupPin> GroupPins => Set<GroupPin>();
    public DbSet<Cart> Carts => Set<Cart>();
    public DbSet<CartLine> CartLines => Set<CartLine>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<GuestPlace> GuestPlaces => Set<GuestPlace>();
    public DbSet<GuestProgress> GuestProgress => Set<GuestProgress>();
    public DbSet<GuestWord> GuestWords => Set<GuestWord>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Item> Items => Set<Item>();
    public DbSet<Operation> Operations => Set<Operation>();
    public DbSet<Fulfilment> Fulfilments => Set<Fulfilment>();
    public DbSet<TicketFile> TicketFiles => Set<TicketFile>();
    public DbSet<CustomerLink> CustomerLinks => Set<CustomerLink>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<LedgerTransaction> LedgerTransactions => Set<LedgerTransaction>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<InvoiceSeries> InvoiceSeries => Set<InvoiceSeries>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<ProviderCallEntry> ProviderCalls => Set<ProviderCallEntry>();
    public DbSet<Deed> Deeds => Set<Deed>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();
    public DbSet<PortalKey> PortalKeys => Set<PortalKey>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        // Entities make their own ids. Left to convention, EF takes a child that is found through its parent and has an id for a row it
        // has seen before, updates nothing and calls it a lost race.
        builder.Entity<Session>().Property(s => s.Id).ValueGeneratedNever();
        builder.Entity<CartLine>().Property(l => l.Id).ValueGeneratedNever();
        builder.Entity<Hold>().Property(h => h.Id).ValueGeneratedNever();
        builder.Entity<Guest>().Property(g => g.Id).ValueGeneratedNever();
        builder.Entity<GuestPlace>().Property(p => p.Id).ValueGeneratedNever();
        builder.Entity<Order>().Property(o => o.Id).ValueGeneratedNever();
        builder.Entity<Item>().Property(i => i.Id).ValueGeneratedNever();
        builder.Entity<Operation>().Property(o => o.Id).ValueGeneratedNever();
        builder.Entity<Fulfilment>().Property(f => f.Id).ValueGeneratedNever();
        builder.Entity<TicketFile>().Property(f => f.Id).ValueGeneratedNever();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        WrittenOnce.Guard(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WrittenOnce.Guard(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // 18,4: the smallest unit a provider uses is a thousandth (SecuTix).
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<KeptAsUtc>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }
}
