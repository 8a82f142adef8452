namespace Portal.Tests.Providers;

/// <summary>A clock that stands still until it is moved. Back-offs pass ten times as fast; time-outs are longer than those and stay real.</summary>
internal sealed class QuickClock : TimeProvider
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(4);
    private DateTimeOffset now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public DateTime Now => now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private static TimeSpan Shortened(TimeSpan wait) => wait > TimeSpan.Zero && wait <= LongestBackOff ? wait / 10 : wait;
}
