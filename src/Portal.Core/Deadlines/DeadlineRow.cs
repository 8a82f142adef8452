using Portal.Core.Carts;
using Portal.Core.Payments;

namespace Portal.Core.Deadlines;

/// <summary>What of one order is kept unpaid until one instant.</summary>
/// <param name="Deadline">UTC; null while the provider has not told.</param>
/// <param name="Events">Names, each once.</param>
/// <param name="ItemIds">Its places that are booked and not given up; where all are given up, those.</param>
/// <param name="Selling">What these places cost the customer.</param>
public sealed record DeadlineRow(
    Guid OrderId, string Reference, string? Customer, string AgentName, DateTime? Deadline, IReadOnlyList<string> Events, string Provider, IReadOnlyList<Guid> ItemIds,
    Pricing.Money Selling, Outlook Outlook)
{
    /// <summary>Of the whole booking; null where it cannot be added up.</summary>
    public BookingMoney? Money { get; init; }
    public bool IsGivenUp => Outlook.Prospect == Prospect.GivenUp;
    /// <summary>So many booked places of the order have a later deadline.</summary>
    public int Later { get; init; }
    /// <summary>A later act on the order is open: its answer comes first.</summary>
    public bool IsBusy { get; init; }
    /// <summary>Its provider sells what was booked, and there is time.</summary>
    public bool CanBuy { get; init; }
    /// <summary>Giving up frees the places at once.</summary>
    public bool CanFree { get; init; }
}

/// <summary>A page of deadlines, the next one first.</summary>
/// <param name="Total">How many there are, counted up to <see cref="FindDeadlines.CountedUpTo"/>.</param>
public sealed record DeadlineList(IReadOnlyList<DeadlineRow> Rows, int Total, bool IsCapped);
