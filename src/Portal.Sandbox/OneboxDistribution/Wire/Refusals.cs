using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxDistribution.Wire;

/// <summary>
/// The provider's refusals: <c>{ code, message }</c>. The codes are the provider's; the status of those that Onebox's own mapping does
/// not give as 409 is assumed.
/// </summary>
internal static class Refusals
{
    public static RefusedException SeatNotAvailable(string which) => Of(409, "ORDER_SEAT_NOT_AVAILABLE", $"{which} is not available.");

    public static RefusedException AttendeesNeeded(string what) => Of(409, "ORDER_ATTENDEE_DATA_REQUIRED", $"Attendee data are required: {what}.");

    public static RefusedException AttendeesInvalid(string what) => Of(400, "ORDER_ATTENDEE_DATA_INVALID_FORMAT", $"Attendee data are invalid: {what}.");

    public static RefusedException LimitExceeded(int limit) => Of(409, "ORDER_ITEMS_LIMIT_EXCEEDED", $"An order takes at most {limit} items of this session.");

    public static RefusedException NotSamePriceTypes() => Of(409, "ORDER_ITEMS_NOT_SAME_PRICE_TYPES", "The items must be of one price type.");

    public static RefusedException InvalidPromotion() => Of(409, "ORDER_INVALID_PROMOTION", "The promotion does not exist or does not apply to these items.");

    public static RefusedException InvalidCollective() => Of(409, "ORDER_INVALID_COLLECTIVE", "The collective's code or pin is not valid.");

    public static RefusedException OrderNotFound() => Of(404, "ORDER_NOT_FOUND", "The order does not exist or has expired.");

    public static RefusedException SessionNotFound() => Of(404, "SESSION_NOT_FOUND", "The session does not exist for this channel.");

    public static RefusedException PresaleNotFound() => Of(404, "PRESALE_NOT_FOUND", "The session has no presale.");

    public static RefusedException StateInvalid(string why) => Of(409, "ORDER_STATE_INVALID", why);

    public static RefusedException Required(string name) => Of(400, "PARAMETER_REQUIRED", $"{name} is required.");

    public static RefusedException BadParameter(string why) => Of(400, "DIST0001", why);

    public static RefusedException AccessDenied(string why) => Of(403, "ACCESS_DENIED", why);

    public static RefusedException NotFound() => Of(404, "NOT_FOUND", "There is no such path.");

    /// <summary>Orders-mgmt's own code for a bad parameter.</summary>
    public static RefusedException BadManagementParameter(string why) => Of(400, "AOMG0001", why);

    public static RefusedException ItemNotFound(long id) => Of(404, "ORDER_ITEM_NOT_FOUND", $"The order has no item {id}.");

    public static RefusedException ProductStateInvalid(long id) => Of(409, "PRODUCT_STATE_INVALID", $"The item {id} is already refunded.");

    public static Reply ServerError() => Body(500, "DIST0000", "Internal error");

    public static Reply Body(int status, string code, string message) => Reply.Json(status, new { code, message });

    private static RefusedException Of(int status, string code, string message) => new(Body(status, code, message));
}
