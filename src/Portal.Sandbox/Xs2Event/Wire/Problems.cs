using Portal.Sandbox.Http;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>
/// The provider's refusals. <c>/errors/invalid-guest-data</c> is the only documented <c>type</c>; all others are
/// assumed, and so is the status of those that follow <see cref="Xs2EventOptions.RefusalStatus"/>.
/// </summary>
internal sealed class Problems(Xs2EventOptions options)
{
    public static RefusedException BadQuery(string detail) => Refuse(400, "validation", "Invalid query", detail);

    public static RefusedException BadBody(string detail) => Refuse(400, "validation", "Invalid body", detail);

    public static RefusedException NotFound(string what) => Refuse(404, "not-found", "Not found", $"{what} does not exist.");

    public static Reply Unauthorized() => Body(401, "unauthorized", "Unauthorized", "The X-Api-Key header is missing or not known.");

    public static Reply Throttled() =>
        Body(503, "too-many-requests", "Too many requests", "The rate limit was exceeded.") with { Headers = [("Retry-After", "2")] };

    public static Reply ServerError() => Body(500, "internal", "Internal error", "Something went wrong on our side.");

    public static RefusedException NoFileYet(int status) => Refuse(status, "not-available", "Not available", "There is no file to download yet.");

    public RefusedException Invalid(string detail) => Refuse(options.RefusalStatus, "validation", "Invalid request", detail);

    public RefusedException Expired() =>
        Refuse(options.RefusalStatus, "reservation-expired", "Reservation expired", "The reservation has expired, its tickets were released.");

    public RefusedException AlreadyBooked() =>
        Refuse(options.RefusalStatus, "reservation-booked", "Reservation already booked", "A booking was made from this reservation already.");

    public RefusedException PaymentMethod(string method) => Refuse(
        options.RefusalStatus, "invalid-payment-method", "Invalid payment method", $"Payment method '{method}' is invalid or not available for you.");

    public RefusedException BookingEmail() =>
        Refuse(options.RefusalStatus, "invalid-booking-email", "Invalid booking e-mail", "booking_email is not a valid e-mail address.");

    public RefusedException OutOfStock(IReadOnlyList<object> items) =>
        Refuse(options.RefusalStatus, "out-of-stock", "Out of stock", "Not all tickets are available.", items);

    public RefusedException UnknownTicket(IReadOnlyList<object> items) =>
        Refuse(options.RefusalStatus, "unknown-ticket", "Unknown ticket", "At least one ticket_id is not known.", items);

    public RefusedException PriceMismatch(IReadOnlyList<object> items) =>
        Refuse(options.RefusalStatus, "price-mismatch", "Price mismatch", "The price information does not match the ticket.", items);

    public RefusedException Quantity(IReadOnlyList<object> items) =>
        Refuse(options.RefusalStatus, "invalid-quantity", "Invalid quantity", "A quantity breaks the rules of its ticket.", items);

    public RefusedException GuestData(IReadOnlyList<object> items) =>
        Refuse(options.RefusalStatus, "invalid-guest-data", "Invalid guest data", "Guest data is missing or invalid.", items);

    private static RefusedException Refuse(int status, string type, string title, string detail, IReadOnlyList<object>? items = null) =>
        new(Body(status, type, title, detail, items));

    private static Reply Body(int status, string type, string title, string detail, IReadOnlyList<object>? items = null) =>
        items is null
            ? Reply.Problem(status, new { type = "/errors/" + type, title, message = title, detail })
            : Reply.Problem(status, new { type = "/errors/" + type, title, message = title, detail, items });
}
