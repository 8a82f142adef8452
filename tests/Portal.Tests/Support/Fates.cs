using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>What the portal may ask of a provider, as tests call it.</summary>
public enum Questioned { Offers, Requirements, Hold, Change, Release, ReadGuests, Guests, Commit, LookUpHold, LookUpOrder, ReadBack, Buyer, Prepare, LookUpPrepare, Cancel, LookUpCancel, Purchase, LookUpPurchase, LateGuests }

/// <summary>What becomes of a question when it is not simply answered.</summary>
public enum Fate
{
    Refused,
    /// <summary>No effect, no answer.</summary>
    SilentBefore,
    /// <summary>The effect, then no answer.</summary>
    SilentAfter,
    /// <summary>No effect and no answer until it is let go; then effect and answer.</summary>
    HangsBefore,
    /// <summary>The effect at once, the answer only when it is let go.</summary>
    HangsAfter,
}

/// <summary>One planned fate and what became of it.</summary>
internal sealed class Fateful(Questioned question, Fate fate, Refusal? refusal)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Questioned Question => question;

    public Fate Fate => fate;

    public Refusal? Refusal => refusal;

    /// <summary>Completes once the question has come as far as its fate lets it.</summary>
    public Task Reached => reached.Task;

    /// <summary>Lets a hanging question end.</summary>
    public void LetGo() => letGo.TrySetResult();

    internal async Task HangAsync()
    {
        reached.TrySetResult();
        await letGo.Task;
    }

    internal void Happened() => reached.TrySetResult();
}
