using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxDistribution;

namespace Portal.Tests.Providers;

public sealed class OneboxDistributionContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = new()
    {
        Kind = Portal.Providers.OneboxDistribution.OneboxDistributionProvider.ProviderKind,
        Settings = ConnectionSettings,
        SecretSetting = "ClientSecret",
        Operations = new("onebox-distribution/sessions", "onebox-distribution/availability", "onebox-distribution/order.seats-auto", "onebox-distribution/order.seats-auto",
            "onebox-distribution/order.release", "onebox-distribution/order.attendees", "onebox-distribution/order.confirm"),
        Plain = s => Line(s.OneboxDistribution.Samples.Zone, 2),
        WantsGuests = s => Line(s.OneboxDistribution.Samples.AllAttendeeData, 2),
        // A moment in an order that was taken back at once is no hold.
        HoldsMade = s => s.Ledger.Made("onebox-distribution", "hold").Count(t => t.State != "RELEASED"),
        OrdersMade = s => s.Ledger.Made("onebox-distribution", "sale").Count,
        SetStock = (s, offer, stock) => s.OneboxDistribution.SetAvailable(long.Parse(offer.Split(':')[1], CultureInfo.InvariantCulture), stock),
        LocksPrice = true,
    };

    internal static IReadOnlyDictionary<string, string> ConnectionSettings { get; } = new Dictionary<string, string>
    {
        ["ChannelId"] = $"{OneboxOptions.DemoChannel}", ["ClientSecret"] = OneboxOptions.DemoSecret, ["DeliveryMethods"] = "EMAIL:0,NATIONAL_POST:6.50",
        ["Promotions"] = "Otoño:9001",
    };

    internal static HoldLine Line(PlaceSample of, int quantity) => new(
        Guid.NewGuid(), new SessionKey($"{of.EventId}", $"{of.SessionId}"), $"{of.SessionId}:{of.PriceTypeId}:{of.RateId}", quantity, new Money(of.Price, "EUR"));
}
