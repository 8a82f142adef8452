using Portal.Sandbox.OneboxDistribution.Catalogue;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>
/// What the pretended provider knows. Only ever touched under its world's lock; whatever is touched is remembered when the lock is given
/// back. Who has which place follows from the orders; only what other buyers took is remembered by itself.
/// </summary>
internal sealed class DistributionState
{
    public const string Provider = "onebox-distribution";
    private readonly Ledger _ledger;
    private readonly StateJournal _journal;
    private readonly Dictionary<string, Func<Change>> _touched = [];
    private readonly List<Change> _notes = [];
    private readonly PriorityQueue<OrderRow, DateTime> _lapsing = new();
    private long _lastItem = 55_000_000_000;

    public DistributionState(DistributionOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        (Options, Clock, _ledger, _journal) = (options, clock, ledger, journal);
        var anchor = journal.Read<DateTime>(Provider + ".anchor").Select(a => a.Value).FirstOrDefault(clock.Now);
        journal.Save(new Change(Provider + ".anchor", "anchor", anchor));
        var layout = new LayoutBuilder(Catalogue);
        var season = new SeasonBuilder(Catalogue, layout, options.Seed, DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified));
        Samples = new SampleBuilder(Catalogue, season, layout, DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified)).Build();
        season.Build();
        Remember();
    }

    public DistributionOptions Options { get; }
    public SandboxClock Clock { get; }
    public DateTime Now => Clock.Now;
    public DistributionCatalogue Catalogue { get; } = new();
    public DistributionSamples Samples { get; }
    public OrderedDictionary<string, OrderRow> Orders { get; } = [];

    public long NextItem() => ++_lastItem;

    public void Touch(OrderRow order)
    {
        Orders[order.Id] = order;
        if (order.Open) _lapsing.Enqueue(order, order.ExpiresAt);
        _touched[order.Id] = () => new Change(Provider + ".order", order.Id, order);
        Note("order", order.Id, order.Status, order.Code, order);
        order.EverHeld |= order.Items.Count > 0;
        if (order.EverHeld)
            Note("hold", order.Id, order switch { { Items.Count: 0 } => "RELEASED", { Open: true } => "HELD", _ => order.Status }, order.Code, order);
        if (order is { Status: "CONFIRM", Code: { } code })
            Note("sale", code, order.Items.Exists(i => i.State != "REFUNDED") ? order.Items[0].State == "BOOKED" ? "BOOKED" : "PURCHASED" : "REFUNDED", order.ExternalCode, order);
    }

    public void Touch(SessionRow session) => _touched[$"session {session.Id}"] = () => new Change(Provider + ".session", $"{session.Id}", new SessionMemory(
        session.Start, session.ForSale,
        session.PriceTypes.ToDictionary(p => p.Id, p => new PriceTypeMemory(p.Value, p.Others)),
        [.. session.Seats.Values.Where(s => s.Status == SeatStatus.Sold && !OursIs(s)).Select(s => s.Id)]));

    /// <summary>What an item takes of its session: its seat, or one place of its zone.</summary>
    public void Take(OrderItem item, SeatStatus status = SeatStatus.Held)
    {
        if (item.SeatId is { } seat) Catalogue.Seats[seat].Status = status;
        else Catalogue.PriceTypes[item.PriceTypeId].Taken++;
    }

    public void GiveBack(OrderItem item)
    {
        if (item.SeatId is { } seat) Catalogue.Seats[seat].Status = SeatStatus.Free;
        else Catalogue.PriceTypes[item.PriceTypeId].Taken--;
    }

    /// <summary>Ends an order that was not confirmed; its id is worth nothing any more.</summary>
    public void Lapse(OrderRow order)
    {
        foreach (var item in order.Items) GiveBack(item);
        order.Status = "EXPIRED";
        order.ExpiresAt = Now;
        Touch(order);
    }

    /// <summary>Lets happen what time alone brings: orders expire.</summary>
    public void Pass()
    {
        while (_lapsing.TryPeek(out var order, out var at) && at <= Now)
        {
            _lapsing.Dequeue();
            if (order.Open && order.ExpiresAt <= Now) Lapse(order);
        }
    }

    /// <summary>Leaves so many places to be had; other buyers have the rest, or gave some back.</summary>
    public void SetLeft(PriceType of, int left)
    {
        if (!of.Numbered) of.Others = of.Capacity - of.Taken - left;
        else
        {
            foreach (var seat in of.Seats.Where(s => s.Status == SeatStatus.Free).Skip(left).ToList()) seat.Status = SeatStatus.Sold;
            foreach (var seat in of.Seats.Where(s => s.Status == SeatStatus.Sold && !OursIs(s)).Take(left - of.Available).ToList()) seat.Status = SeatStatus.Free;
        }
        Touch(of.Session);
    }

    /// <summary>Writes down all that was touched, as one.</summary>
    public void Commit()
    {
        if (_touched.Count == 0) return;
        _journal.Save([.. _touched.Values.Select(t => t()), .. _notes]);
        _touched.Clear();
        _notes.Clear();
    }

    public void Note(string kind, string id, string state, string? reference, OrderRow? order = null) =>
        _notes.Add(_ledger.Note(Provider, kind, id, state, reference, Now, order?.Items.Count ?? 0, order?.Final ?? 0));

    private bool OursIs(Seat seat) => Orders.Values.Any(o => (o.Open || o.Status == "CONFIRM") && o.Items.Exists(i => i.SeatId == seat.Id && i.State != "REFUNDED"));

    private void Remember()
    {
        foreach (var (id, memory) in _journal.Read<SessionMemory>(Provider + ".session"))
        {
            if (!Catalogue.Sessions.TryGetValue(long.Parse(id, null), out var session)) continue;
            (session.Start, session.ForSale) = (memory.Start, memory.ForSale);
            foreach (var priceType in session.PriceTypes)
                if (memory.PriceTypes.TryGetValue(priceType.Id, out var known)) (priceType.Value, priceType.Others) = known;
            foreach (var seat in session.Seats.Values.Where(s => s.Status != SeatStatus.Blocked))
                seat.Status = memory.Sold.Contains(seat.Id) ? SeatStatus.Sold : SeatStatus.Free;
        }
        foreach (var (id, order) in _journal.Read<OrderRow>(Provider + ".order"))
        {
            Orders[id] = order;
            _lastItem = Math.Max(_lastItem, order.Items.Select(i => i.Id).DefaultIfEmpty().Max());
            if (order.Open) _lapsing.Enqueue(order, order.ExpiresAt);
            if (!order.Open && order.Status != "CONFIRM") continue;
            foreach (var item in order.Items.Where(i => i.State != "REFUNDED")) Take(item, order.Open ? SeatStatus.Held : SeatStatus.Sold);
        }
    }

    private sealed record SessionMemory(DateTime Start, bool ForSale, Dictionary<long, PriceTypeMemory> PriceTypes, HashSet<long> Sold);

    private sealed record PriceTypeMemory(decimal Value, int Others);
}
