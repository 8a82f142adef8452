namespace Portal.Sandbox.Xs2Event;

/// <summary>One distributor with a key of its own; it sees nothing of any other's.</summary>
/// <param name="PaymentMethods">What its contract allows; a booking with another one is refused.</param>
public sealed record Distributor(string Key, string DistributorId, string ClientId, IReadOnlyList<string> PaymentMethods);

/// <summary>What the XS2Event page leaves open or lets differ, as settings.</summary>
public sealed class Xs2EventOptions
{
    /// <summary>The key the demo portal uses.</summary>
    public const string DemoKey = "sandbox-xs2event-key";

    /// <summary>A second distributor's key, for what must stay invisible.</summary>
    public const string OtherKey = "sandbox-xs2event-other-key";

    /// <summary>Who may call. Both default distributors may pay by invoice only.</summary>
    public IList<Distributor> Distributors { get; } =
    [
        new(DemoKey, "5d1f0c3a9be84a7c8a60f2d1b7e3c911_dst", "0a94f1be27d6440f9a3e5c8d7b1f6e22_cln", ["invoice"]),
        new(OtherKey, "9c27ab54e1f94d0d8b3f6a7e2c5d1844_dst", "71e3d0c9ab5f4862b4d7f9e6a0c81b35_cli", ["invoice", "card"]),
    ];

    /// <summary>The status of most refusals: 422 today, 400 is where the provider says it is going.</summary>
    public int RefusalStatus { get; set; } = 422;

    /// <summary>How long after the booking its orders complete by themselves, in sandbox time.</summary>
    public TimeSpan CompletionDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>False pretends the older version, which refuses the filter <c>external_reference_id</c> with 400.</summary>
    public bool KnowsExternalReference { get; set; } = true;

    /// <summary>The same seed gives the same catalogue.</summary>
    public int Seed { get; set; } = 20;
}
