using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>One question of the port on its way: its requests share connection, subject and the time that is left.</summary>
public sealed class Conversation
{
    private readonly Line line;
    private readonly DateTimeOffset endsAt;

    internal Conversation(Line line, ProviderCall call, WireManners manners, DateTimeOffset endsAt) =>
        (this.line, Call, Manners, this.endsAt) = (line, call, manners, endsAt);

    public ProviderCall Call { get; }

    public WireManners Manners { get; }

    /// <summary>UTC now, by the clock that all share.</summary>
    public DateTime Now => line.Time.GetUtcNow().UtcDateTime;

    private TimeSpan TimeLeft => endsAt - line.Time.GetUtcNow();

    /// <summary>Sends a request. Reads are repeated while that helps; anything else leaves exactly once.</summary>
    /// <exception cref="ProviderSilenceException">No usable answer came.</exception>
    public Task<Answer<WireReply>> AskAsync(WireRequest request, CancellationToken cancellation) => request.IsRead
        ? line.Retry.RunAsync(token => AskOnceAsync(request, token), () => TimeLeft, cancellation)
        : AskOnceAsync(request, cancellation);

    /// <summary>Sends a request and reads a 2xx with the given reader.</summary>
    public async Task<WireAnswer<T>> AskAsync<T>(WireRequest request, Func<WireReply, T> read, CancellationToken cancellation) where T : class
    {
        var answer = await AskAsync(request, cancellation);
        if (!answer.IsYes)
            return WireAnswer<T>.No(answer.Refusal);
        return answer.Value.IsSuccess ? WireAnswer<T>.Yes(read(answer.Value)) : WireAnswer<T>.Other(answer.Value);
    }

    private async Task<Answer<WireReply>> AskOnceAsync(WireRequest request, CancellationToken cancellation)
    {
        if (TimeLeft <= TimeSpan.Zero || !await line.Pace.WaitAsync(Call.Connection, Manners.RequestsPerMinute, TimeLeft, cancellation))
            return new Refusal(RefusalReason.Throttled,
                $"{request.Name} was not sent: it would have come too late after waiting for earlier requests. Nothing was done by it; try again.");
        var timeout = Timeout(request.IsRead);
        return await new Exchange(line, Call, Manners).RunAsync(request, timeout < TimeLeft ? timeout : TimeLeft, cancellation);
    }

    private TimeSpan Timeout(bool isRead)
    {
        var said = Call.Connection.Find(isRead ? "ReadTimeoutSeconds" : "WriteTimeoutSeconds");
        return double.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : isRead ? Manners.ReadTimeout : Manners.WriteTimeout;
    }
}
