namespace Portal.Tests.Support;

/// <summary>
/// The real time, ahead by what a test says: for what another process has seen on its own clock. Back-offs pass ten times as fast;
/// time-outs are longer than those and stay real.
/// </summary>
internal sealed class ShiftedClock : TimeProvider
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(4);
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private static TimeSpan Shortened(TimeSpan wait) => wait > TimeSpan.Zero && wait <= LongestBackOff ? wait / 10 : wait;
}
