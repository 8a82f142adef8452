using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>An order the provider has frozen: committing, or letting it go where it can be, is all that is left.</summary>
/// <param name="References">The provider's names for it.</param>
/// <param name="ExpiresAt">The provider's own expiry from here on, UTC.</param>
/// <param name="RawStatus">Its status word, unchanged.</param>
/// <param name="Total">What the provider will want to be paid, delivery included; null when it does not tell. Compared with what was agreed before anything is committed.</param>
public sealed record PreparedOrder(IReadOnlyList<ProviderReference> References, DateTime ExpiresAt, string RawStatus, Money? Total);

/// <summary>What a look-up of a preparation found.</summary>
public enum PrepareFound
{
    /// <summary>It is prepared; <see cref="PrepareFinding.Order"/> tells it.</summary>
    Prepared,
    /// <summary>Not prepared, and the hold is alive: asking again is safe.</summary>
    NotPreparedHoldAlive,
    /// <summary>Not prepared, and the hold is over. With <see cref="PrepareFinding.LockedUntil"/>: an order nobody knows the code of may keep the places so long.</summary>
    HoldOver,
    /// <summary>The provider contradicts itself or cannot say yet: keep looking.</summary>
    InDoubt,
}

/// <summary>The result of a look-up of a preparation.</summary>
public sealed record PrepareFinding(PrepareFound Found, PreparedOrder? Order = null, DateTime? LockedUntil = null, string? RawStatus = null);

/// <summary>
/// Has a phase before the commit that freezes the hold: Onebox createOrder, Distribution pre-confirm, SecuTix validateOrder.
/// <see cref="ProviderTraits.Preparing"/> says what it costs to turn back; letting go is <see cref="IProvider.ReleaseAsync"/> with the
/// order's references. A commit without it is never asked of such a provider.
/// </summary>
public interface IPrepares
{
    /// <summary>Freezes the hold. Where the references say that it is frozen already, answers how it stands.</summary>
    Task<Answer<PreparedOrder>> PrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation);

    /// <summary>After silence: finds out whether it was prepared, by the way this wire documents.</summary>
    Task<Answer<PrepareFinding>> LookUpPrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation);
}

/// <summary>
/// Commits idempotently by a key and the same bytes (e-guma <c>Idempotency-Key</c>). The portal saves what was composed before it asks,
/// so that <see cref="IProvider.LookUpOrderAsync"/> can replay it exactly, also from another process.
/// </summary>
public interface IReplaysCommits
{
    /// <summary>How long a key is remembered by the provider; afterwards the look-up must not replay.</summary>
    TimeSpan KeyRetention { get; }

    /// <summary>The text of the commit, to be sent as UTF-8. Contains personal data: kept sealed.</summary>
    string ComposeCommit(ProviderCall call, CommitRequest request);
}
