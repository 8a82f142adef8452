namespace Portal.Sandbox.SecuTix.Model;

/// <summary>The stock of one seat category of a performance, or of one item, in the contingent; with its prices by audience sub-category.</summary>
internal sealed class Pool(string key)
{
    private const int SeatsPerRow = 18;

    public string Key { get; } = key;

    /// <summary>What is left; null is as many as one likes.</summary>
    public int? Left { get; set; }

    /// <summary>True where each place is a seat with a row and a number.</summary>
    public bool Numbered { get; init; }

    /// <summary>Thousandths by audience sub-category.</summary>
    public SortedDictionary<long, long> Prices { get; } = [];

    /// <summary>The seats that an order has, by their place in the house.</summary>
    public HashSet<int> Taken { get; } = [];

    public bool Has(int quantity) => Left is null || Left >= quantity;

    /// <summary>Takes one place; of a numbered category the first seat that is free, or the wished one.</summary>
    public int? Take(int? wished = null)
    {
        Left--;
        if (!Numbered) return null;
        var seat = wished ?? Enumerable.Range(0, int.MaxValue).First(n => !Taken.Contains(n));
        Taken.Add(seat);
        return seat;
    }

    public void GiveBack(int? seat)
    {
        Left++;
        if (seat is { } taken) Taken.Remove(taken);
    }

    /// <summary>The free seats, as many as are left.</summary>
    public IEnumerable<int> FreeSeats() =>
        Numbered ? Enumerable.Range(0, int.MaxValue).Where(n => !Taken.Contains(n)).Take(Left ?? 0) : [];

    public static string Row(int seat) => seat / SeatsPerRow < 26 ? ((char)('A' + seat / SeatsPerRow)).ToString() : $"A{seat / SeatsPerRow}";

    public static string Number(int seat) => (seat % SeatsPerRow + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
