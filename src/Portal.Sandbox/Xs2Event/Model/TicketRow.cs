namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>An offer for one event: a category of one supplier at one price. Rates are minor units per ticket.</summary>
internal sealed class TicketRow
{
    public required string Id { get; init; }
    public required EventRow Event { get; init; }
    public required Category Category { get; init; }
    public required Supplier Supplier { get; init; }
    public required string Title { get; init; }
    public string SubCategory { get; init; } = "regular";
    public string TargetGroup { get; init; } = "adult";
    public string Type { get; init; } = "eticket";
    public string Validity { get; init; } = "singleday";
    public string VatCategory { get; init; } = "high";
    public required string Currency { get; init; }
    public required long NetRate { get; set; }
    public required long FaceValue { get; init; }
    public long? SalesPrice { get; init; }
    public required int Stock { get; set; }
    public int MinOrder { get; init; } = 1;
    public bool PairsOnly { get; init; }
    public bool NoMaxMinus1 { get; init; }
    public bool PackageRate { get; init; }
    public IReadOnlyList<string> OtherFlags { get; init; } = [];
    public GuestRule Guests { get; init; } = GuestRule.None;
    public bool NestedRequirements { get; init; }
    public bool Youth { get; init; }
    public bool Deleted { get; init; }

    /// <summary>How many PDFs make one ticket, for instance one per day.</summary>
    public int PdfCount { get; init; } = 1;
    public string Status { get; set; } = "available";
    public required DateTime Created { get; init; }
    public required DateTime Updated { get; set; }

    public bool Sellable => Status == "available" && Stock > 0 && !Deleted;

    public int WholeEuro => (int)Math.Round(Money.ToEuro(NetRate, Currency) / 100m, MidpointRounding.AwayFromZero);

    public IReadOnlyList<string> Flags =>
    [
        .. PairsOnly ? ["pairs_only"] : Array.Empty<string>(),
        .. NoMaxMinus1 ? ["no_max_minus_1"] : Array.Empty<string>(),
        .. PackageRate ? ["package_rate"] : Array.Empty<string>(),
        .. OtherFlags,
    ];

    /// <summary>
    /// Who hands the ticket over: <c>xs2event</c> can be downloaded, <c>external</c> lives on another platform,
    /// <c>external_end_client</c> goes from the organiser straight to the customer.
    /// </summary>
    public string Channel => Type switch
    {
        "eticket" => "xs2event",
        "appticket" => "external",
        _ => "external_end_client",
    };
}

internal sealed record Supplier(string Id, string Role, bool IsXs2Event);

internal static class Money
{
    /// <summary>Fixed rates of a pretended world: good enough for the whole-euro members of the catalogue.</summary>
    public static decimal ToEuro(long minor, string currency) => minor * currency switch
    {
        "GBP" => 1.17m,
        "USD" => 0.92m,
        "CHF" => 1.05m,
        _ => 1m,
    };
}
