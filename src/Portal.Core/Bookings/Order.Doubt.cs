using Portal.Core.Agencies;

namespace Portal.Core.Bookings;

// While an answer is missing.
public sealed partial class Order
{
    /// <summary>No usable answer came, or the provider is still at it. The question stays open and is looked up.</summary>
    public void FallSilent(string said, Actor actor, DateTime now)
    {
        MoveTo(OrderState.Unknown, actor, now, said);
        Question.FellSilent(now);
    }

    public void LookedInVain(bool countsAsNothing, DateTime now)
    {
        Question.LookedInVain(now, countsAsNothing);
        Version++;
    }

    public void BeginLook(Guid owner, DateTime now, TimeSpan budget)
    {
        Question.BeginLook(owner, now, budget);
        Version++;
    }
}
