namespace Portal.Core.Catalog;

/// <summary>The kinds of things that can be bought; what a page offers for choosing follows from it.</summary>
public enum OfferKind
{
    /// <summary>A place somewhere in a zone or category of a dated session; the provider allocates.</summary>
    Zone,
    /// <summary>Numbered seats of a dated session, chosen on a map or allocated as the best free ones.</summary>
    Seats,
    /// <summary>Admission on a day of one's choice.</summary>
    Day,
    /// <summary>Admission at a time of one's choice.</summary>
    Slot,
    /// <summary>A thing without a date: pass, service, goods.</summary>
    Product,
}
