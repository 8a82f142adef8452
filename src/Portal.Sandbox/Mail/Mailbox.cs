using Portal.Sandbox.State;

namespace Portal.Sandbox.Mail;

/// <summary>All mail that the sink took, newest first. Nothing leaves this machine.</summary>
public sealed class Mailbox
{
    private const string Kind = "mail";
    private const int Kept = 500;
    private readonly Lock _gate = new();
    private readonly StateJournal _journal;
    private readonly List<Letter> _letters;
    private readonly List<(Predicate<Letter> Wanted, TaskCompletionSource<Letter> Came)> _waiting = [];

    internal Mailbox(StateJournal journal)
    {
        _journal = journal;
        _letters = [.. journal.Read<Letter>(Kind).Select(l => l.Value)];
    }

    /// <summary>The letters, newest first; the newest 500 are kept.</summary>
    public IReadOnlyList<Letter> Letters
    {
        get { lock (_gate) return [.. _letters.AsEnumerable().Reverse()]; }
    }

    /// <summary>The letters to one address, newest first.</summary>
    public IReadOnlyList<Letter> To(string address) =>
        [.. Letters.Where(l => l.To.Contains(address, StringComparer.OrdinalIgnoreCase))];

    /// <summary>One letter, or null.</summary>
    public Letter? Find(string id) => Letters.FirstOrDefault(l => l.Id == id);

    /// <summary>Completes with the next letter to that address: no test needs to sleep.</summary>
    public Task<Letter> NextTo(string address)
    {
        var came = new TaskCompletionSource<Letter>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _waiting.Add((l => l.To.Contains(address, StringComparer.OrdinalIgnoreCase), came));
        return came.Task;
    }

    /// <summary>Throws all mail away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _journal.Save([.. _letters.Select(l => new Change(Kind, l.Id, null))]);
            _letters.Clear();
        }
    }

    internal void Take(Letter letter)
    {
        lock (_gate)
        {
            _journal.Save(new Change(Kind, letter.Id, letter));
            _letters.Add(letter);
            if (_letters.Count > Kept)
            {
                _journal.Save(new Change(Kind, _letters[0].Id, null));
                _letters.RemoveAt(0);
            }
            foreach (var (_, came) in _waiting.Where(w => w.Wanted(letter)).ToList()) came.TrySetResult(letter);
            _waiting.RemoveAll(w => w.Came.Task.IsCompleted);
        }
    }
}
