namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>What one place costs, part by part. Charges come on top of what promotions leave of the price.</summary>
internal sealed record Tariff(decimal Base, decimal Promotion, decimal ChannelCharge, decimal PromoterCharge)
{
    private const decimal ChannelShare = 0.06m;
    private const decimal PromoterFee = 1.00m;

    public decimal Final => Base - Promotion + ChannelCharge + PromoterCharge;

    public static Tariff Of(decimal price, decimal share, int promotionPercent)
    {
        var listed = Rounded(price * share);
        var promotion = Rounded(listed * promotionPercent / 100m);
        return new Tariff(listed, promotion, Rounded((listed - promotion) * ChannelShare), listed > 0 ? PromoterFee : 0m);
    }

    public static Tariff Of(PriceZone zone, Rate? rate) => Of(zone.Price, rate?.Share ?? 1m, zone.PromotionPercent);

    public static Tariff Of(TicketType type) => Of(type.Price, 1m, type.PromotionPercent);

    public static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
