using System.Net.Http.Headers;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// One request and what came of it. Sorts every ending into the three kinds the port knows: an answer, a request that certainly did
/// nothing (never connected, throttled), and silence; and writes each down.
/// </summary>
internal sealed class Exchange(Line line, ProviderCall call, WireManners manners)
{
    private readonly Redaction redaction = new(manners, call.Connection);
    private readonly long startedAt = line.Time.GetTimestamp();
    private readonly DateTime sentAt = line.Time.GetUtcNow().UtcDateTime;

    public async Task<Answer<WireReply>> RunAsync(WireRequest request, TimeSpan timeout, CancellationToken cancellation)
    {
        using var message = Message(request);
        if (request.Elsewhere is null && await manners.AuthoriseAsync(message, call.Connection, cancellation) is { } noProof)
            return noProof;
        using var clock = new CancellationTokenSource(timeout, line.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellation);
        try
        {
            using var response = await line.Client.SendAsync(message, either.Token);
            return Judge(request, await ReadAsync(request, response, either.Token), response.Headers.RetryAfter);
        }
        catch (OperationCanceledException e) when (clock.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Silence(request, SilenceKind.TimedOut, $"no answer within {timeout.TotalSeconds:0.#} s", null, e);
        }
        catch (OperationCanceledException)
        {
            Write(request, null, "Given up by the portal before an answer came.");
            throw;
        }
        catch (HttpRequestException e) when (NeverLeft(e))
        {
            Write(request, null, $"Not reached: {e.HttpRequestError}.");
            return new Refusal(RefusalReason.Unreachable, $"{manners.Provider} could not be reached ({e.HttpRequestError}). {request.Name} was not sent, so nothing was done; try again shortly.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Silence(request, SilenceKind.Unreadable, $"the answer was not HTTP that can be read ({e.HttpRequestError})", null, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Silence(request, SilenceKind.ConnectionBroken, "the connection broke before the answer was complete", null, e);
        }
    }

    private Answer<WireReply> Judge(WireRequest request, WireReply reply, RetryConditionHeaderValue? retryAfter)
    {
        if (manners.ThrottleStatuses.Contains(reply.Status))
        {
            Write(request, reply, null);
            var wait = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - line.Time.GetUtcNow() : null);
            return new Refusal(RefusalReason.Throttled, $"{manners.Provider} asks us to slow down ({reply.Status}). {request.Name} was not carried out; try again in a moment.")
            {
                RetryAfter = wait > TimeSpan.Zero ? wait : null,
            };
        }
        if (reply.Status is >= 500 or < 200 && !manners.IsAnswer(reply))
            throw Silence(request, SilenceKind.ServerError, $"the provider failed with status {reply.Status}", reply);
        // Following would carry the account's key to wherever the answer points; no provider documents a redirect.
        if (reply.Status is >= 300 and < 400)
            throw Silence(request, SilenceKind.Unreadable, $"the provider redirected ({reply.Status}), which its documentation does not foresee", reply);
        Write(request, reply, null);
        return reply;
    }

    private HttpRequestMessage Message(WireRequest request)
    {
        var uri = request.Elsewhere ?? new Uri(call.Connection.BaseUrl.AbsoluteUri.TrimEnd('/') + request.PathAndQuery);
        var message = new HttpRequestMessage(request.Method, uri);
        message.Headers.Accept.ParseAdd(request.Accept);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body.Content);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(body.MediaType, "utf-8");
        }
        foreach (var (name, value) in request.Headers)
            message.Headers.Add(name, value);
        return message;
    }

    private async Task<WireReply> ReadAsync(WireRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        var headers = response.Content.Headers;
        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName;
        return new(request.Name, (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation), headers.ContentType?.MediaType)
        {
            FileName = name is null ? null : Path.GetFileName(name.Trim('"')),
            Headers = Kept(response.Headers),
            Redaction = redaction,
        };
    }

    private Dictionary<string, string> Kept(HttpResponseHeaders headers)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in manners.KeptHeaders)
            if (headers.TryGetValues(name, out var values))
                kept[name] = string.Join(',', values);
        return kept;
    }

    private ProviderSilenceException Silence(WireRequest request, SilenceKind kind, string detail, WireReply? reply, Exception? inner = null)
    {
        Write(request, reply, $"{kind}: {detail}.");
        return new ProviderSilenceException(request.Name, kind, detail, inner);
    }

    private void Write(WireRequest request, WireReply? reply, string? silence)
    {
        if (request.Depth is JournalDepth.FailuresOnly && reply is { IsSuccess: true })
            return;
        var milliseconds = (int)line.Time.GetElapsedTime(startedAt).TotalMilliseconds;
        line.Sink(JournalEntry.Of(call, redaction, request, reply, sentAt, milliseconds, silence));
    }

    // Name, socket or TLS failed: no byte of the request was sent. Everything later may have arrived.
    private static bool NeverLeft(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
