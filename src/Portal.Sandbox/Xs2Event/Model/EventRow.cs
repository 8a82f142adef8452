namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>One event. Its dates are the venue's wall clock, without a zone.</summary>
internal sealed class EventRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Sport { get; init; }
    public required Tournament Tournament { get; init; }
    public required Venue Venue { get; init; }
    public Team? Home { get; init; }
    public Team? Visitor { get; init; }
    public required DateTime Start { get; set; }
    public required DateTime Stop { get; set; }
    public string Status { get; set; } = "notstarted";
    public bool DateConfirmed { get; set; } = true;
    public bool Popular { get; init; }
    public string? Description { get; init; }
    public required DateTime Created { get; init; }
    public required DateTime Updated { get; set; }
    public List<TicketRow> Tickets { get; } = [];

    public IEnumerable<TicketRow> OnSale => Status == "notstarted" ? Tickets.Where(t => t.Sellable && !t.Youth) : [];

    public int Available => OnSale.Sum(t => t.Stock);

    public int? LowestEuro => OnSale.Any() ? OnSale.Min(t => t.WholeEuro) : null;

    public int? HighestEuro => OnSale.Any() ? OnSale.Max(t => t.WholeEuro) : null;
}
