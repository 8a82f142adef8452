using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Sandbox.Http;

/// <summary>
/// The way of every provider call: read, let the scenarios have their say, take the effect, record, answer. The ledger
/// has the call before the caller has the answer.
/// </summary>
internal sealed class Exchange(SandboxClock clock, Ledger ledger, Scenarios scenarios, CancellationToken stopping)
{
    private const int ShownLength = 8_000;

    public async Task RunAsync(PretendedProvider provider, string operation, HttpContext context, Func<Call, Reply> handle)
    {
        var call = await Call.ReadAsync(operation, context);
        var at = clock.Now;
        using var underway = provider.Arrive(call);
        var happening = scenarios.Take(operation, () => call.Said);

        if (Find(ScenarioKind.Slow) is { } slow)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Task.Delay(slow.Milliseconds, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (Find(ScenarioKind.SilentBefore) is { } before)
        {
            Record(null, nameof(ScenarioKind.SilentBefore));
            // Nobody works on it: whoever asks again the moment the connection is gone must not hear that somebody does.
            underway?.Dispose();
            await FallSilentAsync(context, before.Silence);
            return;
        }
        if (Refusal() is { } refusal)
        {
            Record(refusal.Reply, refusal.Name);
            underway?.Dispose();
            await SendAsync(context, refusal.Reply, refusal.Reply.Body.Length);
            return;
        }

        foreach (var scenario in happening.Where(s => s.Kind is ScenarioKind.SoldOut or ScenarioKind.PriceUp or ScenarioKind.HoldLapsed))
            provider.Befall(scenario, call);

        var outcome = "answered";
        Reply reply;
        try
        {
            reply = handle(call);
        }
        catch (RefusedException refused)
        {
            reply = refused.Reply;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of the sandbox itself must be seen as one, not taken for a provider's behaviour.
            reply = provider.ServerError();
            outcome = $"sandbox fault: {fault}";
        }

        if (Find(ScenarioKind.SilentAfter) is { } after)
        {
            Record(reply, nameof(ScenarioKind.SilentAfter), sent: false);
            await FallSilentAsync(context, after.Silence);
        }
        else if (Find(ScenarioKind.ServerErrorAfter) is not null)
        {
            var error = provider.ServerError();
            Record(error, nameof(ScenarioKind.ServerErrorAfter));
            await SendAsync(context, error, error.Body.Length);
        }
        else if (Find(ScenarioKind.Malformed) is not null)
        {
            Record(reply, nameof(ScenarioKind.Malformed));
            await SendAsync(context, reply, reply.Body.Length / 2);
        }
        else
        {
            Record(reply, outcome);
            await SendAsync(context, reply, reply.Body.Length);
        }

        Scenario? Find(ScenarioKind kind) => happening.FirstOrDefault(s => s.Kind == kind);

        (Reply Reply, string Name)? Refusal() =>
            Find(ScenarioKind.ServerErrorBefore) is not null ? (provider.ServerError(), nameof(ScenarioKind.ServerErrorBefore))
            : Find(ScenarioKind.Throttled) is not null ? (provider.Throttled(), nameof(ScenarioKind.Throttled))
            : Find(ScenarioKind.Unauthorized) is not null ? (provider.Unauthorized(call), nameof(ScenarioKind.Unauthorized))
            : null;

        void Record(Reply? answer, string became, bool sent = true) => ledger.Record(new LedgerCall(
            0, at, provider.Name, operation, call.Method, call.Path, Redacted(provider, call), provider.KeyOf(call),
            Shown(provider.ShownBody(call)), sent ? answer?.Status : null, answer is null ? "" : Shown(answer), became));
    }

    private static string Redacted(PretendedProvider provider, Call call) => provider.SecretParameters.Count == 0
        ? Uri.UnescapeDataString(call.QueryText)
        : string.Join('&', call.Query.Select(p => provider.SecretParameters.Contains(p.Key) ? $"{p.Key}=…" : $"{p.Key}={p.Value}"));

    private static string Shown(Reply reply) =>
        reply.IsText ? Shown(Encoding.UTF8.GetString(reply.Body)) : reply.Body.Length == 0 ? "" : $"({reply.ContentType}, {reply.Body.Length} bytes)";

    private static string Shown(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";

    /// <summary>Sends the first <paramref name="length"/> bytes as though they were all.</summary>
    private static async Task SendAsync(HttpContext context, Reply reply, int length)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.ContentType.Length > 0) context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) context.Response.Headers.Append(name, value);
        if (reply.Status == StatusCodes.Status204NoContent) return;
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(reply.Body.AsMemory(0, length), context.RequestAborted);
    }

    private async Task FallSilentAsync(HttpContext context, Silence silence)
    {
        if (silence is Silence.Hang)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        context.Abort();
    }
}
