using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Catalogue;

/// <summary>What the institution sells, by id. Ids follow from the order of making: the same at each start.</summary>
internal sealed class PretendedCatalogue
{
    private long _lastProduct = 10_229_400_000, _lastPerformance = 10_229_500_000, _lastItem = 10_229_550_000;

    public OrderedDictionary<long, Product> Products { get; } = [];
    public OrderedDictionary<long, Performance> Performances { get; } = [];
    public OrderedDictionary<long, Item> Items { get; } = [];
    public Dictionary<string, Pool> Pools { get; } = [];

    public Product Add(Func<long, Product> make)
    {
        var product = make(++_lastProduct);
        return Products[product.Id] = product;
    }

    /// <summary>Adds a performance with the full stock of its house.</summary>
    /// <param name="price">The best category's full price in thousandths.</param>
    public Performance Perform(Product product, DateTime start, long price, Func<SeatCategory, int>? left = null)
    {
        var performance = new Performance(++_lastPerformance, product, start);
        foreach (var category in product.House!.Categories)
        {
            var pool = new Pool($"{performance.Id}/{category.Id}") { Numbered = category.Numbered, Left = left?.Invoke(category) ?? category.Gauge };
            foreach (var audience in Audience.All) pool.Prices[audience.Id] = Rounded(price * category.Rate * audience.Rate);
            performance.Pools[category.Id] = Pools[pool.Key] = pool;
        }
        product.Performances.Add(performance);
        return Performances[performance.Id] = performance;
    }

    public Item Offer(Product product, string name, long price, int? quota, bool fullPriceOnly = false, int minQty = 1)
    {
        var id = ++_lastItem;
        var pool = new Pool($"item/{id}") { Left = quota };
        foreach (var audience in Audience.All)
            if (audience == Audience.Full || !fullPriceOnly) pool.Prices[audience.Id] = Rounded(price * audience.Rate);
        Pools[pool.Key] = pool;
        var item = new Item(id, name, product, pool, minQty);
        product.Items.Add(item);
        return Items[id] = item;
    }

    /// <summary>The stock and the prices behind an operation.</summary>
    public Pool PoolOf(Operation operation) => operation.ItemId is { } item ? Items[item].Pool : Performances[operation.PerformanceId!.Value].Pools[operation.SeatCategoryId!.Value];

    /// <summary>To the half unit: 0.50.</summary>
    private static long Rounded(decimal price) => (long)Math.Round(price / 500m, MidpointRounding.AwayFromZero) * 500;
}
