using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>
/// Makes a race happen: whoever is about to save such an entity waits until as many others are, so that all of them have read before
/// any of them writes.
/// </summary>
internal sealed class MeetBeforeSaving<T>(int howMany, EntityState state) : SaveChangesInterceptor where T : class
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int here;

    public bool IsOn { get; set; } = true;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsOn && eventData.Context!.ChangeTracker.Entries<T>().Any(e => e.State == state))
        {
            if (Interlocked.Increment(ref here) >= howMany)
                all.TrySetResult();
            await all.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }
        return result;
    }
}

/// <summary>Takes the guard of the versions away: whatever was read, what is there now counts as read.</summary>
internal sealed class ForgetVersions : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(e => e.State == EntityState.Modified).ToList())
            if (entry.Metadata.FindProperty("Version") is not null && await entry.GetDatabaseValuesAsync(cancellationToken) is { } now)
                entry.Property("Version").OriginalValue = now["Version"];
        return result;
    }
}
