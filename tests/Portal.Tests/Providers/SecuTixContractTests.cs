using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Providers;

public sealed class SecuTixRestContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = SecuTixFacts.With("Secret", ("Wire", "Rest"));
}

public sealed class SecuTixSoapContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = SecuTixFacts.With("Password", ("Wire", "Soap"));
}

/// <summary>The same facts for both wires: what lies behind them is one.</summary>
internal static class SecuTixFacts
{
    public static ContractFacts With(string secret, params (string, string)[] more) => new()
    {
        Kind = Portal.Providers.SecuTix.SecuTixProvider.ProviderKind,
        Settings = Settings(more),
        SecretSetting = secret,
        Operations = new("secutix/getCatalogDetailed", "secutix/getEventAvailability", "secutix/createOrUpdateOrder", "secutix/createOrUpdateOrder",
            "secutix/abandonOrder", "secutix/closeOrder", "secutix/closeOrder"),
        Plain = s => Line(s.SecuTix.Samples.Opera, 2),
        WantsGuests = s => Line(s.SecuTix.Samples.Concert, 2),
        HoldsMade = s => s.Ledger.Made("secutix", "order").Count,
        OrdersMade = s => s.Ledger.Made("secutix", "sale").Count,
        SetStock = (s, offer, stock) => s.SecuTix.SetStock(s.SecuTix.Samples.ByName.Values.First(o => OfferRef(o) == offer), stock),
        LocksPrice = false,
        FindsLostHolds = false,
    };

    // A test asks more in a moment than an hour's worth of agents.
    public static Dictionary<string, string> Settings(params (string, string)[] more) => new(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2)))
    {
        ["Institution"] = SecuTixOptions.DemoInstitution, ["Operator"] = SecuTixOptions.DemoOperator, ["Partner"] = SecuTixOptions.DemoPartner,
        ["Secret"] = SecuTixOptions.DemoSecret, ["Password"] = SecuTixOptions.DemoPassword, ["RequestsPerMinute"] = "6000",
    };

    public static string OfferRef(SecuTixSample of) =>
        of.ItemId is { } item ? $"item:{item}:{of.AudienceId}" : $"performance:{of.PerformanceId}:{of.SeatCategoryId}:{of.AudienceId}";

    public static HoldLine Line(SecuTixSample of, int quantity, SaleMode mode = SaleMode.Purchase) => new(
        Guid.NewGuid(), new SessionKey($"{of.ProductId}", $"{of.PerformanceId ?? of.ProductId}"), OfferRef(of), quantity, new Money(of.Price / 1000m, "EUR")) { Mode = mode };
}
