using System.Xml.Linq;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>A cart itself: made, told about its buyer, its delivery and its promotions.</summary>
internal sealed class CartOperations(OneboxChannelsState state)
{
    private static readonly string[] ClientFields =
        ["firstName", "lastName", "email", "telephone", "address", "city", "postalCode", "countryCode", "countrySubdivisionCode"];

    public Reply Create(Call call, Caller caller)
    {
        Asked.Of(call);
        var cart = new Cart { Token = Ids.NewToken(), ChannelId = caller.Channel, LastUsed = state.Now };
        return Shown(cart);
    }

    public Reply ClientData(Call call, Caller caller)
    {
        var asked = Asked.Of(call, ["token", .. ClientFields]);
        var cart = state.OpenCart(asked, caller);
        if (asked.Text("email") is { Length: > 0 } email && !email.Contains('@', StringComparison.Ordinal)) throw Faults.Malformed("email");
        foreach (var field in ClientFields)
            if (asked.Text(field) is { } value) cart.Client[field] = value;
        return Shown(cart);
    }

    /// <summary>The caller names the cost of the whole order; it must be the method's for the items in the cart.</summary>
    public Reply Delivery(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "type", "orderDeliveryCost");
        var cart = state.OpenCart(asked, caller);
        var method = state.Options.Deliveries.FirstOrDefault(d => d.Id == asked.Whole("type")) ?? throw Faults.Malformed("type");
        var cost = asked.Amount("orderDeliveryCost");
        if (cost != method.UnitCost * cart.Items.Count) throw Faults.Unfit($"orderDeliveryCost must be {(method.UnitCost * cart.Items.Count).Written()}.");
        (cart.DeliveryId, cart.DeliveryUnitCost) = (method.Id, method.UnitCost);
        return Shown(cart);
    }

    public Reply Validate(Call call, Caller caller)
    {
        state.OpenCart(Asked.Of(call, "token"), caller);
        return Reply.Empty(200);
    }

    public Reply AvailablePromotions(Call call, Caller caller)
    {
        state.OpenCart(Asked.Of(call, "token"), caller);
        return Xml.Answer(new XElement(
            Xml.Sales + "shopping-cart-available-sales",
            new XElement("promotion", new XAttribute("id", 7), new XElement("group", new XAttribute("id", state.Options.Promotion.Group), new XAttribute("type", "PROMOTIONAL_CODE")))));
    }

    /// <summary>Ours: a right code takes ten percent off what is in the cart now; the call that would apply it was not seen.</summary>
    public Reply PromotionalCode(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "idGroup", "promotionalCode");
        var cart = state.OpenCart(asked, caller);
        if (asked.Whole("idGroup") != state.Options.Promotion.Group) throw Faults.Promotion(1060, "Promotional code not found.");
        if (asked.Needed("promotionalCode") != state.Options.Promotion.Code) throw Faults.Promotion(1061, "Promotional code incorrect.");
        if (cart.Items.Count == 0) throw Faults.Promotion(1069, "The promotion is not applicable.");
        foreach (var item in cart.Items) item.ManualPromotion = Tariff.Rounded((item.Base - item.AutoPromotion) * 0.10m);
        state.Touch(cart);
        return Xml.Answer(Applicable("promotionalCodeApplicableGroup"));
    }

    /// <summary>There is no group of users here: whoever names one is told so in the documented code.</summary>
    public Reply UserName(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "idGroup", "user", "password", "sessionId");
        state.OpenCart(asked, caller);
        foreach (var name in (ReadOnlySpan<string>)["idGroup", "user", "password", "sessionId"]) asked.Needed(name);
        throw Faults.Promotion(1062, "The user is not valid.");
    }

    private XElement Applicable(string name) => new(Xml.Sales + name, new XAttribute("id", state.Options.Promotion.Group), new XElement("applicable", true.Written()));

    private Reply Shown(Cart cart)
    {
        state.Touch(cart);
        return Xml.Answer(CartShapes.Of(cart, state));
    }
}
