namespace Portal.Tests.Support;

/// <summary>The real time, ahead by what a test says: for what another process has seen on its own clock.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
