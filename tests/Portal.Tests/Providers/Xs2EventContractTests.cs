using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Providers;

public sealed class Xs2EventContractTests : ProviderContract
{
    private protected override ContractFacts Facts { get; } = new()
    {
        Kind = Portal.Providers.Xs2Event.Xs2EventProvider.ProviderKind,
        Settings = new Dictionary<string, string> { ["X-Api-Key"] = Xs2EventOptions.DemoKey },
        SecretSetting = "X-Api-Key",
        Operations = new("xs2event/events", "xs2event/tickets", "xs2event/reservation.create", "xs2event/reservation.replace",
            "xs2event/reservation.release", "xs2event/reservation.guestdata", "xs2event/booking.create"),
        Plain = s => Line(s.Xs2Event.Samples.NoGuests, 2),
        WantsGuests = s => Line(s.Xs2Event.Samples.AllPreCheckout, 2),
        HoldsMade = s => s.Ledger.Made("xs2event", "reservation").Count,
        OrdersMade = s => s.Ledger.Made("xs2event", "booking").Count,
        SetStock = (s, offer, stock) => s.Xs2Event.SetStock(offer, stock),
        LocksPrice = true,
    };

    internal static HoldLine Line(TicketSample of, int quantity) =>
        new(Guid.NewGuid(), new SessionKey(of.EventId, of.EventId), of.TicketId, quantity, new Money(of.NetRate / 100m, of.Currency));
}
