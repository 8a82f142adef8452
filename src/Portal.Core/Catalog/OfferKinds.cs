namespace Portal.Core.Catalog;

/// <summary>What the kinds of offers have in common, and how people call them.</summary>
public static class OfferKinds
{
    /// <summary>True where one chooses the date oneself: the event is one row in lists, with its next date.</summary>
    public static bool IsOpen(this OfferKind kind) => kind is OfferKind.Day or OfferKind.Slot or OfferKind.Product;

    public static string Name(this OfferKind kind) => kind switch
    {
        OfferKind.Seats => "Numbered seats",
        OfferKind.Zone => "Zones",
        OfferKind.Day => "Open days",
        OfferKind.Slot => "Time slots",
        OfferKind.Product => "Products",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no name for this kind."),
    };
}
