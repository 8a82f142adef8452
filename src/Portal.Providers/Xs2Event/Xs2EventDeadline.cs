using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

/// <summary>
/// Until when a reservation is kept. <c>valid_until</c> has no zone (page 1.12): it is taken for UTC when that makes sense and never
/// believed beyond ten minutes from when the reservation can have been made.
/// </summary>
internal static class Xs2EventDeadline
{
    public static readonly TimeSpan HoldLength = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Plausible = TimeSpan.FromMinutes(15);

    /// <param name="reservation">As answered.</param>
    /// <param name="madeAt">UTC instant from which its ten minutes run at the latest: of receipt for a new one, of the question for one that was looked up.</param>
    /// <param name="now">UTC.</param>
    public static DateTime Of(ReservationDto reservation, DateTime madeAt, DateTime now)
    {
        var assumed = madeAt + HoldLength;
        if (reservation.ValidUntil is not { } until)
            return assumed;
        // Prolonged by the provider's people: by how much is theirs to say.
        if (Xs2EventWords.Reservation(reservation.Status) is ReservationState.Extended && until.AsUtc > now)
            return until.AsUtc;
        return until.AsUtc <= now || until.AsUtc > now + Plausible ? assumed : Earlier(until.AsUtc, assumed);
    }

    /// <summary>
    /// For an answer to a change, which does not restart the ten minutes: where the zone makes no sense, what is left is the distance
    /// of <c>valid_until</c> to <c>updated</c>, both by the provider's clock.
    /// </summary>
    public static DateTime AfterChange(ReservationDto reservation, DateTime now)
    {
        var left = reservation is { ValidUntil: { } until, Updated: { } updated } ? until.AsUtc - updated.AsUtc : HoldLength;
        var assumedLeft = left > TimeSpan.Zero && left <= HoldLength ? left : HoldLength;
        return Of(reservation, now + assumedLeft - HoldLength, now);
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
