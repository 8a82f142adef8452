using Portal.Core.Invoices;

namespace Portal.Web.Pages.Invoices;

/// <summary>What documents are called.</summary>
internal static class InvoiceWords
{
    public static string Kind(InvoiceKind kind) => kind == InvoiceKind.Invoice ? "Invoice" : "Credit note";
}
