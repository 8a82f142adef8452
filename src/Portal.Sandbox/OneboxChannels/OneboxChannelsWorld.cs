using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.State;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>
/// The pretended Onebox Channels behind its wire: what a test or the control page may look at, and what its staff, a promoter or
/// another buyer would do. Ids that do not exist throw <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed class OneboxChannelsWorld : PretendedWorld
{
    internal OneboxChannelsWorld(OneboxChannelsOptions options, SandboxClock clock, Ledger ledger, StateJournal journal) =>
        State = new OneboxChannelsState(options, clock, ledger, journal);

    /// <summary>Offers tests may rely on.</summary>
    public OneboxChannelsSamples Samples => State.Samples;

    /// <summary>The settings; changes count from the next call on.</summary>
    public OneboxChannelsOptions Options => State.Options;

    internal OneboxChannelsState State { get; }

    /// <summary>How many of an offer (price zone or activity ticket type) are free.</summary>
    public int Left(long sessionId, long offerId) => Within(() => State.Catalogue.Sessions[sessionId].Places.FreeIn(ZoneOf(sessionId, offerId)));

    /// <summary>Lets another buyer take, or give back, until so many are free.</summary>
    public void SetLeft(long sessionId, long offerId, int left) => Within(() =>
    {
        State.Catalogue.Sessions[sessionId].Places.SetLeft(ZoneOf(sessionId, offerId), left);
        State.Touch(State.Catalogue.Sessions[sessionId]);
    });

    /// <summary>Sets the price before charges and promotions of a zone or ticket type.</summary>
    public void SetPrice(long sessionId, long offerId, decimal price) => Within(() =>
    {
        var session = State.Catalogue.Sessions[sessionId];
        if (session.Zones.FirstOrDefault(z => z.Id == offerId) is { } zone) zone.Price = price;
        else session.TicketTypes.First(t => t.Id == offerId).Price = price;
        State.Touch(session);
    });

    /// <summary>Stops or starts the sale of a session.</summary>
    public void SetForSale(long sessionId, bool forSale) => Within(() =>
    {
        State.Catalogue.Sessions[sessionId].ForSale = forSale;
        State.Touch(State.Catalogue.Sessions[sessionId]);
    });

    /// <summary>Switches bookings on or off for all events of a promoter.</summary>
    public void PromoterMayBook(int promoterId, bool mayBook) => Within(() =>
    {
        var promoter = State.Catalogue.Promoters.FirstOrDefault(p => p.Id == promoterId) ?? throw new KeyNotFoundException();
        promoter.MayBook = mayBook;
        State.Touch(promoter);
    });

    /// <summary>Switches bookings on or off for a channel.</summary>
    public void ChannelMayBook(long channelId, bool mayBook) => Within(() =>
    {
        State.Channels[channelId].MayBook = mayBook;
        State.Touch(State.Channels[channelId]);
    });

    /// <summary>Makes the data of every visitor mandatory for an event, or not.</summary>
    public void SetMandatoryAttendant(long eventId, bool mandatory) => Within(() =>
    {
        State.Catalogue.Events[eventId].MandatoryAttendant = mandatory;
        State.Touch(State.Catalogue.Events[eventId]);
    });

    /// <summary>The promoter of an event, by its id.</summary>
    public int PromoterOf(long eventId) => State.Catalogue.Events[eventId].Promoter.Id;

    /// <summary>How many items a cart holds; none where it is over.</summary>
    public int ItemsIn(string token) => Within(() => State.Carts[token] is { Open: true } cart ? cart.Items.Count : 0);

    /// <summary>An order's status, in the provider's word.</summary>
    public string OrderStatus(string code) => Within(() => State.Orders[code].Status);

    /// <summary>Lets a cart or an order lapse before its time.</summary>
    public void Lapse(string tokenOrCode) => Within(() =>
    {
        if (State.Carts.TryGetValue(tokenOrCode, out var cart) && cart.Open) State.Lapse(cart);
        else if (State.Orders.TryGetValue(tokenOrCode, out var order) && order.Status is "PRE_ORDER" or "CONFIRMED") State.Lapse(order);
        else throw new InvalidOperationException($"{tokenOrCode} is no open cart, order or booking: it cannot lapse.");
    });

    /// <summary>Refunds a paid order, as only the provider's staff can.</summary>
    public void Refund(string code) => Within(() =>
    {
        var order = State.Orders[code];
        if (order.Status != "PAID") throw new InvalidOperationException($"Order {code} is {order.Status} and cannot be refunded.");
        foreach (var item in order.Items)
        {
            item.Status = "REFUND";
            if (item.BookingStatus is not null) item.BookingStatus = "REFUNDED";
            State.GiveBack(item);
        }
        State.Touch(order);
    });

    /// <summary>Cancels an order or a booking, as only the provider's staff can.</summary>
    public void Cancel(string code) => Within(() =>
    {
        var order = State.Orders[code];
        foreach (var item in order.Items) State.GiveBack(item);
        order.Status = "CANCELLED";
        State.Touch(order);
    });

    private protected override void Pass() => State.Pass();

    private protected override void Commit() => State.Commit();

    /// <summary>The zone an offer is sold from; visits have a single one.</summary>
    internal int ZoneOf(long sessionId, long offerId)
    {
        var session = State.Catalogue.Sessions[sessionId];
        var zone = session.Zones.ToList().FindIndex(z => z.Id == offerId);
        return zone >= 0 ? zone : session.TicketTypes.Any(t => t.Id == offerId) ? 0 : throw new KeyNotFoundException();
    }
}
