namespace Portal.Core.Lifecycles;

/// <summary>
/// A life-cycle as a table: which state may follow which. What is not in the table throws, so a wrong move is a bug that shows
/// itself and never a silent no-op. Sweeps take their from-states from the same table.
/// </summary>
public sealed class Lifecycle<TState>(string noun, Dictionary<TState, TState[]> moves) where TState : struct, Enum
{
    /// <summary>Every move of the table.</summary>
    public IEnumerable<(TState From, TState To)> Moves => moves.SelectMany(m => m.Value.Select(to => (m.Key, to)));

    /// <summary>States that nothing leaves.</summary>
    public bool IsFinal(TState state) => !moves.TryGetValue(state, out var to) || to.Length == 0;

    public bool Allows(TState from, TState to) => moves.TryGetValue(from, out var allowed) && allowed.Contains(to);

    /// <summary>All states from which the given one may be reached in one move.</summary>
    public TState[] Before(TState to) => [.. moves.Where(m => m.Value.Contains(to)).Select(m => m.Key)];

    /// <exception cref="InvalidOperationException">The table has no such move.</exception>
    public void Require(TState from, TState to)
    {
        if (!Allows(from, to))
            throw new InvalidOperationException($"{noun}: {from} cannot become {to}.");
    }
}
