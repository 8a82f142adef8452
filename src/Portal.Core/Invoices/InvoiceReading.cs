using Portal.Core.Agencies;

namespace Portal.Core.Invoices;

/// <summary>Ways to documents that cannot forget whose they are.</summary>
public static class InvoiceReading
{
    /// <summary>The agency's; an admin's all. Somebody else's look like none at all.</summary>
    public static IQueryable<Invoice> VisibleTo(this IQueryable<Invoice> invoices, Actor actor) => actor.SeesAll
        ? invoices
        : invoices.Where(i => i.AgencyId == actor.AgencyId);
}
