using Portal.Core.Carts;

namespace Portal.Core.Guests;

/// <summary>
/// A person who goes. Belongs to the cart in which they were first named and stays with what became of it: one person has a place on
/// each list that wants to know of them (<see cref="GuestPlace"/>), and is asked once for all of these. What is known of the person is
/// sealed as one JSON object; names are found through <see cref="GuestWord"/>.
/// </summary>
public sealed class Guest
{
    public Guid Id { get; set; }
    public Guid AgencyId { get; set; }
    public Guid CartId { get; set; }
    /// <summary>Zero-based order among the persons of the cart.</summary>
    public int Number { get; set; }
    /// <summary>Sealed JSON: field → value.</summary>
    public string? SealedValues { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>When what was known of the person was erased, after the event.</summary>
    public DateTime? ErasedAt { get; set; }
    public long Version { get; set; }

    public List<GuestPlace> Places { get; } = [];
    public List<GuestWord> Words { get; } = [];
}

/// <summary>A person's place on the list that a provider keeps for one line: what is wanted of them there, and what it said of it.</summary>
public sealed class GuestPlace
{
    public Guid Id { get; set; }
    public Guid CartLineId { get; set; }
    public CartLine? CartLine { get; set; }
    /// <summary>Zero-based place within the line's list.</summary>
    public int Slot { get; set; }
    public Guid GuestId { get; set; }
    public Guest? Guest { get; set; }
    /// <summary>The one person of the list whom the provider turns to.</summary>
    public bool IsLead { get; set; }
    /// <summary>What the provider wants to know of this very person: JSON field → by when. Not personal.</summary>
    public string WantedJson { get; set; } = "{}";
    /// <summary>Sealed JSON: field → the provider's complaint about the value as it is now.</summary>
    public string? SealedFaults { get; set; }
    /// <summary>The provider's id of the place, once it has one.</summary>
    public string? ProviderRef { get; set; }
    /// <summary>As of when the provider has accepted what is known of the person; what was changed later is not there yet.</summary>
    public DateTime? AcceptedAt { get; set; }
    public long Version { get; set; }

    /// <summary>The same person's place on another line; what the provider called it and said of it is not taken along.</summary>
    public GuestPlace CopyFor(CartLine line) => new()
    {
        Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = Slot, GuestId = GuestId, IsLead = IsLead, WantedJson = WantedJson, Version = 1,
    };
}

/// <summary>A keyed hash of one normalised word of a guest's name, so that names can be found without being readable.</summary>
public sealed class GuestWord
{
    public Guid GuestId { get; set; }
    public required string Hash { get; set; }
}
