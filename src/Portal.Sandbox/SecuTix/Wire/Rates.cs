namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>
/// The limits on calling: 180 a minute and institution over all endpoints, the detailed catalogue once in ten minutes and operator,
/// availability once a minute for each set asked.
/// </summary>
internal sealed class Rates(SecuTixOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), CatalogueEvery = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<string, (DateTimeOffset At, long? RequestId)> _reads = [];

    /// <exception cref="TooManyCallsException">One too many.</exception>
    public void Count(VirtualOperator caller, Method method, Given given)
    {
        var now = clock.GetUtcNow();
        if (!_calls.TryGetValue(caller.Institution, out var calls)) _calls[caller.Institution] = calls = [];
        while (calls.TryPeek(out var oldest) && oldest <= now - Minute) calls.Dequeue();
        if (calls.Count >= options.CallsPerMinute) throw new TooManyCallsException();
        calls.Enqueue(now);
        if (options.LimitsReading && Every(method) is { } every) CountRead(caller, method, given, every, now);
    }

    private static TimeSpan? Every(Method method) => method.Name switch
    {
        "getCatalogDetailed" => CatalogueEvery,
        "getUpdatedAvailabilities" => null,
        _ when method.Service == "AvailabilityService" => Minute,
        _ => null,
    };

    private void CountRead(VirtualOperator caller, Method method, Given given, TimeSpan every, DateTimeOffset now)
    {
        var set = method.Name == "getCatalogDetailed" ? "" : given.Canonical(except: "requestId");
        var (key, requestId) = ($"{caller.Operator} {method.Name} {set}", given.Whole("requestId"));
        if (_reads.TryGetValue(key, out var last) && last.At > now - every)
        {
            // Asking again for an answer that is still being put together is the way to get it.
            if (requestId is not null && requestId == last.RequestId) return;
            throw new TooManyCallsException();
        }
        _reads[key] = (now, requestId);
    }
}
