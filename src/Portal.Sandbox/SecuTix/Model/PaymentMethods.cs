namespace Portal.Sandbox.SecuTix.Model;

/// <summary>A way to pay at the point of sale.</summary>
internal sealed record PaymentMethod(long Id, string Code, string Name, string Type, bool ForPayment)
{
    public static readonly IReadOnlyList<PaymentMethod> All =
    [
        new(10_229_700_001, "INVOICE", "Invoice to reseller", "DEFERRED", true),
        new(10_229_700_002, "CB", "Card", "CREDIT_CARD", true),
        new(10_229_700_003, "AVOIR", "Credit note", "CREDIT_NOTE", false),
    ];
}

/// <summary>What the point of sale says of a product family.</summary>
internal sealed record Family(long Id, string Type, bool ContactRequired, string Reservable, string DirectOption)
{
    public static readonly IReadOnlyList<Family> All =
    [
        new(10_229_600_001, "SINGLE_ENTRY", false, "YES", "YES"),
        new(10_229_600_002, "PASS", true, "YES", "NO"),
        new(10_229_600_003, "SERVICE", false, "NO", "NO"),
        new(10_229_600_004, "GOODS", false, "NO", "NO"),
    ];

    public static Family Of(string type) => All.First(f => f.Type == type);
}
