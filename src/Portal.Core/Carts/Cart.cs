using Portal.Core.Bookings;

namespace Portal.Core.Carts;

public enum CartState { Open, Closed }

/// <summary>An agent's live basket. Several may exist, named; one is the current one. Closed once everything in it was ordered.</summary>
public sealed class Cart
{
    public Guid Id { get; set; }
    public Guid AgencyId { get; set; }
    public Guid AgentId { get; set; }
    public required string Name { get; set; }
    public CartState State { get; set; }
    /// <summary>The one that 'add' goes into.</summary>
    public bool IsCurrent { get; set; }
    public DateTime CreatedAt { get; set; }
    /// <summary>What the agent calls the customer, as typed at checkout so far, sealed.</summary>
    public string? SealedCustomer { get; set; }
    /// <summary>What shall become of the rest when one answer stays open, as chosen at checkout so far.</summary>
    public OnOpenAnswer OnOpenAnswer { get; set; }
    /// <summary>What shall become of the rest when one provider says no, as chosen at checkout so far.</summary>
    public OnRefusal OnRefusal { get; set; }
    /// <summary>What is known of the buyer so far, sealed (<see cref="BuyerSeal"/>).</summary>
    public string? SealedBuyer { get; set; }
    /// <summary>When buyer or delivery last changed; what a provider accepted earlier must be sent again.</summary>
    public DateTime? BuyerChangedAt { get; set; }
    /// <summary>How tickets shall come, as chosen so far: JSON of connection id → <see cref="Providers.DeliveryOption.OptionRef"/>.</summary>
    public string DeliveryJson { get; set; } = "{}";
    public long Version { get; set; }

    public List<CartLine> Lines { get; } = [];
    public List<Hold> Holds { get; } = [];
}
