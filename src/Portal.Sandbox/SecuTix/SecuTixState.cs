using Portal.Sandbox.SecuTix.Catalogue;
using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.SecuTix;

/// <summary>
/// What the pretended provider knows. Only ever touched under its world's lock; whatever is touched is remembered when the lock is
/// given back.
/// </summary>
internal sealed class SecuTixState
{
    private const string Provider = "secutix";
    private readonly Ledger _ledger;
    private readonly StateJournal _journal;
    private readonly Dictionary<string, Func<Change>> _touched = [];
    private readonly List<Change> _notes = [];
    private readonly HashSet<long> _moving = [];
    private long _lastId;

    public SecuTixState(SecuTixOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        (Options, Clock, _ledger, _journal) = (options, clock, ledger, journal);
        var anchor = journal.Read<DateTime>(Provider + ".anchor").Select(a => a.Value).FirstOrDefault(clock.Now);
        journal.Save(new Change(Provider + ".anchor", "anchor", anchor));
        var wall = DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified);
        var season = new SeasonBuilder(Catalogue, options.Seed, wall);
        Samples = new SampleBuilder(Catalogue, season, wall).Build();
        season.Build();
        // Beyond 32 bits, and never one that an earlier run has given away.
        _lastId = new DateTimeOffset(anchor, TimeSpan.Zero).ToUnixTimeSeconds() * 10;
        Remember();
    }

    public SecuTixOptions Options { get; }
    public SandboxClock Clock { get; }
    public DateTime Now => Clock.Now;
    public PretendedCatalogue Catalogue { get; } = new();
    public SecuTixSamples Samples { get; }
    public OrderedDictionary<long, Order> Orders { get; } = [];

    /// <summary>Still to come and not cancelled.</summary>
    public bool IsShown(Performance performance) => performance.State is "RUNNING" or "SUSPENDED"
        && TimeZoneInfo.ConvertTimeToUtc(performance.Start, TimeZoneInfo.FindSystemTimeZoneById(performance.Product.House!.TimeZone)) > Now;

    public long NewId() => ++_lastId;

    public IEnumerable<Order> OrdersOf(long fileId) => Orders.Values.Where(o => o.FileId == fileId);

    public void Touch(Order order)
    {
        Orders[order.Id] = order;
        if (order.Open || order.Keeps) _moving.Add(order.Id);
        else _moving.Remove(order.Id);
        _touched[$"order {order.Id}"] = () => new Change(Provider + ".order", $"{order.Id}", order);
        Note("order", order, order.State);
        if (order.State == Order.Closed) Note(KindOf(order), order, FileStates.OfOrder(order));
    }

    public void Touch(Pool pool) => _touched[pool.Key] = () => new Change(Provider + ".pool", pool.Key, new PoolMemory(pool.Left, new(pool.Prices)));

    public void Touch(Performance performance) =>
        _touched[$"performance {performance.Id}"] = () => new Change(Provider + ".performance", $"{performance.Id}", new PerformanceMemory(performance.State, performance.Start));

    /// <summary>When an open order expires: the latest of its items' ends, each by its own product's times or the sales channel's.</summary>
    public DateTime Expiry(Order order) => order.Operations.Where(o => o.Movements.Count > 0).Select(o =>
    {
        var product = Catalogue.Products[o.ProductId];
        var (slides, ends) = (o.Added + (product.Delay ?? Options.OrderDelay), order.Created + (product.Lifespan ?? Options.OrderLifespan));
        return slides < ends ? slides : ends;
    }).DefaultIfEmpty(order.Created + Options.OrderDelay).Max();

    /// <summary>Ends an open order without a sale and gives back the places that are its own.</summary>
    public void Drop(Order order, string state, bool expired = false)
    {
        (order.State, order.Expired, order.ClosesAt) = (state, expired, null);
        foreach (var operation in order.Operations) Release(operation, operation.Movements);
        Touch(order);
    }

    /// <summary>Gives back what these movements have.</summary>
    public void Release(Operation operation, IEnumerable<Movement> movements)
    {
        var pool = Catalogue.PoolOf(operation);
        foreach (var movement in movements.Where(m => m.HasPlace))
        {
            pool.GiveBack(movement.Seat);
            movement.HasPlace = false;
        }
        Touch(pool);
    }

    /// <summary>Lets go what a closed reservation or option still keeps.</summary>
    public void Free(Order order)
    {
        foreach (var operation in order.Operations)
        {
            var kept = operation.Movements.Where(m => m.Fate == Movement.Kept).ToList();
            Release(operation, kept);
            kept.ForEach(m => m.Fate = Movement.Freed);
        }
        Touch(order);
    }

    /// <summary>Lets happen what time alone brings: orders expire, slow closes are finished, reservations run out.</summary>
    public void Pass(Action<Order> finishClose)
    {
        foreach (var order in _moving.Select(id => Orders[id]).ToList())
            if (order is { Open: true, ClosesAt: { } at })
            {
                if (at <= Now) finishClose(order);
            }
            else if (order.Open)
            {
                if (Expiry(order) <= Now) Drop(order, Order.Canceled, expired: true);
            }
            else if (order.KeptUntil <= Now)
            {
                order.Expired = true;
                Free(order);
            }
    }

    /// <summary>Writes down all that was touched, as one.</summary>
    public void Commit()
    {
        if (_touched.Count == 0) return;
        _journal.Save([.. _touched.Values.Select(t => t()), .. _notes]);
        _touched.Clear();
        _notes.Clear();
    }

    private static string KindOf(Order order) => order.Type switch
    {
        "SALE" => "sale",
        "RESERVATION" => "reservation",
        "OPTION" => "option",
        _ => "freeing",
    };

    private void Note(string kind, Order order, string state) =>
        _notes.Add(_ledger.Note(Provider, kind, $"{order.Id}", state, order.Reference, Now, order.Movements.Count(), order.Total / 1000m));

    private void Remember()
    {
        foreach (var (key, memory) in _journal.Read<PoolMemory>(Provider + ".pool"))
            if (Catalogue.Pools.TryGetValue(key, out var pool))
            {
                pool.Left = memory.Left;
                foreach (var (audience, price) in memory.Prices) pool.Prices[audience] = price;
            }
        foreach (var (id, memory) in _journal.Read<PerformanceMemory>(Provider + ".performance"))
            if (Catalogue.Performances.TryGetValue(long.Parse(id, null), out var performance)) (performance.State, performance.Start) = memory;
        foreach (var (_, order) in _journal.Read<Order>(Provider + ".order"))
        {
            Orders[order.Id] = order;
            if (order.Open || order.Keeps) _moving.Add(order.Id);
            foreach (var operation in order.Operations)
            {
                foreach (var movement in operation.Movements.Where(m => m is { HasPlace: true, Seat: not null })) Catalogue.PoolOf(operation).Taken.Add(movement.Seat!.Value);
                _lastId = operation.Movements.Select(m => m.TicketId ?? m.Id).Append(operation.Id).Append(_lastId).Max();
            }
            _lastId = order.Attachments.Select(a => a.Id).Append(order.Id).Append(order.FileId).Append(_lastId).Max();
        }
    }

    private sealed record PoolMemory(int? Left, SortedDictionary<long, long> Prices);

    private sealed record PerformanceMemory(string State, DateTime Start);
}
