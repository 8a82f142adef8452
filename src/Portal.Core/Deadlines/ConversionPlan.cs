using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Payments;
using Portal.Core.Providers;

namespace Portal.Core.Deadlines;

/// <summary>What decides about the booked places of an order, beside the order itself.</summary>
/// <param name="Rule">The agency's.</param>
/// <param name="HoursBefore">The agency's, with <see cref="ConversionRule.BeforeDeadline"/>.</param>
/// <param name="IsCovered">The customer's payments cover the booking.</param>
/// <param name="CanFree">The provider frees booked places.</param>
/// <param name="Margin">The connection's.</param>
public sealed record ConversionFacts(ConversionRule Rule, int HoursBefore, bool IsCovered, bool CanFree, TimeSpan Margin)
{
    /// <param name="money">The booking's; null where it cannot be added up, so that it is not covered.</param>
    public static ConversionFacts Of(Agency agency, BookingMoney? money, IProvider provider, TimeSpan margin) =>
        new(agency.Conversion, agency.ConvertHoursBefore, money is { IsCovered: true }, provider is ICancels cancels && cancels.CanCancel(SaleMode.Book), margin);

    /// <returns>Null while the provider has told no deadline.</returns>
    public DeadlineTimes? TimesOf(Order order, Item item) =>
        TimesOf(order, order.DeadlineOf(item));

    /// <param name="deadline">The provider's for a booked place; null while it has not told.</param>
    public Outlook OutlookOf(Order order, DateTime? deadline, bool isGivenUp, DateTime now) => Outlook.Of(Rule, TimesOf(order, deadline), IsCovered, isGivenUp, CanFree, now);

    private DeadlineTimes? TimesOf(Order order, DateTime? deadline) =>
        deadline is { } at ? DeadlineTimes.Of(at, order.CommittedAt ?? order.CreatedAt, Margin, HoursBefore) : null;
}

/// <summary>What is to be done now with the booked places of one order. Pure: the same facts give the same plan on any node.</summary>
/// <param name="Buy">In this order: the earliest deadline first.</param>
/// <param name="Near">Of <paramref name="Buy"/>: so close to the deadline that it is given up where the credit does not reach.</param>
/// <param name="GiveUp">What will not be paid for any more, so close to its deadline.</param>
/// <param name="Free">What was given up and is to be freed: whoever gave it up was stopped half-way.</param>
/// <param name="Next">When there is something to decide again, if nothing of this changes anything; null for never.</param>
public sealed record ConversionPlan(IReadOnlyList<Item> Buy, IReadOnlyList<Item> Near, IReadOnlyList<Item> GiveUp, IReadOnlyList<Item> Free, DateTime? Next)
{
    private static readonly TimeSpan WhileDoing = TimeSpan.FromMinutes(1);

    /// <param name="order">With its items and operations.</param>
    public static ConversionPlan Of(Order order, ConversionFacts facts, DateTime now)
    {
        if (order.State != OrderState.Booked)
            return new ConversionPlan([], [], [], [], null);
        List<Item> buy = [], near = [], giveUp = [], free = [];
        var next = new List<DateTime>();
        foreach (var item in order.Items.Where(i => i.State == ItemState.Booked).OrderBy(order.DeadlineOf).ThenBy(i => i.CartLineId).ThenBy(i => i.Place))
        {
            var times = facts.TimesOf(order, item);
            var isOver = times?.BuyUntil <= now;
            if (item.OperationId is not null)
                // Whoever does something with it records it, which wakes the order.
                next.Add(now + WhileDoing);
            else if (item.GivenUpAt is { } since)
            {
                if (facts.CanFree && !isOver && !order.Operations.Exists(o => o is { Kind: OperationKind.Cancel, State: OperationState.Refused } && o.CreatedAt >= since))
                    free.Add(item);
            }
            else if (facts.Rule != ConversionRule.ByHand && !isOver)
            {
                var isNear = times?.GiveUpAt <= now;
                var isTime = facts.Rule == ConversionRule.WhenPaid ? facts.IsCovered : times?.BuyFrom <= now;
                if (isTime)
                    buy.Add(item);
                if (isNear)
                    (isTime ? near : giveUp).Add(item);
                if (!isTime && facts.Rule == ConversionRule.BeforeDeadline && times is not null)
                    next.Add(times.BuyFrom);
                if (times?.GiveUpAt > now)
                    next.Add(times.GiveUpAt);
            }
        }
        return new ConversionPlan(buy, near, giveUp, free, next.Count > 0 ? next.Min() : null);
    }
}
