using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Pricing;

namespace Portal.Core.Persistence;

internal static class QuoteMapping
{
    public static void Map(ComplexPropertyBuilder<Quote> b)
    {
        b.Property(q => q.Currency).HasMaxLength(3);
        b.Ignore(q => q.NetEach);
        b.Ignore(q => q.SellingEach);
    }
}
