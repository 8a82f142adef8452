namespace Portal.Sandbox.OneboxDistribution.Model;

/// <summary>A price category of one session: a zone without numbers, or some of the numbered seats.</summary>
internal sealed class PriceType
{
    public required long Id { get; init; }
    public required SessionRow Session { get; init; }
    public required string Name { get; init; }
    public required string Code { get; init; }
    public required string Color { get; init; }

    /// <summary>The zone without numbers that it is; null where its seats are numbered.</summary>
    public long? NnzId { get; init; }

    /// <summary>Places of the zone; of numbered ones the seats are counted.</summary>
    public int Capacity { get; init; }

    /// <summary>Tax-included price of the general rate.</summary>
    public required decimal Value { get; set; }
    public required decimal PromoterSurcharge { get; init; }
    public required decimal ChannelSurcharge { get; init; }

    /// <summary>Places of the zone in the hands of other buyers, and in orders made here.</summary>
    public int Others { get; set; }
    public int Taken { get; set; }
    public List<Seat> Seats { get; } = [];

    public bool Numbered => NnzId is null;
    public int Total => Numbered ? Seats.Count(s => s.Status != SeatStatus.Blocked) : Capacity;
    public int Available => Numbered ? Seats.Count(s => s.Status == SeatStatus.Free) : Math.Max(0, Capacity - Others - Taken);

    public decimal PriceAt(Rate rate) => Math.Round(Value * rate.Share, 2, MidpointRounding.AwayFromZero);
}

internal enum SeatStatus { Free, Held, Sold, Blocked }

/// <summary>A numbered seat.</summary>
internal sealed class Seat
{
    public required long Id { get; init; }
    public required PriceType PriceType { get; init; }
    public required Sector Sector { get; init; }
    public required string Row { get; init; }
    public required int Number { get; init; }
    public SeatStatus Status { get; set; }

    public string Name => $"{Number}";
}
