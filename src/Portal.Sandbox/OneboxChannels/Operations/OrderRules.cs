using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>What a cart must satisfy to become an order of a type.</summary>
internal sealed class OrderRules(OneboxChannelsState state)
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["NAME"] = "firstName", ["SURNAME"] = "lastName", ["EMAIL"] = "email", ["PHONE_NUMBER"] = "telephone", ["ADDRESS"] = "address",
        ["CITY"] = "city", ["POSTAL_CODE"] = "postalCode", ["COUNTRY"] = "countryCode", ["COUNTRY_SUBDIVISION"] = "countrySubdivisionCode",
    };

    public void Check(Cart cart, string type)
    {
        if (cart.Items.Count == 0) throw Faults.Unfit("The cart is empty.");
        var sessions = cart.Items.Select(state.SessionOf).Distinct().ToList();
        if (type == "BOOKING" && !sessions.TrueForAll(s => state.MayBook(s, cart.ChannelId))) throw Faults.BookingNotEnabled();
        if (sessions.Exists(s => s.Event.MandatoryAttendant)) throw Faults.Unfit("The data of the attendants are missing.");
        if (state.Options.OperationLimits.TryGetValue(type, out var limit) && cart.Items.Count > limit) throw Faults.Unfit($"At most {limit} items in a {type}.");
        foreach (var field in state.Options.RequiredClientFields.TryGetValue(type, out var wanted) ? wanted : [])
            if (string.IsNullOrWhiteSpace(cart.Client.GetValueOrDefault(Parameters[field]))) throw Faults.Missing(Parameters[field]);
    }
}
