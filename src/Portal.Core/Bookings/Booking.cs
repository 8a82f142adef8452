using Portal.Core.Audit;

namespace Portal.Core.Bookings;

/// <summary>What to do with the rest of a checkout when one answer stays open (design rule 5d).</summary>
public enum OnOpenAnswer { GoOn, LetGo }

/// <summary>What to do with the rest of a checkout when one provider says no (design rule 5): keep what goes, or undo it while that is possible.</summary>
public enum OnRefusal { KeepWhatGoes, UndoTheRest }

/// <summary>
/// What an agent made at checkout, under one human reference. It has no state of its own: its orders tell the truth, each for itself.
/// </summary>
public sealed class Booking
{
    public Guid Id { get; set; }
    /// <summary>Six letters and digits that cannot be misheard; unique.</summary>
    public required string Reference { get; set; }
    public Guid AgencyId { get; set; }
    public Guid AgentId { get; set; }
    public required string AgentName { get; set; }
    public Guid CartId { get; set; }
    /// <summary>The customer's name as the agent calls it, sealed; may be empty.</summary>
    public string? SealedCustomer { get; set; }
    public DateTime CreatedAt { get; set; }
    public OnOpenAnswer OnOpenAnswer { get; set; }
    public OnRefusal OnRefusal { get; set; }
    /// <summary>The buyer as told to the providers, sealed (<see cref="BuyerSeal"/>); null when nobody asked.</summary>
    public string? SealedBuyer { get; set; }
    /// <summary>When what is known of its persons is looked at for erasing, UTC; null once it is erased, and before a date is known.</summary>
    public DateTime? EraseAt { get; set; }
    /// <summary>When it was erased.</summary>
    public DateTime? ErasedAt { get; set; }
    public long Version { get; set; }

    public List<Order> Orders { get; } = [];
    public List<HistoryEntry> History { get; } = [];
}
