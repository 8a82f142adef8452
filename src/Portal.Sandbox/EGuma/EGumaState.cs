using Portal.Sandbox.EGuma.Catalogue;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.EGuma;

/// <summary>
/// What the pretended provider knows. Only ever touched under its world's lock; whatever is touched is remembered when
/// the lock is given back.
/// </summary>
internal sealed class EGumaState
{
    private const string Provider = "eguma";
    private readonly Ledger _ledger;
    private readonly StateJournal _journal;
    private readonly SandboxClock _clock;
    private readonly IReadOnlyDictionary<string, int> _leftOfSamples;
    private readonly Dictionary<string, int?> _left = [];
    private readonly Dictionary<string, Func<Change>> _touched = [];
    private readonly List<Change> _notes = [];
    private readonly PriorityQueue<Reservation, DateTime> _lapsing = new();

    public EGumaState(EGumaOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        (Options, _clock, _ledger, _journal) = (options, clock, ledger, journal);
        var anchor = journal.Read<DateTime>(Provider + ".anchor").Select(a => a.Value).FirstOrDefault(clock.Now);
        journal.Save(new Change(Provider + ".anchor", "anchor", anchor));
        (Products, Samples, _leftOfSamples) = new CatalogueBuilder(DateOnly.FromDateTime(anchor)).Build();
        Remember();
    }

    public EGumaOptions Options { get; }

    /// <summary>UTC.</summary>
    public DateTime Now => _clock.Now;

    public IReadOnlyDictionary<string, Product> Products { get; }
    public IReadOnlyDictionary<string, Merchant> Merchants { get; } = CatalogueBuilder.Merchants.ToDictionary(m => m.Id);
    public EGumaSamples Samples { get; }
    public OrderedDictionary<string, Reservation> Reservations { get; } = [];
    public OrderedDictionary<string, Booking> Bookings { get; } = [];

    /// <summary>By merchant and idempotency key.</summary>
    public Dictionary<string, GivenAnswer> Answers { get; } = [];

    /// <summary>The merchant's wall clock.</summary>
    public DateTime NowAt(Merchant merchant) => Local(Now, merchant);

    public static DateTime Local(DateTime utc, Merchant merchant) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(merchant.TimeZone));

    /// <summary>Free places; null is without limit.</summary>
    public int? Left(Slot slot) => _left.TryGetValue(slot.Key, out var left) ? left : AtFirst(slot);

    public void SetLeft(Slot slot, int? left)
    {
        _left[slot.Key] = left;
        _touched["slot " + slot.Key] = () => new Change(Provider + ".slot", slot.Key, new SlotMemory(left));
    }

    /// <summary>Takes places, or gives them back where <paramref name="places"/> is negative.</summary>
    public void Take(Slot slot, int places)
    {
        if (Left(slot) is { } left) SetLeft(slot, left - places);
    }

    public void Touch(Reservation reservation)
    {
        Reservations[reservation.Id] = reservation;
        if (reservation.Open) _lapsing.Enqueue(reservation, reservation.ExpiresAt);
        _touched[reservation.Id] = () => new Change(Provider + ".reservation", reservation.Id, reservation);
        Note("reservation", reservation.Id, reservation.State, null, reservation.Items.Sum(i => i.Quantity));
    }

    public void Touch(Booking booking)
    {
        booking.Updated = Now;
        Bookings[booking.Id] = booking;
        _touched[booking.Id] = () => new Change(Provider + ".booking", booking.Id, booking);
        Note("booking", booking.Id, booking.Status, booking.IdempotencyKey, booking.Tickets.Count, booking.Tickets.Sum(t => t.PriceInCents) / 100m);
    }

    public void Touch(Product product)
    {
        product.Updated = NowAt(product.Merchant);
        _touched[product.Id] = () => new Change(Provider + ".product", product.Id, new ProductMemory(
            product.Listed, product.Active, product.Updated, product.Categories.ToDictionary(c => c.Id, c => c.PriceInCents)));
    }

    /// <summary>Keeps an answer for its key; null forgets it.</summary>
    public void Keep(string key, GivenAnswer? answer)
    {
        if (answer is null) Answers.Remove(key);
        else Answers[key] = answer;
        _touched["answer " + key] = () => new Change(Provider + ".answer", key, answer);
    }

    /// <summary>Ends a reservation without a booking and gives its places back.</summary>
    public void End(Reservation reservation, string state)
    {
        reservation.State = state;
        Touch(reservation);
        if (Products[reservation.ProductId].SlotAt(reservation.StartsAt) is { } slot) Take(slot, -reservation.Items.Sum(i => i.Quantity));
    }

    /// <summary>Cancels all tickets of a booking.</summary>
    public void Cancel(Booking booking)
    {
        booking.Status = "cancelled";
        Touch(booking);
        if (Products[booking.ProductId].SlotAt(booking.StartsAt) is { } slot) Take(slot, -booking.Tickets.Count);
    }

    /// <summary>Lets happen what time alone brings: holds lapse.</summary>
    public void Pass()
    {
        while (_lapsing.TryPeek(out var reservation, out var at) && at <= Now)
        {
            _lapsing.Dequeue();
            if (reservation.Open && reservation.ExpiresAt <= Now) End(reservation, "expired");
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

    /// <summary>What others have left free: mostly plenty, here and there a few, now and then nothing.</summary>
    private int? AtFirst(Slot slot)
    {
        if (_leftOfSamples.TryGetValue(slot.Key, out var few)) return few;
        if (slot.Product.Capacity is not { } places || slot.Product.Untouched) return slot.Product.Capacity;
        return Ids.Dice($"{Options.Seed} left {slot.Key}", 100) switch
        {
            < 4 => 0,
            < 12 and var n => Math.Min(places, n - 2),
            var n => places * (40 + n * 60 / 100) / 100,
        };
    }

    private void Note(string kind, string id, string state, string? reference, int places, decimal total = 0) =>
        _notes.Add(_ledger.Note(Provider, kind, id, state, reference, Now, places, total));

    private void Remember()
    {
        foreach (var (key, memory) in _journal.Read<SlotMemory>(Provider + ".slot")) _left[key] = memory.Left;
        foreach (var (key, answer) in _journal.Read<GivenAnswer>(Provider + ".answer")) Answers[key] = answer;
        foreach (var (id, booking) in _journal.Read<Booking>(Provider + ".booking")) Bookings[id] = booking;
        foreach (var (id, reservation) in _journal.Read<Reservation>(Provider + ".reservation"))
        {
            Reservations[id] = reservation;
            if (reservation.Open) _lapsing.Enqueue(reservation, reservation.ExpiresAt);
        }
        foreach (var (id, memory) in _journal.Read<ProductMemory>(Provider + ".product"))
        {
            if (!Products.TryGetValue(id, out var product)) continue;
            (product.Listed, product.Active, product.Updated) = (memory.Listed, memory.Active, memory.Updated);
            foreach (var category in product.Categories) category.PriceInCents = memory.Prices.GetValueOrDefault(category.Id, category.PriceInCents);
        }
    }

    private sealed record SlotMemory(int? Left);

    private sealed record ProductMemory(bool Listed, bool Active, DateTime Updated, Dictionary<string, long> Prices);
}
