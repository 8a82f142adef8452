using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Pricing;

namespace Portal.Core.Persistence;

internal static class QuoteMapping
{
    public static void Map(ComplexPropertyBuilder<Quote> b)
    {
        b.Property(q => q.Currency).HasMaxLength(3);
        b.Property(q => q.AccountCurrency).HasMaxLength(3);
        b.Property(q => q.Rate).HasPrecision(18, 8);
        b.Ignore(q => q.NetEach);
        b.Ignore(q => q.OwedEach);
        b.Ignore(q => q.MarginEach);
        b.Ignore(q => q.SellingEach);
    }
}
