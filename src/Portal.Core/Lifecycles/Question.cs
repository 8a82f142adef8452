namespace Portal.Core.Lifecycles;

/// <summary>What was asked of a provider and not yet answered for good.</summary>
public enum Asked { Nothing, Hold, Change, Release, Guests, Buyer, Prepare, Commit, Cancel, Purchase }

/// <summary>
/// The open question of a hold or order (design rule 1): what was asked, when, by which process and until when that process owns the
/// answer; and, once the answer stayed away, how the look-ups went. Saved before the call leaves, cleared with its answer.
/// </summary>
public sealed class Question
{
    public Asked Asked { get; private set; }
    /// <summary>UTC instant of the first asking; kept over replays, since 'recently made' is judged from it.</summary>
    public DateTime? AskedAt { get; private set; }
    /// <summary>The process that asks; see <see cref="PortalProcess"/>.</summary>
    public Guid? Owner { get; private set; }
    /// <summary>Until then only the owner records; afterwards recovery may take over.</summary>
    public DateTime? OwnedUntil { get; private set; }
    public DateTime? SilentSince { get; private set; }
    public DateTime? NextLookAt { get; private set; }
    public int Looks { get; private set; }
    /// <summary>How often a look-up that counts found nothing.</summary>
    public int NothingSeen { get; private set; }

    public void Begin(Asked asked, Guid owner, DateTime now, TimeSpan budget)
    {
        if (Asked != asked || AskedAt is null)
            AskedAt = now;
        (Asked, Owner, OwnedUntil) = (asked, owner, now + budget);
        (SilentSince, NextLookAt, Looks, NothingSeen) = (null, null, 0, 0);
    }

    /// <exception cref="InvalidOperationException">Something else is being asked: this cannot be its outcome.</exception>
    public void Require(string outcome, params ReadOnlySpan<Asked> expected)
    {
        if (!expected.Contains(Asked))
            throw new InvalidOperationException($"{outcome} is no outcome of the question '{Asked}'.");
    }

    public void Answered()
    {
        (Asked, AskedAt, Owner, OwnedUntil) = (Asked.Nothing, null, null, null);
        (SilentSince, NextLookAt, Looks, NothingSeen) = (null, null, 0, 0);
    }

    public void FellSilent(DateTime now)
    {
        (Owner, OwnedUntil) = (null, null);
        SilentSince ??= now;
        NextLookAt = now;
    }

    /// <summary>Notes a look-up that settled nothing and plans the next.</summary>
    /// <param name="countsAsNothing">It found nothing, late enough after the question to count.</param>
    public void LookedInVain(DateTime now, bool countsAsNothing)
    {
        Looks++;
        if (countsAsNothing)
            NothingSeen++;
        NextLookAt = now + LookUpSchedule.After(Looks);
    }

    /// <summary>Takes the look-up itself, so that two nodes do not look at once.</summary>
    public void BeginLook(Guid owner, DateTime now, TimeSpan budget) => (Owner, OwnedUntil, NextLookAt) = (owner, now + budget, now + budget);
}

/// <summary>How long to wait between look-ups: close at first, since most answers are a minute away, then wider.</summary>
public static class LookUpSchedule
{
    public static TimeSpan After(int looks) => looks switch
    {
        < 4 => TimeSpan.FromSeconds(10),
        < 12 => TimeSpan.FromSeconds(30),
        < 30 => TimeSpan.FromMinutes(2),
        _ => TimeSpan.FromMinutes(10),
    };

    /// <summary>After this long in doubt a person is told, with the evidence; looking goes on.</summary>
    public static readonly TimeSpan PersonAfter = TimeSpan.FromMinutes(10);
}

/// <summary>This running process, as the owner of the questions it asks.</summary>
public sealed class PortalProcess
{
    public Guid Id { get; } = Guid.NewGuid();
}
