using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>Prices, whose inner elements have no namespace.</summary>
internal static class MoneyShapes
{
    public static XElement Breakdown(XName name, Item item) =>
        Breakdown(name, item.Base, item.AutoPromotion, item.ManualPromotion, item.ChannelCharge, item.PromoterCharge, 0m);

    public static XElement Breakdown(XName name, IReadOnlyCollection<Item> items, decimal delivery) => Breakdown(
        name, items.Sum(i => i.Base), items.Sum(i => i.AutoPromotion), items.Sum(i => i.ManualPromotion), items.Sum(i => i.ChannelCharge), items.Sum(i => i.PromoterCharge), delivery);

    public static XElement Charges(XName name, decimal channel, decimal promoter) => new(
        name, Charge("CHANNEL_CHARGE", channel), Charge("PROMOTER_CHARGE", promoter));

    private static XElement Breakdown(XName name, decimal price, decimal auto, decimal manual, decimal channel, decimal promoter, decimal delivery) => new(
        name,
        new XElement("base-price", price.Written()),
        auto > 0 ? new XElement("automatic-promotion", auto.Written()) : null,
        manual > 0 ? new XElement("manual-promotion", manual.Written()) : null,
        Charges("charges", channel, promoter),
        delivery > 0 ? new XElement("delivery-costs", delivery.Written()) : null,
        new XElement("final-price", (price - auto - manual + channel + promoter + delivery).Written()));

    private static XElement Charge(string type, decimal value) => new("charge", new XAttribute("type", type), new XElement("value", value.Written()));
}
