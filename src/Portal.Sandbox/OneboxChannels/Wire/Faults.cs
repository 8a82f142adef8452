using System.Globalization;
using System.Text;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>
/// The provider's refusals: a status and the header <c>OB_Error_Code</c>. The codes are documented, their statuses are assumed, and so
/// is which code stands for what the documentation refuses without naming one (marked "ours").
/// </summary>
internal static class Faults
{
    public static RefusedException Missing(string name) => Refuse(400, 1001, $"Parameter {name} is required.");

    public static RefusedException Malformed(string name) => Refuse(400, 1003, $"Parameter {name} cannot be read.");

    public static RefusedException Unknown(string name) => Refuse(400, 1008, $"Parameter {name} is not known here.");

    /// <summary>Quantities, limits, amounts, states that do not fit.</summary>
    public static RefusedException Unfit(string why) => Refuse(400, 1009, why);

    public static RefusedException Login() => Refuse(401, 1018, "Login error.");

    public static RefusedException NotActive() => Refuse(401, 1019, "The user is not active.");

    public static RefusedException Forbidden(string what) => Refuse(403, 1010, $"{what} belongs to somebody else.");

    /// <summary>Ours: the code of this refusal is not known.</summary>
    public static RefusedException BookingNotEnabled() => Refuse(403, 1013, "Bookings are not enabled for the promoter and the channel.");

    /// <summary>Ours.</summary>
    public static RefusedException NoTickets() => Refuse(403, 1014, "There are no tickets before the order is paid.");

    public static RefusedException BadChannel() => Refuse(403, 1015, "The channel's configuration is invalid.");

    public static RefusedException BadTerminal() => Refuse(403, 1016, "The terminal's configuration is invalid.");

    public static RefusedException BadPointOfSale() => Refuse(403, 1017, "The point of sale's configuration is invalid.");

    public static RefusedException NoEvent() => Refuse(404, 1030, "Event not found.");

    public static RefusedException NoSession() => Refuse(404, 1040, "Session not found.");

    public static RefusedException NotForSale() => Refuse(409, 1041, "The session is not available for sale.");

    /// <summary>Ours: one of the three codes of a session that is not available.</summary>
    public static RefusedException NoBestSeats() => Refuse(409, 1042, "The session does not support best seats.");

    public static RefusedException NotGraphic() => Refuse(409, 1045, "The session's map is not graphic.");

    public static RefusedException NoView() => Refuse(404, 1046, "Map view not found.");

    public static RefusedException SeatTaken() => Refuse(409, 1047, "Seat not available.");

    public static RefusedException NoCart() => Refuse(404, 1050, "Shopping cart expired or not found.");

    /// <summary>Orders have no code of their own for this.</summary>
    public static RefusedException NoOrder() => Refuse(404, 1050, "Order expired or not found.");

    public static RefusedException NotEnoughSeats() => Refuse(409, 1053, "Cart seats not available.");

    public static RefusedException Promotion(int code, string why) => Refuse(409, code, why);

    public static Reply Unauthorized() => Body(401, 1018, "Login error.");

    /// <summary>No limit is documented; 429 is what a gateway would say.</summary>
    public static Reply Throttled() => new(429, "text/plain; charset=utf-8", "Too many requests"u8.ToArray()) { Headers = [("Retry-After", "2")] };

    public static Reply ServerError() => Body(500, 1000, "Generic error.");

    private static RefusedException Refuse(int status, int code, string text) => new(Body(status, code, text));

    /// <summary>The format of the body is not known: plain words.</summary>
    private static Reply Body(int status, int code, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text))
    {
        Headers = [("OB_Error_Code", code.ToString(CultureInfo.InvariantCulture))],
    };
}
