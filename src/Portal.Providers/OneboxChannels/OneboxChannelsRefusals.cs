using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

/// <summary>Refusals that need no further reading to be told.</summary>
internal static class OneboxChannelsRefusals
{
    /// <summary>For questions that change nothing.</summary>
    public static Refusal OfRead(OneboxChannelsProblem problem, string what) => problem.Kind switch
    {
        ProblemKind.NotAuthorised => NotAuthorised(problem),
        ProblemKind.NoEvent or ProblemKind.NoSession or ProblemKind.Expired => new(RefusalReason.NotFound, $"Onebox has no {what}: {problem.Said}."),
        ProblemKind.NotForSale => new(RefusalReason.NotAllowed, $"Onebox does not sell it at the moment: {problem.Said}."),
        _ => new(RefusalReason.Invalid, $"Onebox did not give the {what}: {problem.Said}."),
    };

    /// <summary>For calls on a cart where the code says enough.</summary>
    public static Refusal OfCart(OneboxChannelsProblem problem) => problem.Kind switch
    {
        ProblemKind.NotAuthorised => NotAuthorised(problem),
        ProblemKind.Expired => Expired(),
        ProblemKind.NoEvent or ProblemKind.NoSession => new(RefusalReason.NotFound, $"Onebox no longer has the event: {problem.Said}. Nothing was changed."),
        ProblemKind.NotForSale => new(RefusalReason.NotAllowed, $"Onebox does not sell it at the moment: {problem.Said}. Nothing was changed."),
        ProblemKind.NoSeats => new(RefusalReason.SoldOut, $"Onebox has fewer places than were asked for: {problem.Said}. Nothing was changed."),
        ProblemKind.Forbidden => new(RefusalReason.NotAllowed, $"Onebox does not allow it to this channel: {problem.Said}. Nothing was changed."),
        _ => new(RefusalReason.Invalid, $"Onebox refused: {problem.Said}. Nothing was changed."),
    };

    public static Refusal NotAuthorised(OneboxChannelsProblem problem) => new(RefusalReason.NotAuthorised,
        $"Onebox does not accept the connection's account: {problem.Said}. Nothing was done; an admin checks user, terminal, channel and secrets under Connections.");

    public static Refusal Expired() => new(RefusalReason.HoldExpired,
        "The cart at Onebox is over: nothing is kept and nothing was sold. The same places can be held again if they are still there.");

    public static Refusal OrderExpired() => new(RefusalReason.HoldExpired,
        "The order at Onebox has run out: its places were released and nothing was sold. They can be held again if they are still there.");

    public static Refusal NoCart(string done) => new(RefusalReason.Invalid, $"Onebox never named a cart for this hold, so it could not be {done}. Hold the places anew.");

    public static Refusal NoOrder(string done) => new(RefusalReason.Invalid, $"Onebox never named an order for this, so it could not be {done}.");

    public static Refusal Locked(DateTime until) => new(RefusalReason.NotAllowed,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Onebox has made an order of this cart; no call gives it back. Its places stay locked until {until:HH:mm} UTC and are then released by themselves."));
}
