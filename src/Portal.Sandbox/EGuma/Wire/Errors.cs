using System.Text;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Wire;

/// <summary>
/// The provider's refusals. Documented are <c>validation_error</c>, <c>unauthorized</c>, <c>forbidden</c> and <c>not_found</c>
/// (page 2.5); all other codes and their statuses are assumed (page 2.12).
/// </summary>
internal sealed class Errors(EGumaOptions options)
{
    public RefusedException Invalid(string message) => Refuse(400, "validation_error", message);

    public RefusedException Forbidden(string message) => Refuse(403, "forbidden", message);

    public RefusedException NotFound(string what) => Refuse(404, "not_found", $"{what} was not found.");

    public RefusedException NotAvailable(string message) => Refuse(options.NotAvailableStatus, "not_available", message);

    public RefusedException ReservationExpired() => Refuse(409, "reservation_expired", "The reservation has expired.");

    public RefusedException ReservationUsed() => Refuse(409, "reservation_already_used", "A booking was made from this reservation.");

    public RefusedException AlreadyCancelled() => Refuse(409, "already_cancelled", "The booking is cancelled already.");

    public RefusedException BookingInPast() => Refuse(409, "booking_in_past", "The booked date lies in the past.");

    public RefusedException CheckedIn() => Refuse(409, "ticket_already_checked_in", "A ticket of this booking was checked in.");

    public RefusedException KeyReused() => Refuse(409, "idempotency_key_reused", "The idempotency key was used with another body.");

    public RefusedException InProgress() =>
        new(Body(409, "idempotency_in_progress", "A request with this idempotency key is being processed.") with { Headers = [("Retry-After", "1")] });

    public Reply Unauthorized() => Body(401, "unauthorized", "The api key is missing or not known.");

    /// <summary>Rate limits are not documented; this is what most would answer.</summary>
    public Reply Throttled() => Body(429, "too_many_requests", "Too many requests.") with { Headers = [("Retry-After", "2")] };

    public Reply ServerError() => Body(500, "server_error", "An unexpected error has occurred.");

    private RefusedException Refuse(int status, string code, string message) => new(Body(status, code, message));

    private Reply Body(int status, string code, string message) => options.PlainTextErrors
        ? new Reply(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(message))
        : Reply.Json(status, new { error_code = code, message });
}
