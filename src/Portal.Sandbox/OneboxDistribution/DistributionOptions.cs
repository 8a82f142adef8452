namespace Portal.Sandbox.OneboxDistribution;

/// <summary>One way tickets may come, and what it costs per order.</summary>
public sealed record DeliveryChoice(string Method, decimal Cost);

/// <summary>What the Onebox Distribution page leaves open or lets differ per channel, as settings. They count from the next call on.</summary>
public sealed class DistributionOptions
{
    /// <summary>The keys that an order's buyer data must have before it can be pre-confirmed.</summary>
    public IList<string> RequiredBuyerData { get; } = ["email", "name", "surname"];

    /// <summary>The delivery methods of the channels, with their cost.</summary>
    public IList<DeliveryChoice> DeliveryMethods { get; } = [new("EMAIL", 0m), new("VENUE_PICKUP", 0m), new("NATIONAL_POST", 6.50m)];

    /// <summary>How long a basket lives after its last change.</summary>
    public TimeSpan BasketFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a pre-confirmed order waits for its payment.</summary>
    public TimeSpan PreConfirmedFor { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>How old the availability in lists may get before it is counted again.</summary>
    public TimeSpan ListsLagBehind { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The same seed gives the same catalogue.</summary>
    public int Seed { get; set; } = 31;
}
