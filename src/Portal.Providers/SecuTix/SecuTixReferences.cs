namespace Portal.Providers.SecuTix;

/// <summary>The kinds of names this provider gives, as stored with holds, orders, operations and fulfilments.</summary>
public static class SecuTixReferences
{
    /// <summary>The order that was held and closed, as a sale, a reservation or an option.</summary>
    public const string Order = "orderId";
    /// <summary>The dossier; an order may be split over several.</summary>
    public const string File = "fileId";
    /// <summary>The order through which places that were kept are sold.</summary>
    public const string SaleOrder = "saleOrderId";
    /// <summary>The order through which places that were kept are let go.</summary>
    public const string FreeingOrder = "freeingOrderId";
    /// <summary>The close was taken and is being worked on: until it is done, an open order does not mean that nothing was asked.</summary>
    public const string Closing = ".closing";
}
