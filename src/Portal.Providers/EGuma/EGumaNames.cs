using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>An offer's opaque name: one person category of one product in one slot.</summary>
/// <param name="StartsAt">As the provider writes it, since it must be echoed unchanged (page 2.2).</param>
internal sealed record OfferName(string ProductId, string StartsAt, string CategoryId)
{
    public static OfferName? Parse(string reference) => reference.Split('/') is [var product, var start, var category]
        ? new(Uri.UnescapeDataString(product), Uri.UnescapeDataString(start), Uri.UnescapeDataString(category))
        : null;

    public override string ToString() => string.Join('/', Escaped(ProductId), StartsAt, Escaped(CategoryId));

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}

/// <summary>What one reservation or booking consists of: one product, one slot, each category once (page 2.4).</summary>
/// <param name="Items">Quantities by category, in a fixed order: the bytes of a booking follow from it.</param>
internal sealed record Basket(string ProductId, string StartsAt, IReadOnlyList<(string CategoryId, int Quantity)> Items, IReadOnlyList<HoldLine> Lines)
{
    public int Places => Items.Sum(i => i.Quantity);

    public DateTime Start => NaiveTime.Parse(StartsAt)?.Wall ?? default;

    public string NameOf(string categoryId) => new OfferName(ProductId, StartsAt, categoryId).ToString();

    /// <summary>Null when the lines are of several slots or cannot be read.</summary>
    public static Basket? Of(IReadOnlyList<HoldLine> lines)
    {
        var names = lines.Select(l => (Name: OfferName.Parse(l.OfferRef), l.Quantity)).ToList();
        if (names.Count == 0 || names.Exists(n => n.Name is null || NaiveTime.Parse(n.Name.StartsAt) is null) || names.DistinctBy(n => (n.Name!.ProductId, n.Name.StartsAt)).Count() != 1)
            return null;
        var first = names[0].Name!;
        return new Basket(first.ProductId, first.StartsAt,
            [.. names.Where(n => n.Quantity > 0).GroupBy(n => n.Name!.CategoryId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(n => n.Quantity)))],
            lines);
    }
}
