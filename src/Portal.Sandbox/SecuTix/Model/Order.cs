using System.Text.Json.Serialization;

namespace Portal.Sandbox.SecuTix.Model;

/// <summary>An order: what is being put together, then what was sold, reserved, requested or freed.</summary>
internal sealed class Order
{
    public const string Running = "RUNNING", Validated = "VALIDATED", Closed = "CLOSED", Abandoned = "ABANDONED", Canceled = "CANCELED";

    public long Id { get; set; }
    public string SecretId { get; set; } = "";
    public long FileId { get; set; }
    public string Operator { get; set; } = "";

    /// <summary>SALE, RESERVATION, OPTION, RESERVATION_FREEING or OPTION_FREEING.</summary>
    public string Type { get; set; } = "";
    public string State { get; set; } = Running;

    /// <summary>Ended by time and not by a caller.</summary>
    public bool Expired { get; set; }
    public DateTime Created { get; set; }
    public string? Contact { get; set; }
    public string? Reference { get; set; }
    public SortedDictionary<string, string> References { get; set; } = [];
    public List<Operation> Operations { get; set; } = [];
    public List<Payment> Payments { get; set; } = [];
    public bool WithBarcodes { get; set; }

    /// <summary>Papers that the institution's staff put to the file.</summary>
    public List<Attachment> Attachments { get; set; } = [];

    /// <summary>A close that is being worked on is finished then.</summary>
    public DateTime? ClosesAt { get; set; }

    /// <summary>When what a closed reservation or option keeps is let go.</summary>
    public DateTime? KeptUntil { get; set; }

    public bool PaymentFailed { get; set; }

    [JsonIgnore]
    public bool Open => State is Running or Validated;

    [JsonIgnore]
    public bool Keeps => State == Closed && Type is "RESERVATION" or "OPTION" && Movements.Any(m => m.Fate == Movement.Kept);

    [JsonIgnore]
    public bool Resumes => Operations.Exists(o => o.ResumedFrom is not null);

    [JsonIgnore]
    public IEnumerable<Movement> Movements => Operations.SelectMany(o => o.Movements);

    /// <summary>Thousandths.</summary>
    [JsonIgnore]
    public long Total => Operations.Sum(o => o.UnitPrice * o.Movements.Count);

    [JsonIgnore]
    public long Paid => Payments.Sum(p => p.Amount);
}

/// <summary>A paper in a file.</summary>
internal sealed record Attachment(long Id, string Name, string Type, byte[] Content, DateTime Uploaded);

/// <summary>A line of an order: its quantity is the number of its movements.</summary>
internal sealed class Operation
{
    public long Id { get; set; }
    public long ProductId { get; set; }
    public long? PerformanceId { get; set; }
    public long? SeatCategoryId { get; set; }
    public long? ItemId { get; set; }
    public long AudienceId { get; set; }

    /// <summary>Thousandths, as when it was added.</summary>
    public long UnitPrice { get; set; }
    public DateTime Added { get; set; }

    /// <summary>The operation of a reservation or option that it carries on.</summary>
    public long? ResumedFrom { get; set; }
    public List<Movement> Movements { get; set; } = [];
}

/// <summary>One place or unit.</summary>
internal sealed class Movement
{
    public const string Held = "HELD", Kept = "KEPT", Sold = "SOLD", PassedOn = "PASSED_ON", Freed = "FREED";

    public long Id { get; set; }

    /// <summary>The place in the house; null where not numbered.</summary>
    public int? Seat { get; set; }
    public string Fate { get; set; } = Held;

    /// <summary>True while this movement is the one that has the place.</summary>
    public bool HasPlace { get; set; }
    public long? ResumedFrom { get; set; }
    public long? TicketId { get; set; }
    public string? Barcode { get; set; }
}

/// <summary>Thousandths, by one of the point of sale's payment methods.</summary>
internal sealed record Payment(long Amount, long MethodId);
