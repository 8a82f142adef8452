using Portal.Sandbox.State;

namespace Portal.Sandbox;

/// <summary>
/// The time every pretended provider lives in: another clock's time plus an offset that a test or the control page
/// moves forward. Holds lapse and orders complete by it.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private const string Kind = "clock";
    private readonly TimeProvider _inner;
    private readonly StateJournal _journal;
    private long _offsetTicks;

    internal SandboxClock(TimeProvider inner, StateJournal journal)
    {
        _inner = inner;
        _journal = journal;
        foreach (var (_, ticks) in journal.Read<long>(Kind)) _offsetTicks = ticks;
    }

    /// <summary>How far the sandbox is ahead of the clock it was given.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>The sandbox's time in UTC, to the whole second as the providers write it.</summary>
    public DateTime Now
    {
        get
        {
            var now = GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Offset;

    /// <summary>Moves the sandbox forward. Time never goes back: what lapsed stays lapsed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var ticks = Interlocked.Add(ref _offsetTicks, by.Ticks);
        _journal.Save(new Change(Kind, "offset", ticks));
    }
}
