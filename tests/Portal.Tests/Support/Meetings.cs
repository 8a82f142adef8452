using System.Data.Common;
using System.Text.RegularExpressions;
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

/// <summary>Takes the guard of the versions away: a row is changed whichever version was read.</summary>
internal sealed partial class WithoutVersions : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        command.CommandText = Condition().Replace(command.CommandText, "");
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(@" AND ""Version"" = @p\d+")]
    private static partial Regex Condition();
}
