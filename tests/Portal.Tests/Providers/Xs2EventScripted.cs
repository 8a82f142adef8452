using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.Xs2Event;

namespace Portal.Tests.Providers;

/// <summary>The XS2Event adapter before a scripted server.</summary>
public abstract class Xs2EventScripted : IAsyncLifetime
{
    private protected AdapterBench Bench { get; } = new();

    private protected ScriptedServer Server { get; private set; } = null!;

    private protected Xs2EventProvider Provider => (Xs2EventProvider)Bench.Provider(Xs2EventProvider.ProviderKind);

    private protected static HoldLine Line { get; } = new(Guid.NewGuid(), new SessionKey("e1", "e1"), "t1", 2, new Money(45m, "EUR"));

    private protected HoldRequest Request => new("portal-ours", [Line], Bench.Clock.Now);

    private protected CommitRequest Commit => new("K7M4QX-1", "key", SaleMode.Purchase, [Line], new Money(90m, "EUR"), Bench.Clock.Now) { AgencyEmail = "orders@agency.example" };

    private protected ProviderCall Call => AdapterBench.Call(Xs2EventProvider.ProviderKind, Server.BaseUrl, new Dictionary<string, string> { ["ApiKey"] = "the-key-of-this-test" });

    private protected ProviderCall CallOfReservation => Call with { References = [new(Xs2EventReferences.Reservation, "r1")] };

    public async Task InitializeAsync() => Server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private protected static string Reservation(string status = "active", string validUntil = "2027-03-01T09:10:00", string more = "") =>
        $$"""{"reservation_id":"r1","status":"{{status}}","valid_until":"{{validUntil}}","items":[{"ticket_id":"t1","quantity":2,"net_rate":4500,"currency":"EUR"}]{{more}}}""";

    private protected static string Ticket(long rate = 4500, int stock = 10, string more = "") =>
        $$"""{"ticket_id":"t1","event_id":"e1","ticket_status":"available","net_rate":{{rate}},"currency_code":"EUR","stock":{{stock}}{{more}}}""";
}
