using Portal.Core.Carts;

namespace Portal.Core.Guests;

/// <summary>
/// A person on a ticket. Belongs to a cart line and its place there, outlives every hold, and stays with the booking. What is known
/// of the person is sealed as one JSON object; names are found through <see cref="GuestWord"/>.
/// </summary>
public sealed class Guest
{
    public Guid Id { get; set; }
    public Guid CartLineId { get; set; }
    public CartLine? CartLine { get; set; }
    /// <summary>Zero-based place within the line's guest list.</summary>
    public int Slot { get; set; }
    public bool IsLead { get; set; }
    /// <summary>What the provider wants to know of this very person: JSON field → by when. Not personal.</summary>
    public string WantedJson { get; set; } = "{}";
    /// <summary>Sealed JSON: field → value.</summary>
    public string? SealedValues { get; set; }
    /// <summary>Sealed JSON: field → the provider's complaint about the value as it is now.</summary>
    public string? SealedFaults { get; set; }
    /// <summary>The provider's id of the slot, once it has one.</summary>
    public string? ProviderRef { get; set; }
    public DateTime ChangedAt { get; set; }
    public long Version { get; set; }

    public List<GuestWord> Words { get; } = [];

    /// <summary>The same person on another line, as typed; what the provider said of the values and called the place is not taken along.</summary>
    public Guest CopyFor(CartLine line)
    {
        var copy = new Guest { Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = Slot, IsLead = IsLead, WantedJson = WantedJson, SealedValues = SealedValues, ChangedAt = ChangedAt, Version = 1 };
        copy.Words.AddRange(Words.Select(w => new GuestWord { GuestId = copy.Id, Hash = w.Hash }));
        return copy;
    }
}

/// <summary>A keyed hash of one normalised word of a guest's name, so that names can be found without being readable.</summary>
public sealed class GuestWord
{
    public Guid GuestId { get; set; }
    public required string Hash { get; set; }
}
