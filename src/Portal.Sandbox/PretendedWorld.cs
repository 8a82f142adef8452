namespace Portal.Sandbox;

/// <summary>What every pretended provider's world has in common: one thing happens at a time, and it is remembered before it is answered.</summary>
public abstract class PretendedWorld
{
    private readonly Lock _gate = new();

    /// <summary>One step of the pretended provider: alone, in its time, remembered before it is answered.</summary>
    internal T Within<T>(Func<T> step)
    {
        lock (_gate)
        {
            try
            {
                Pass();
                return step();
            }
            finally
            {
                Commit();
            }
        }
    }

    internal void Within(Action step) => Within(() =>
    {
        step();
        return true;
    });

    /// <summary>Lets what has run out since the last step run out.</summary>
    private protected abstract void Pass();

    /// <summary>Writes down what the step changed.</summary>
    private protected abstract void Commit();
}
