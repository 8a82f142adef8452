using Portal.Core.Agencies;

namespace Portal.Core.Bookings;

// What is kept unpaid: its deadlines, what was decided about it, and what the order becomes once none of it is kept any more.
public sealed partial class Order
{
    /// <summary>Until when one of its places is kept, UTC.</summary>
    public DateTime? DeadlineOf(Item item) => item.KeptUntil ?? KeptUntil;

    /// <summary>
    /// The order follows its places: its deadline is the earliest of what is booked, and once nothing is booked any more it is purchased
    /// where at least one place was bought, expired where what was left lapsed, released where all was given back. The items must be loaded.
    /// </summary>
    /// <param name="bought">What the timeline says of a purchase.</param>
    public void FollowItems(string bought, Actor actor, DateTime now)
    {
        if (State != OrderState.Booked)
            return;
        var booked = Items.Where(i => i.State == ItemState.Booked).ToList();
        if (booked.Count > 0)
        {
            if (booked.Min(DeadlineOf) is { } earliest && earliest != KeptUntil)
            {
                KeptUntil = earliest;
                WakeDeadlines(now);
            }
            return;
        }
        if (Items.Exists(i => i.State == ItemState.Purchased))
        {
            MoveTo(OrderState.Purchased, actor, now, bought);
            KeptUntil = null;
        }
        else if (Items.Exists(i => i.State == ItemState.Lapsed))
            MoveTo(OrderState.Expired, actor, now, "None of its places is booked any more: what was not bought has lapsed. Nothing of it is owed.");
        else if (Items.Count > 0)
            MoveTo(OrderState.Released, actor, now, "Every place of the booking was given back before it was bought. Nothing of it is owed.");
        (NextConvertAt, NextReminderAt) = (null, null);
    }

    /// <summary>Something that decides about its deadlines changed: the jobs look at it at once.</summary>
    public void WakeDeadlines(DateTime now) => (NextConvertAt, NextReminderAt) = (now, now);

    /// <summary>These places will not be bought. They must be booked and in no open act.</summary>
    public void GiveUp(IReadOnlyCollection<Item> items, string said, Actor actor, DateTime now)
    {
        foreach (var item in items)
            item.GivenUpAt = now;
        // Should whoever frees them now be stopped half-way, the job does it.
        NextConvertAt = now + TimeSpan.FromMinutes(2);
        Note(said, actor, now);
    }

    /// <summary>These places may be bought after all.</summary>
    public void WantAgain(IReadOnlyCollection<Item> items, string said, Actor actor, DateTime now)
    {
        foreach (var item in items)
            item.GivenUpAt = null;
        WakeDeadlines(now);
        Note(said, actor, now);
    }

    private void Note(string said, Actor actor, DateTime now)
    {
        Touch();
        Remark(said, actor, now);
    }
}
