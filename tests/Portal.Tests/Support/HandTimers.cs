namespace Portal.Tests.Support;

/// <summary>Another clock's time, with timers that run out only when they are told to.</summary>
internal sealed class HandTimers(TimeProvider time) : TimeProvider
{
    private readonly List<HandTimer> timers = [];

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(callback, state);
        timer.Change(dueTime, period);
        lock (timers)
            timers.Add(timer);
        return timer;
    }

    /// <summary>Every timer that runs, runs out.</summary>
    public void RunOut()
    {
        HandTimer[] running;
        lock (timers)
            running = [.. timers];
        foreach (var timer in running)
            timer.RunOut();
    }

    private sealed class HandTimer(TimerCallback callback, object? state) : ITimer
    {
        private bool runs;
        private bool repeats;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (runs, repeats) = (dueTime != Timeout.InfiniteTimeSpan, period != Timeout.InfiniteTimeSpan);
            return true;
        }

        public void RunOut()
        {
            if (!runs)
                return;
            runs = repeats;
            callback(state);
        }

        public void Dispose() => runs = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
