using Portal.Sandbox.OneboxChannels.Catalogue;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>
/// What the pretended provider knows. Only ever touched under its world's lock; whatever is touched is remembered when the lock is
/// given back. Which places are taken follows from carts and orders and is not remembered by itself.
/// </summary>
internal sealed class OneboxChannelsState
{
    private const string Provider = "oneboxchannels";
    private readonly Ledger _ledger;
    private readonly StateJournal _journal;
    private readonly Dictionary<string, Func<Change>> _touched = [];
    private readonly List<Change> _notes = [];
    private readonly HashSet<Cart> _openCarts = [];
    private readonly HashSet<Order> _openOrders = [];
    private long _lastId = 33_000;

    public OneboxChannelsState(OneboxChannelsOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        (Options, Clock, _ledger, _journal) = (options, clock, ledger, journal);
        var anchor = journal.Read<DateTime>(Provider + ".anchor").Select(a => a.Value).FirstOrDefault(clock.Now);
        journal.Save(new Change(Provider + ".anchor", "anchor", anchor));
        var local = DateTime.SpecifyKind(anchor, DateTimeKind.Unspecified);
        var make = new SessionMaker(Catalogue, local);
        Samples = new SampleBuilder(make, local).Build();
        new SeasonBuilder(make, local).Build();
        foreach (var channel in options.Channels) Channels[channel.Id] = new Channel { Id = channel.Id, Name = channel.Name, MayBook = channel.MayBook };
        Remember();
    }

    public OneboxChannelsOptions Options { get; }
    public SandboxClock Clock { get; }
    public DateTime Now => Clock.Now;
    public PretendedCatalogue Catalogue { get; } = new();
    public OneboxChannelsSamples Samples { get; }
    public Dictionary<long, Channel> Channels { get; } = [];
    public OrderedDictionary<string, Cart> Carts { get; } = [];
    public OrderedDictionary<string, Order> Orders { get; } = [];

    public SessionRow SessionOf(Item item) => Catalogue.Sessions[item.SessionId];

    public long NextId() => ++_lastId;

    /// <summary>Bookings need the promoter and the channel.</summary>
    public bool MayBook(SessionRow session, long channel) => session.Event.Promoter.MayBook && Channels[channel].MayBook;

    public void Touch(Cart cart)
    {
        if (cart.Open) cart.State = cart.Items.Count == 0 ? "empty" : "holding";
        Carts[cart.Token] = cart;
        if (cart.Open) _openCarts.Add(cart);
        else _openCarts.Remove(cart);
        _touched[cart.Token] = () => new Change(Provider + ".cart", cart.Token, cart);
        Note("cart", cart.Token, cart.State, null, cart.Items, cart.DeliveryCost);
    }

    public void Touch(Order order)
    {
        Orders[order.Code] = order;
        if (order.Status is "PRE_ORDER" or "CONFIRMED") _openOrders.Add(order);
        else _openOrders.Remove(order);
        _touched[order.Code] = () => new Change(Provider + ".order", order.Code, order);
        Note("order", order.Code, order.Status, order.BuysFrom ?? order.CartToken, order.Items, order.DeliveryCost);
    }

    public void Touch(SessionRow session) => _touched[$"session {session.Id}"] = () => new Change(Provider + ".session", $"{session.Id}", SessionMemory.Of(session));

    public void Touch(EventRow of) => _touched[$"event {of.Id}"] = () => new Change(Provider + ".event", $"{of.Id}", of.MandatoryAttendant);

    public void Touch(Promoter promoter) => _touched[$"promoter {promoter.Id}"] = () => new Change(Provider + ".promoter", $"{promoter.Id}", promoter.MayBook);

    public void Touch(Channel channel) => _touched[$"channel {channel.Id}"] = () => new Change(Provider + ".channel", $"{channel.Id}", channel.MayBook);

    public void Take(Item item, PlaceStatus status) => SessionOf(item).Places.Take(item.PlaceId, status);

    public void GiveBack(Item item) => SessionOf(item).Places.GiveBack(item.PlaceId);

    /// <summary>Ends a cart without an order; its places are free again.</summary>
    public void Lapse(Cart cart)
    {
        foreach (var item in cart.Items) GiveBack(item);
        cart.State = "expired";
        Touch(cart);
    }

    /// <summary>Ends an order that was not committed, or what is left of a booking.</summary>
    public void Lapse(Order order)
    {
        if (order is { Status: "PRE_ORDER", Buying.Count: > 0 })
        {
            // A booking that was being bought under its own code is a booking again.
            (order.Type, order.Status, order.Buying) = ("BOOKING", "CONFIRMED", []);
            Touch(order);
            return;
        }
        foreach (var item in order.Items.Where(i => i.BookingStatus is null or "PENDING"))
        {
            if (order.BuysFrom is null) GiveBack(item);
            if (item.BookingStatus is not null) item.BookingStatus = "EXPIRED";
        }
        if (!order.Items.Exists(i => i.BookingStatus == "SOLD")) order.Status = "EXPIRED";
        Touch(order);
    }

    /// <summary>Lets happen what time alone brings: carts, orders and bookings lapse.</summary>
    public void Pass()
    {
        foreach (var cart in _openCarts.Where(c => c.LastUsed + Options.CartLife <= Now).ToList()) Lapse(cart);
        foreach (var order in _openOrders.Where(o => o.Status == "PRE_ORDER" && o.LapsesAt <= Now).ToList()) Lapse(order);
        foreach (var booking in _openOrders.Where(o => o is { Status: "CONFIRMED" }).ToList())
        {
            var over = booking.Items.Where(i => i.BookingStatus == "PENDING" && i.BookingExpires <= Now && !IsBeingBought(booking, i)).ToList();
            if (over.Count == 0) continue;
            foreach (var item in over)
            {
                item.BookingStatus = "EXPIRED";
                GiveBack(item);
            }
            if (booking.Items.TrueForAll(i => i.BookingStatus == "EXPIRED")) booking.Status = "EXPIRED";
            Touch(booking);
        }
    }

    /// <summary>True while an order that was created and not committed buys that booked item.</summary>
    public bool IsBeingBought(Order booking, Item item) =>
        _openOrders.Any(o => o.BuysFrom == booking.Code && o.Status == "PRE_ORDER" && o.Items.Exists(i => i.PlaceId == item.PlaceId));

    /// <summary>Writes down all that was touched, as one.</summary>
    public void Commit()
    {
        if (_touched.Count == 0) return;
        _journal.Save([.. _touched.Values.Select(t => t()), .. _notes]);
        _touched.Clear();
        _notes.Clear();
    }

    private void Note(string kind, string id, string state, string? reference, List<Item> items, decimal delivery) =>
        _notes.Add(_ledger.Note(Provider, kind, id, state, reference, Now, items.Count, items.Sum(i => i.Final) + delivery));

    private void Remember()
    {
        foreach (var (id, memory) in _journal.Read<SessionMemory>(Provider + ".session")) memory.PutInto(Catalogue.Sessions[Number(id)]);
        foreach (var (id, attendants) in _journal.Read<bool>(Provider + ".event")) Catalogue.Events[Number(id)].MandatoryAttendant = attendants;
        foreach (var (id, mayBook) in _journal.Read<bool>(Provider + ".promoter")) Catalogue.Promoter((int)Number(id)).MayBook = mayBook;
        foreach (var (id, mayBook) in _journal.Read<bool>(Provider + ".channel"))
            if (Channels.TryGetValue(Number(id), out var channel)) channel.MayBook = mayBook;
        foreach (var (token, cart) in _journal.Read<Cart>(Provider + ".cart"))
        {
            Carts[token] = cart;
            if (cart.Open) _openCarts.Add(cart);
            foreach (var item in cart.Items) _lastId = Math.Max(_lastId, item.Id);
            if (cart.Open) foreach (var item in cart.Items) Take(item, PlaceStatus.Held);
        }
        foreach (var (code, order) in _journal.Read<Order>(Provider + ".order"))
        {
            Orders[code] = order;
            if (order.Status is "PRE_ORDER" or "CONFIRMED") _openOrders.Add(order);
            _lastId = order.Items.Select(i => i.Id).Concat(order.Payments.Select(p => p.Id)).Append(_lastId).Max();
            foreach (var item in order.Items)
                if (StatusIn(order, item) is { } status) Take(item, status);
        }
    }

    /// <summary>How a place stands because of an order; null where the order has no claim on it.</summary>
    private static PlaceStatus? StatusIn(Order order, Item item) => (order.Status, item.BookingStatus) switch
    {
        ("CANCELLED", _) => null,
        ("PRE_ORDER", _) when order.BuysFrom is null && order.Buying.Count == 0 => PlaceStatus.Held,
        (_, "PENDING") => PlaceStatus.Booked,
        ("PAID", _) or (_, "SOLD") => item.Status == "REFUND" ? null : PlaceStatus.Sold,
        _ => null,
    };

    private static long Number(string id) => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What of a session can change besides what carts and orders take.</summary>
    private sealed record SessionMemory(bool ForSale, HashSet<int> SoldElsewhere, Dictionary<int, int> AreaSoldElsewhere, Dictionary<long, decimal> Prices)
    {
        public static SessionMemory Of(SessionRow s) => new(
            s.ForSale, s.Places.SoldElsewhere, s.Places.AreaSoldElsewhere,
            s.Zones.Select(z => (z.Id, z.Price)).Concat(s.TicketTypes.Select(t => (t.Id, t.Price))).ToDictionary(p => p.Id, p => p.Price));

        public void PutInto(SessionRow s)
        {
            (s.ForSale, s.Places.SoldElsewhere, s.Places.AreaSoldElsewhere) = (ForSale, SoldElsewhere, AreaSoldElsewhere);
            foreach (var zone in s.Zones) zone.Price = Prices[zone.Id];
            foreach (var type in s.TicketTypes) type.Price = Prices[type.Id];
        }
    }
}
