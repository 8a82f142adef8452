using Portal.Core.Enablement;

namespace Portal.Web.Pages.Enablement;

/// <summary>What an admin has switched on the page and not saved yet.</summary>
public sealed class SwitchDraft
{
    private readonly Dictionary<Guid, (Switching Wanted, bool IsPromoter)> moved = [];

    public int Count => moved.Count;

    public IReadOnlyList<Switching> All => [.. moved.Values.Select(one => one.Wanted)];

    public IReadOnlyList<Switching> Promoters => [.. moved.Values.Where(one => one.IsPromoter).Select(one => one.Wanted)];

    public IReadOnlyList<Switching> Channels => [.. moved.Values.Where(one => !one.IsPromoter).Select(one => one.Wanted)];

    public Switching Of(PromoterSwitches row) => Wanted(new(row.Id, row.SellingOn, row.BookingOn, row.Version));

    public Switching Of(ChannelSwitches row) => Wanted(new(row.Id, row.SellingOn, row.BookingOn, row.Version));

    public bool Has(Guid id) => moved.ContainsKey(id);

    public void Set(PromoterSwitches row, bool sells, bool books) => Set(new(row.Id, row.SellingOn, row.BookingOn, row.Version), sells, books, true);

    public void Set(ChannelSwitches row, bool sells, bool books) => Set(new(row.Id, row.SellingOn, row.BookingOn, row.Version), sells, books, false);

    /// <summary>Nothing is switched, but somebody has looked: it is no longer new.</summary>
    public void Keep(PromoterSwitches row) => moved[row.Id] = (Of(row), true);

    public void Drop(Guid id) => moved.Remove(id);

    public void Clear() => moved.Clear();

    private Switching Wanted(Switching saved) => moved.TryGetValue(saved.Id, out var one) ? one.Wanted : saved;

    // Switched back is not switched.
    private void Set(Switching saved, bool sells, bool books, bool isPromoter)
    {
        if (saved.SellingOn == sells && saved.BookingOn == books)
            moved.Remove(saved.Id);
        else
            moved[saved.Id] = (saved with { SellingOn = sells, BookingOn = books }, isPromoter);
    }
}
