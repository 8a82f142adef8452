using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>A price type's state now.</summary>
/// <param name="Price">Of the general rate, tax included, without surcharges.</param>
public sealed record PlacesNow(long SessionId, long PriceTypeId, string Event, string Name, decimal Price, int Available);

/// <summary>
/// The pretended Onebox Distribution behind its wire: what a test or the control page may look at, and what its staff would do by hand.
/// Ids that do not exist throw <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed class DistributionWorld : PretendedWorld
{
    internal DistributionWorld(DistributionOptions options, SandboxClock clock, Ledger ledger, StateJournal journal) =>
        State = new DistributionState(options, clock, ledger, journal);

    /// <summary>Offers tests may rely on.</summary>
    public DistributionSamples Samples => State.Samples;

    /// <summary>The settings; changes count from the next call on.</summary>
    public DistributionOptions Options => State.Options;

    internal DistributionState State { get; }

    /// <summary>A price type's price and stock now.</summary>
    public PlacesNow Places(long priceTypeId) => Within(() => Shape(State.Catalogue.PriceTypes[priceTypeId]));

    /// <summary>An order's status, in the provider's word or <c>EXPIRED</c>.</summary>
    public string OrderStatus(string orderId) => Within(() => State.Orders[orderId].Status);

    /// <summary>Leaves so many places of a price type; other buyers have the rest.</summary>
    public void SetAvailable(long priceTypeId, int left) => Within(() => State.SetLeft(State.Catalogue.PriceTypes[priceTypeId], left));

    /// <summary>Sets the general rate's price, tax included, without surcharges; the other rates follow.</summary>
    public void SetPrice(long priceTypeId, decimal value) => Within(() =>
    {
        State.Catalogue.PriceTypes[priceTypeId].Value = value;
        State.Touch(State.Catalogue.PriceTypes[priceTypeId].Session);
    });

    /// <summary>Prices what an order holds anew, as its organiser may until it is confirmed.</summary>
    public void Reprice(string orderId, decimal value) => Within(() => Reprice(State.Orders[orderId], value));

    /// <summary>Lets an order expire before its time.</summary>
    public void Lapse(string orderId) => Within(() =>
    {
        if (!State.Orders[orderId].Open) throw new InvalidOperationException($"Order {orderId} is {State.Orders[orderId].Status} and cannot lapse.");
        State.Lapse(State.Orders[orderId]);
    });

    /// <summary>Refunds all places of a confirmed order, as the organiser may.</summary>
    public void Refund(string code) => Within(() =>
    {
        var order = Confirmed(code);
        foreach (var item in order.Items.Where(i => i.State != "REFUNDED"))
        {
            State.GiveBack(item);
            item.State = "REFUNDED";
        }
        State.Touch(order);
    });

    /// <summary>Moves a session to another day and hour of the house's clock.</summary>
    public void Move(long sessionId, DateTime start) => Within(() =>
    {
        State.Catalogue.Sessions[sessionId].Start = DateTime.SpecifyKind(start, DateTimeKind.Unspecified);
        State.Touch(State.Catalogue.Sessions[sessionId]);
    });

    /// <summary>Puts a session on sale or takes it off.</summary>
    public void SetForSale(long sessionId, bool forSale) => Within(() =>
    {
        State.Catalogue.Sessions[sessionId].ForSale = forSale;
        State.Touch(State.Catalogue.Sessions[sessionId]);
    });

    internal void Reprice(OrderRow order, decimal value)
    {
        foreach (var item in order.Items)
        {
            var session = State.Catalogue.Sessions[item.SessionId];
            item.Value = Math.Round(value * session.Rates.First(r => r.Id == item.RateId).Share, 2, MidpointRounding.AwayFromZero);
        }
        State.Touch(order);
    }

    internal static PlacesNow Shape(PriceType p) => new(p.Session.Id, p.Id, p.Session.Event.Name, p.Name, p.Value, p.Available);

    private protected override void Pass() => State.Pass();

    private protected override void Commit() => State.Commit();

    private OrderRow Confirmed(string code) =>
        State.Orders.Values.FirstOrDefault(o => o.Code == code && o.Status == "CONFIRM") ?? throw new KeyNotFoundException(code);
}
