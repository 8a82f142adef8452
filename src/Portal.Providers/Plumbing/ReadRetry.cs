using Polly;
using Polly.Retry;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// Repeats reads, and nothing else: up to four tries, on throttling (waiting as long as the provider asks, when it asks), broken
/// connections and server errors. A time-out is not repeated: whoever waits for a page has waited long enough.
/// </summary>
internal sealed class ReadRetry
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly ResiliencePropertyKey<Func<TimeSpan>> TimeLeft = new("time left");

    private readonly ResiliencePipeline<Answer<WireReply>> pipeline;

    public ReadRetry(TimeProvider time) => pipeline = new ResiliencePipelineBuilder<Answer<WireReply>> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Answer<WireReply>>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(400),
            MaxDelay = LongestWait,
            UseJitter = true,
            ShouldHandle = static args => ValueTask.FromResult(IsPassing(args.Outcome) && LeavesTime(args)),
            DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result?.Refusal?.RetryAfter),
        })
        .Build();

    public async Task<Answer<WireReply>> RunAsync(Func<CancellationToken, Task<Answer<WireReply>>> read, Func<TimeSpan> timeLeft, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(TimeLeft, timeLeft);
        try
        {
            return await pipeline.ExecuteAsync(async inner => await read(inner.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsPassing(Outcome<Answer<WireReply>> outcome) => outcome.Exception is ProviderSilenceException silence
        ? silence.Kind is SilenceKind.ConnectionBroken or SilenceKind.ServerError
        : outcome.Result?.Refusal?.Reason is RefusalReason.Throttled;

    private static bool LeavesTime(RetryPredicateArguments<Answer<WireReply>> args)
    {
        var wait = args.Outcome.Result?.Refusal?.RetryAfter ?? TimeSpan.Zero;
        return wait <= LongestWait && args.Context.Properties.TryGetValue(TimeLeft, out var left) && left() > wait + LongestWait;
    }
}
