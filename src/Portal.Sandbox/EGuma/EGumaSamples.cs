namespace Portal.Sandbox.EGuma;

/// <summary>An offer that tests may rely on: one person category in one slot.</summary>
/// <param name="StartsAt">As the wire writes it: wall-clock time of the merchant, without a zone.</param>
/// <param name="PriceInCents">Its price at the start.</param>
/// <param name="Left">Free places at the start; null is without limit.</param>
public sealed record SlotSample(string ProductId, string CategoryId, string StartsAt, long PriceInCents, string Currency, int? Left);

/// <summary>
/// Offers that are the same in every sandbox, one for each rule of the page, each a product of its own unless their name says
/// otherwise, some days ahead of the day the sandbox first started.
/// </summary>
public sealed class EGumaSamples
{
    private readonly Dictionary<string, SlotSample> _byName;

    internal EGumaSamples(Dictionary<string, SlotSample> byName) => _byName = byName;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, SlotSample> ByName => _byName;

    /// <summary>An adult in a time slot with 60 places.</summary>
    public SlotSample Slot => _byName[nameof(Slot)];

    /// <summary>A child in the slot of <see cref="Slot"/>: one reservation can hold both.</summary>
    public SlotSample SlotChild => _byName[nameof(SlotChild)];

    /// <summary>An adult in the next slot of the product of <see cref="Slot"/>.</summary>
    public SlotSample LaterSlot => _byName[nameof(LaterSlot)];

    /// <summary>An adult on an open day with 400 places.</summary>
    public SlotSample Day => _byName[nameof(Day)];

    /// <summary>A day without a limit (<c>availability_count</c> null) and without a cut-off.</summary>
    public SlotSample Unlimited => _byName[nameof(Unlimited)];

    /// <summary>A slot with two places left.</summary>
    public SlotSample LastTwo => _byName[nameof(LastTwo)];

    /// <summary>A slot that is listed with 0.</summary>
    public SlotSample SoldOut => _byName[nameof(SoldOut)];

    /// <summary>A day with 5,000 places.</summary>
    public SlotSample HugeStock => _byName[nameof(HugeStock)];

    /// <summary>A group: 10 to 60, or none.</summary>
    public SlotSample Group => _byName[nameof(Group)];

    /// <summary>At most six, and at no charge: a child up to 5.</summary>
    public SlotSample FreeOfCharge => _byName[nameof(FreeOfCharge)];

    /// <summary>An adult of a product that cannot be had without one (<c>allow_zero_quantity</c> false).</summary>
    public SlotSample Escort => _byName[nameof(Escort)];

    /// <summary>A child of that product: refused without an adult.</summary>
    public SlotSample Escorted => _byName[nameof(Escorted)];

    /// <summary>Bookable until an hour before the start.</summary>
    public SlotSample CutOff => _byName[nameof(CutOff)];

    /// <summary>Starts this day or the next at noon: for what is over soon.</summary>
    public SlotSample Soon => _byName[nameof(Soon)];

    /// <summary>A product that tests take off the list and put back.</summary>
    public SlotSample Vanishing => _byName[nameof(Vanishing)];

    /// <summary>A product in German only.</summary>
    public SlotSample GermanOnly => _byName[nameof(GermanOnly)];

    /// <summary>Listed and not active.</summary>
    public SlotSample Inactive => _byName[nameof(Inactive)];

    /// <summary>A product without categories; its category id is none.</summary>
    public SlotSample NoCategories => _byName[nameof(NoCategories)];

    /// <summary>A product with reserved seating: never listed, not found.</summary>
    public SlotSample Unsupported => _byName[nameof(Unsupported)];

    /// <summary>A product whose sales channel lists only the colleague: forbidden to the demo key.</summary>
    public SlotSample NotEnabled => _byName[nameof(NotEnabled)];

    /// <summary>A product of the other merchant.</summary>
    public SlotSample Foreign => _byName[nameof(Foreign)];
}
