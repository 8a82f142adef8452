using Portal.Core.Lifecycles;

namespace Portal.Core.Guests;

/// <summary>How collecting the guest data of a booking stands.</summary>
public enum GuestProgressState
{
    /// <summary>Something is missing, cannot be right, or was refused.</summary>
    Collecting,
    /// <summary>All is typed; a provider has not accepted all of it yet.</summary>
    Complete,
    /// <summary>The providers have all they asked for.</summary>
    Done,
    /// <summary>The deadline has passed and something is missing.</summary>
    Late,
    /// <summary>Nothing is collected any more: it is over, or nothing of it is kept.</summary>
    Closed,
}

/// <summary>Which state may follow which. A requirement that a provider adds later opens what was done.</summary>
public static class GuestProgressLifecycle
{
    public static readonly Lifecycle<GuestProgressState> Table = new("Guest data", new()
    {
        [GuestProgressState.Collecting] = [GuestProgressState.Complete, GuestProgressState.Done, GuestProgressState.Late, GuestProgressState.Closed],
        [GuestProgressState.Complete] = [GuestProgressState.Collecting, GuestProgressState.Done, GuestProgressState.Late, GuestProgressState.Closed],
        [GuestProgressState.Done] = [GuestProgressState.Collecting, GuestProgressState.Complete, GuestProgressState.Late, GuestProgressState.Closed],
        [GuestProgressState.Late] = [GuestProgressState.Collecting, GuestProgressState.Complete, GuestProgressState.Done, GuestProgressState.Closed],
        [GuestProgressState.Closed] = [],
    });

    /// <summary>What an agent still has to see to.</summary>
    public static readonly IReadOnlyList<GuestProgressState> Open = [GuestProgressState.Collecting, GuestProgressState.Complete, GuestProgressState.Late];
}

/// <summary>
/// How far the guest data of one booking are: what the board shows and the jobs go by, so that neither opens a sealed value. Counted
/// anew by <see cref="MeasureGuests"/> whenever something of it changes.
/// </summary>
public sealed class GuestProgress
{
    public Guid BookingId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid AgentId { get; private set; }
    public GuestProgressState State { get; private set; }
    /// <summary>By when what is missing is due, UTC: the earliest over the booking's events; null while no event's time is known.</summary>
    public DateTime? DueAt { get; private set; }
    /// <summary>When the first event for which something is wanted begins, UTC.</summary>
    public DateTime? StartsAt { get; private set; }
    public int Persons { get; private set; }
    public int PersonsDone { get; private set; }
    /// <summary>Fields that are wanted, each person's once however many lists ask for it.</summary>
    public int Fields { get; private set; }
    public int FieldsDone { get; private set; }
    /// <summary>Fields that a provider refused and nobody has changed since.</summary>
    public int Refused { get; private set; }
    /// <summary>Raised when something is asked that was not asked before; who is chased is told why.</summary>
    public int Reopened { get; private set; }
    /// <summary>When the customer was last asked, UTC; null before the first time.</summary>
    public DateTime? AskedAt { get; set; }
    /// <summary>What <see cref="Reopened"/> was then: whatever came since has not been asked for yet.</summary>
    public int AskedFor { get; set; }
    /// <summary>How often the customer was reminded since the first time.</summary>
    public int Reminders { get; set; }
    /// <summary>When the agent was warned of the deadline that stands.</summary>
    public DateTime? WarnedAt { get; set; }
    /// <summary>When it is next decided whether somebody is asked, reminded or warned; null when nobody is.</summary>
    public DateTime? NextChaseAt { get; set; }
    public DateTime CreatedAt { get; private set; }
    public long Version { get; private set; }

    private GuestProgress() { }

    public static GuestProgress Of(Guid bookingId, Guid agencyId, Guid agentId, DateTime now) => new()
    {
        BookingId = bookingId, AgencyId = agencyId, AgentId = agentId, State = GuestProgressState.Collecting, CreatedAt = now, NextChaseAt = now, Version = 1,
    };

    /// <summary>Writes down what was counted. Whether somebody is asked now is decided anew where something changed.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Record(GuestCount count, DateTime now)
    {
        var to = count.StateAt(now);
        if ((DueAt, StartsAt, Persons, PersonsDone, Fields, FieldsDone, Refused, State)
            == (count.DueAt, count.StartsAt, count.Persons, count.PersonsDone, count.Fields, count.FieldsDone, count.Refused, to))
            return false;
        // Asked again: a new requirement, a refusal, or a deadline that is another one now.
        if (count.Refused > Refused || (count.Fields > Fields && Fields > 0))
            Reopened++;
        if (count.DueAt != DueAt)
            WarnedAt = null;
        (DueAt, StartsAt, Persons, PersonsDone, Fields, FieldsDone, Refused) =
            (count.DueAt, count.StartsAt, count.Persons, count.PersonsDone, count.Fields, count.FieldsDone, count.Refused);
        if (to != State)
        {
            GuestProgressLifecycle.Table.Require(State, to);
            State = to;
        }
        NextChaseAt = State is GuestProgressState.Collecting or GuestProgressState.Late ? now : State == GuestProgressState.Complete ? DueAt : null;
        Version++;
        return true;
    }

    /// <summary>Something about who was asked changed.</summary>
    public void Touch() => Version++;

    /// <summary>Writes down what was decided and done.</summary>
    public void Record(GuestChase done, int askedFor, DateTime now)
    {
        if (done.Customer != CustomerStep.None)
            (AskedAt, AskedFor, Reminders) = (now, askedFor, Reminders + (done.Customer is CustomerStep.Reminder or CustomerStep.Last ? 1 : 0));
        if (done.Agent == AgentStep.Warn)
            WarnedAt = now;
        NextChaseAt = done.Next;
        Version++;
    }
}

/// <summary>What was counted of a booking's guest data at one moment. Instants are UTC.</summary>
/// <param name="IsOver">Nothing is collected any more: cancelled, lapsed, or the last event has begun.</param>
/// <param name="AllAccepted">The providers have everything as it is typed now.</param>
public sealed record GuestCount(int Persons, int PersonsDone, int Fields, int FieldsDone, int Refused, DateTime? DueAt, DateTime? StartsAt, bool IsOver, bool AllAccepted)
{
    public GuestProgressState StateAt(DateTime now) => this switch
    {
        { IsOver: true } => GuestProgressState.Closed,
        _ when FieldsDone == Fields => AllAccepted ? GuestProgressState.Done : GuestProgressState.Complete,
        _ when DueAt <= now => GuestProgressState.Late,
        _ => GuestProgressState.Collecting,
    };
}
