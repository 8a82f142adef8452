using Portal.Sandbox.State;

namespace Portal.Sandbox;

/// <summary>
/// What really happened at the pretended providers: every call in order, and everything those calls made. Tests count
/// bookings here, never by what the caller believes.
/// </summary>
public sealed class Ledger
{
    private const string Kind = "ledger.thing";
    private const int CallsKept = 10_000;
    private readonly Lock _gate = new();
    private readonly Queue<LedgerCall> _calls = [];
    private readonly OrderedDictionary<string, LedgerThing> _things = [];
    private readonly List<(Predicate<LedgerCall> Wanted, TaskCompletionSource<LedgerCall> Seen)> _waiting = [];
    private long _number;

    internal Ledger(StateJournal journal)
    {
        foreach (var (id, thing) in journal.Read<LedgerThing>(Kind)) _things[id] = thing;
    }

    /// <summary>The calls, oldest first; the newest 10,000 are kept.</summary>
    public IReadOnlyList<LedgerCall> Calls
    {
        get { lock (_gate) return [.. _calls]; }
    }

    /// <summary>Everything made, in the order it was made.</summary>
    public IReadOnlyList<LedgerThing> Things
    {
        get { lock (_gate) return [.. _things.Values]; }
    }

    /// <summary>The calls of one operation, for instance <c>xs2event/booking.create</c>.</summary>
    public IReadOnlyList<LedgerCall> CallsOf(string operation) => [.. Calls.Where(c => c.Operation == operation)];

    /// <summary>The things of one kind at one provider, for instance <c>Made("xs2event", "booking")</c>.</summary>
    public IReadOnlyList<LedgerThing> Made(string provider, string kind) =>
        [.. Things.Where(t => t.Provider == provider && t.Kind == kind)];

    /// <summary>Completes with the next call of that operation once it is recorded: no test needs to sleep.</summary>
    public Task<LedgerCall> NextCallOf(string operation)
    {
        var seen = new TaskCompletionSource<LedgerCall>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _waiting.Add((c => c.Operation == operation, seen));
        return seen.Task;
    }

    /// <summary>Forgets the calls. What was made stays.</summary>
    public void ForgetCalls()
    {
        lock (_gate) _calls.Clear();
    }

    internal void Record(LedgerCall call)
    {
        lock (_gate)
        {
            call = call with { Number = ++_number };
            _calls.Enqueue(call);
            if (_calls.Count > CallsKept) _calls.Dequeue();
            foreach (var (_, seen) in _waiting.Where(w => w.Wanted(call)).ToList()) seen.TrySetResult(call);
            _waiting.RemoveAll(w => w.Seen.Task.IsCompleted);
        }
    }

    /// <summary>Notes a thing's state and returns what the journal must remember of it.</summary>
    internal Change Note(string provider, string kind, string id, string state, string? reference, DateTime now, int places = 0, decimal total = 0)
    {
        var key = $"{provider}/{kind}/{id}";
        lock (_gate)
        {
            var made = _things.TryGetValue(key, out var before) ? before.Made : now;
            var changed = before is not null && before.State == state ? before.Changed : now;
            var thing = new LedgerThing(provider, kind, id, state, reference, made, changed) { Places = places, Total = total };
            _things[key] = thing;
            return new Change(Kind, key, thing);
        }
    }
}
