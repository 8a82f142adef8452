namespace Portal.Sandbox.EGuma.Model;

/// <summary>One day or slot of a product, in the merchant's wall-clock time.</summary>
/// <param name="ClosingAt">The last moment to book it; null where there is no cut-off.</param>
internal sealed record Slot(Product Product, DateTime StartsAt, DateTime? ClosingAt)
{
    public string Key { get; } = $"{Product.Id}@{StartsAt:yyyy-MM-ddTHH:mm}";

    /// <summary>Past the cut-off; without one a day ends at midnight, a slot at its start.</summary>
    public bool IsClosed(DateTime now) => now >= (ClosingAt ?? (Product.Hours.ByDay ? StartsAt.AddDays(1) : StartsAt));
}

/// <summary>When a product is open and until when it can be booked.</summary>
/// <param name="From">Its calendar's first day.</param>
/// <param name="To">Its calendar's last day.</param>
/// <param name="ClosedOn">Days of the week without a slot.</param>
/// <param name="Times">Starts of the slots; empty for a product by the day.</param>
/// <param name="ClosesAfter">The cut-off, counted from the start; negative is before it; null is none.</param>
internal sealed record OpeningHours(
    DateOnly From, DateOnly To, IReadOnlyList<DayOfWeek> ClosedOn, IReadOnlyList<TimeOnly> Times, TimeSpan? ClosesAfter)
{
    public bool ByDay => Times.Count == 0;

    public IEnumerable<Slot> SlotsOf(Product product, DateOnly day)
    {
        if (day < From || day > To || ClosedOn.Contains(day.DayOfWeek)) yield break;
        IReadOnlyList<TimeOnly> starts = ByDay ? [TimeOnly.MinValue] : Times;
        foreach (var start in starts)
        {
            var startsAt = day.ToDateTime(start);
            yield return new Slot(product, startsAt, startsAt + ClosesAfter);
        }
    }
}
