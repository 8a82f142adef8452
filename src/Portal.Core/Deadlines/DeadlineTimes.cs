using Portal.Core.Agencies;

namespace Portal.Core.Deadlines;

/// <summary>The instants that follow from the deadline of a booked place, UTC.</summary>
/// <param name="Deadline">The provider's.</param>
/// <param name="BuyUntil">No purchase starts after it: the deadline less the connection's margin.</param>
/// <param name="GiveUpAt">What is not going to be paid is given up then, so that a provider that can free does before it lapses.</param>
/// <param name="BuyFrom">With the rule 'before the deadline': from then on it is bought as far as the credit goes.</param>
public sealed record DeadlineTimes(DateTime Deadline, DateTime BuyUntil, DateTime GiveUpAt, DateTime BuyFrom)
{
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(15);

    /// <param name="deadline">The provider's.</param>
    /// <param name="bookedAt">When it was booked: what is kept for minutes only is not given up as soon as it is booked.</param>
    /// <param name="margin">The connection's.</param>
    /// <param name="hoursBefore">The agency's.</param>
    public static DeadlineTimes Of(DateTime deadline, DateTime bookedAt, TimeSpan margin, int hoursBefore)
    {
        var until = deadline - margin;
        var half = (until - bookedAt) / 2;
        return new DeadlineTimes(deadline, until, until - (half > Lead ? Lead : half > TimeSpan.Zero ? half : TimeSpan.Zero), deadline - TimeSpan.FromHours(hoursBefore));
    }
}
