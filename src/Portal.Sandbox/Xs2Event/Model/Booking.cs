namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>What a reservation became. Everything that is delivered hangs on its booking orders.</summary>
internal sealed class Booking
{
    public string Id { get; set; } = "";
    public string ReservationId { get; set; } = "";
    public string DistributorId { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string Code { get; set; } = "";
    public string Email { get; set; } = "";
    public string PaymentMethod { get; set; } = "";
    public string? PaymentReference { get; set; }
    public string? BookingReference { get; set; }
    public string? InvoiceReference { get; set; }
    public string FinancialStatus { get; set; } = "open";
    public bool IsTest { get; set; }
    public DateTime Created { get; set; }
    public DateTime Updated { get; set; }
    public List<ReservedItem> Items { get; set; } = [];
}

/// <summary>The part of a booking that one supplier delivers for one event.</summary>
internal sealed class BookingOrder
{
    public string Id { get; set; } = "";
    public string BookingId { get; set; } = "";
    public string DistributorId { get; set; } = "";
    public string EventId { get; set; } = "";
    public string SupplierId { get; set; } = "";
    public string LogisticStatus { get; set; } = "processing";

    /// <summary>When it completes by itself; null once it is in somebody's hands or done.</summary>
    public DateTime? CompletesAt { get; set; }

    /// <summary>When the last wanted guest data came in; null while some is missing.</summary>
    public DateTime? GuestDataAt { get; set; }

    /// <summary>What the supplier came to want of the guests after the booking, before download.</summary>
    public List<LaterDemand> Later { get; set; } = [];

    /// <summary>The <c>guestdata_status</c> that staff have set; null while it follows from the data.</summary>
    public string? GuestDataWord { get; set; }
    public string FinancialStatus { get; set; } = "open";
    public List<string> Invoices { get; set; } = [];
    public DateTime Created { get; set; }

    /// <summary>Printed on the tickets, so it stays as it was when they were made.</summary>
    public string EventName { get; set; } = "";
    public List<OrderedTicket> Tickets { get; set; } = [];
    public List<OrderItem> Items { get; set; } = [];
}

/// <summary>Fields that a supplier came to want after the booking, of the lead guest or of everybody.</summary>
internal sealed record LaterDemand(IReadOnlyList<string> Fields, bool AllPersons)
{
    public Requirement AsRequirement() => new(Fields, AllPersons, BeforeCheckout: false);
}

/// <summary>The guests of one offer in a booking order.</summary>
internal sealed class OrderedTicket
{
    public string TicketId { get; set; } = "";
    public int Quantity { get; set; }
    public List<GuestSlot> Guests { get; set; } = [];
}

/// <summary>One ticket bought.</summary>
internal sealed class OrderItem
{
    public string Id { get; set; } = "";
    public string TicketId { get; set; } = "";
    public long NetRate { get; set; }
    public long SalesPrice { get; set; }
    public string Currency { get; set; } = "";
    public string? Section { get; set; }
    public string? Row { get; set; }
    public string? Seat { get; set; }

    /// <summary>The files of this ticket; one, or one per day.</summary>
    public List<string> DownloadItemIds { get; set; } = [];
}
