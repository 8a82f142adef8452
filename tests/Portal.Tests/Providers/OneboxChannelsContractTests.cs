using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxChannels;

namespace Portal.Tests.Providers;

/// <summary>The contract over signed calls (OB_HMAC).</summary>
public sealed class OneboxChannelsContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = Over(Signed, "password");

    internal static IReadOnlyDictionary<string, string> Signed { get; } = new Dictionary<string, string>
    {
        ["OB_User"] = OneboxChannelsOptions.Demo.User, ["password"] = OneboxChannelsOptions.Demo.Password, ["license"] = OneboxChannelsOptions.Demo.Licence,
        ["OB_Terminal"] = OneboxChannelsOptions.Demo.Terminal, ["OB_POS"] = OneboxChannelsOptions.Demo.PointOfSale, ["OB_Channel"] = $"{OneboxChannelsOptions.DemoChannel}",
        ["ClientFieldsBooking"] = "NAME,SURNAME,EMAIL,PHONE_NUMBER", ["LimitPurchase"] = "20", ["LimitBooking"] = "10", ["DeliveryMethods"] = "1:E-ticket:0;4:Courier:6.90",
    };

    internal static ContractFacts Over(IReadOnlyDictionary<string, string> settings, string secret) => new()
    {
        Kind = Portal.Providers.OneboxChannels.OneboxChannelsProvider.ProviderKind,
        Settings = settings,
        SecretSetting = secret,
        Operations = new("oneboxchannels/events.search", "oneboxchannels/session.info", "oneboxchannels/cart.addBest", "oneboxchannels/cart.addBest",
            "oneboxchannels/cart.releaseAll", "oneboxchannels/cart.client", "oneboxchannels/order.commit"),
        Plain = s => Line(s.OneboxChannels.Samples.Theatre, 2),
        WantsGuests = s => Line(s.OneboxChannels.Samples.OtherTheatre, 2),
        // A cart that nothing was put into holds nothing.
        HoldsMade = s => s.Ledger.Made("oneboxchannels", "cart").Count(c => c.State != "empty"),
        OrdersMade = s => s.Ledger.Made("oneboxchannels", "order").Count(o => o.State is "PAID" or "CONFIRMED"),
        SetStock = (s, offer, stock) => s.OneboxChannels.SetLeft(Number(offer.Split('.')[0]), Number(offer.Split('.')[1][1..]), stock),
        LocksPrice = false,
    };

    internal static HoldLine Line(PlaceSample of, int quantity, char kind = 'z') => new(
        Guid.NewGuid(), new SessionKey($"{of.EventId}", $"{of.SessionId}"), $"{of.SessionId}.{kind}{of.OfferId}", quantity, new Money(of.Price, of.Currency));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The contract over bearer tokens.</summary>
public sealed class OneboxChannelsBearerContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = OneboxChannelsContractTests.Over(Bearer, "client_secret");

    internal static IReadOnlyDictionary<string, string> Bearer { get; } = new Dictionary<string, string>
    {
        ["channel_id"] = $"{OneboxOptions.DemoChannel}", ["client_secret"] = OneboxOptions.DemoSecret, ["ClientFieldsBooking"] = "NAME,SURNAME,EMAIL,PHONE_NUMBER",
    };
}
