using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>
/// The four answers to an idempotency key: the first call's own; the same again for the same body; a refusal for another body; a
/// refusal while the first call is still being worked on. After 72 hours the key is as new (page 2.10).
/// </summary>
internal sealed class Replays(EGumaState state, Errors errors)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(72);
    private readonly ConcurrentDictionary<string, Call> _underway = [];

    /// <summary>The first of several calls with one key is the one that is worked on, from its arrival until its answer has left.</summary>
    public IDisposable? Arrive(Call call, Caller caller)
    {
        if (call.Header("Idempotency-Key").Length == 0) return null;
        var key = Scope(call, caller);
        return _underway.TryAdd(key, call) ? new Leaving(() => _underway.TryRemove(KeyValuePair.Create(key, call))) : null;
    }

    public Reply Once(Call call, Caller caller, Func<Reply> first)
    {
        if (string.IsNullOrWhiteSpace(call.Header("Idempotency-Key"))) throw errors.Invalid("The header Idempotency-Key is required.");
        var key = Scope(call, caller);
        var hash = Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        if (state.Answers.TryGetValue(key, out var given) && given.Completed + KeptFor <= state.Now)
        {
            state.Keep(key, null);
            given = null;
        }
        if (given is not null)
        {
            return given.BodyHash == hash
                ? new Reply(given.Status, given.ContentType, Encoding.UTF8.GetBytes(given.Body)) { Headers = [("Idempotency-Replayed", "true")] }
                : throw errors.KeyReused();
        }
        if (_underway.TryGetValue(key, out var working) && working != call) throw errors.InProgress();

        var answer = AnswerOf(first);
        state.Keep(key, new GivenAnswer(hash, answer.Status, answer.ContentType, Encoding.UTF8.GetString(answer.Body), state.Now));
        return answer;
    }

    /// <summary>A refusal is an answer and is given again as well.</summary>
    private static Reply AnswerOf(Func<Reply> first)
    {
        try
        {
            return first();
        }
        catch (RefusedException refused)
        {
            return refused.Reply;
        }
    }

    /// <summary>Keys are told apart by merchant; there is one endpoint that takes them.</summary>
    private static string Scope(Call call, Caller caller) => $"{caller.Merchant.Id} {call.Header("Idempotency-Key")}";

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
