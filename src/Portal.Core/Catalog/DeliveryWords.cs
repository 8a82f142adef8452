namespace Portal.Core.Catalog;

/// <summary>How tickets come, as people read it.</summary>
public static class DeliveryWords
{
    public static string Of(DeliveryKind kind) => kind switch
    {
        DeliveryKind.ETicket => "E-ticket",
        DeliveryKind.AppTicket => "In an app",
        DeliveryKind.PaperTicket => "Paper, by post",
        DeliveryKind.Collection => "Collect at the venue",
        _ => "Other",
    };
}
