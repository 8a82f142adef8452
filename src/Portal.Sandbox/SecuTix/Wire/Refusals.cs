namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>The request is no request: HTTP 400, or a SOAP fault of the client's.</summary>
internal sealed class MalformedException(string message) : Exception(message);

/// <summary>The rate is exceeded: HTTP 509.</summary>
internal sealed class TooManyCallsException : Exception;

/// <summary>A business error: HTTP 200 with a <c>statusCode</c> that is not <c>success</c>.</summary>
internal sealed class NoException(string key, string message) : Exception(message)
{
    /// <summary>What <c>statusDetail</c> says.</summary>
    public string Key { get; } = key;
}

/// <summary>Takes longer than the caller waits: to be asked again with the same <c>requestId</c>.</summary>
internal sealed class InProgressException : Exception;

/// <summary>
/// The error keys. Only <see cref="Availability"/> is documented; the others are the sandbox's own, in its manner: callers judge by
/// what they read back.
/// </summary>
internal static class No
{
    public static NoException Availability() => new("error.order.availability", "Not enough seats or tickets are available.");

    public static NoException NotFound() => new("error.order.notFound", "There is no such order.");

    public static NoException FileNotFound() => new("error.file.notFound", "There is no such file.");

    public static NoException AttachmentNotFound() => new("error.file.attachmentNotFound", "The file has no such attachment.");

    public static NoException Expired() => new("error.order.expired", "The order has expired.");

    public static NoException WrongState(string state) => new($"error.order.state.{state.ToLowerInvariant()}", $"The order is {state}.");

    public static NoException Contingent() => new("error.order.contingent", "This contingent is not authorised for the sales channel.");

    public static NoException PointOfSales() => new("error.order.pointOfSales", "This point of sale is not the operator's.");

    public static NoException MaxSeats(int most) => new("error.order.maxSeatsPerPerformance", $"At most {most} places of one performance are allowed in an order.");

    public static NoException Nothing() => new("error.order.noOperation", "The order has no operation.");

    public static NoException Type(string? type) => new("error.order.type", $"'{type}' is not the order's type, or not one that can be made here.");

    public static NoException Movement() => new("error.order.movement", "The order has no such movement or operation.");

    public static NoException Quantity() => new("error.order.quantity", "The quantity is not allowed for this item.");

    public static NoException Unknown(string what) => new($"error.catalog.{what}", $"This {what} is not on sale in the sales channel.");

    public static NoException NotReservable() => new("error.order.notReservable", "Products of this family cannot be reserved.");

    public static NoException NoOption() => new("error.order.noDirectOption", "Products of this family cannot be taken as an option.");

    public static NoException Nominative() => new("error.order.holderMissing", "The holders of nominative tickets are missing.");

    public static NoException Contact() => new("error.order.contactRequired", "The purchaser must be named for this product.");

    public static NoException Payment(string why) => new("error.payment", why);

    public static NoException Declined() => new("error.payment.failed", "The payment was refused. Reopen the order to try again.");

    public static NoException Resumed() => new("error.order.resumed", "These operations are not, or no longer, open to be resumed.");

    public static NoException Conversion() => new("error.order.isConvertedReservation", "isConvertedReservation does not agree with the order.");
}
