using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

public sealed class EGumaContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = new()
    {
        Kind = Portal.Providers.EGuma.EGumaProvider.ProviderKind,
        Settings = new Dictionary<string, string> { ["apikey"] = EGumaOptions.DemoKey },
        SecretSetting = "apikey",
        Operations = new("eguma/products", "eguma/availabilities", "eguma/reservation.create", "eguma/reservation.create",
            "eguma/reservation.cancel", "", "eguma/booking.create"),
        Plain = s => Line(s.EGuma.Samples.Slot, 2),
        WantsGuests = s => Line(s.EGuma.Samples.Slot, 2),
        HoldsMade = s => s.Ledger.Made("eguma", "reservation").Count,
        OrdersMade = s => s.Ledger.Made("eguma", "booking").Count,
        SetStock = (s, offer, stock) => s.EGuma.SetLeft(offer.Split('/')[0], offer.Split('/')[1], stock),
        LocksPrice = true,
        FindsLostHolds = false,
        ReadsHolds = false,
    };

    internal static HoldLine Line(SlotSample of, int quantity) => new(
        Guid.NewGuid(), new SessionKey(of.ProductId, of.StartsAt), $"{of.ProductId}/{of.StartsAt}/{of.CategoryId}", quantity, new Money(of.PriceInCents / 100m, of.Currency));
}
