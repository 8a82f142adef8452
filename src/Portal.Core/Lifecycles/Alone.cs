using Microsoft.Extensions.Logging;

namespace Portal.Core.Lifecycles;

/// <summary>
/// Deals with each of a job's items alone and several at a time: one that fails is logged and stays due, and a provider that takes its
/// time keeps nobody else's item waiting.
/// </summary>
public static partial class Alone
{
    private const int AtOnce = 8;

    public static Task EachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> deal, ILogger logger, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, ct) =>
        {
            try
            {
                await deal(item, ct);
            }
#pragma warning disable CA1031 // Whatever is wrong with one item must not stop the others; it is found again by its state.
            catch (Exception exception) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(logger, item?.ToString(), exception);
            }
        });

    [LoggerMessage(Level = LogLevel.Error, Message = "{Item} could not be dealt with; it stays due.")]
    private static partial void Failed(ILogger logger, string? item, Exception exception);
}
