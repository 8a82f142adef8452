using Portal.Sandbox.Control;
using Portal.Sandbox.Http;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxChannels.Operations;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>Onebox Channels' paths and manners. One lock around each operation: of two buyers of the last seat one wins.</summary>
internal sealed class OneboxChannelsProvider(OneboxChannelsWorld world, OneboxTokens tokens) : PretendedProvider
{
    private const string Root = "/onebox-rest2/rest";
    private readonly Gate _gate = new(world.State, tokens);

    public override string Name => "oneboxchannels";

    public override void Map(Http.Operations operations)
    {
        var catalogue = new CatalogueOperations(world.State);
        var carts = new CartOperations(world.State);
        var seats = new SeatOperations(world.State);
        var orders = new OrderOperations(world.State);
        var tickets = new TicketOperations(world.State);

        operations
            .Get(Root + "/user/validate", "user.validate", Known(catalogue.Validate))
            .Get(Root + "/events/search", "events.search", Known(catalogue.Search))
            .Get(Root + "/event/{id}/info", "event.info", Known(catalogue.Event))
            .Get(Root + "/event/{id}/eventField", "event.fields", Known(catalogue.Fields))
            .Get(Root + "/session/{id}/info", "session.info", Known(catalogue.Session))
            .Get(Root + "/session/{id}/seatMap/rootView", "map.root", Known(catalogue.RootView))
            .Get(Root + "/session/{id}/seatMap/{view}", "map.view", Known(catalogue.View))
            .Get(Root + "/session/{id}/seatMap/{view}/status", "map.status", Known(catalogue.ViewStatus));

        operations
            .Post(Root + "/shoppingCart/create", "cart.create", Known(carts.Create))
            .Post(Root + "/shoppingCart/addIndividualActivitySeats", "cart.addVisits", Known(seats.AddVisits))
            .Post(Root + "/shoppingCart/addBestSeats", "cart.addBest", Known(seats.AddBest))
            .Post(Root + "/shoppingCart/addSeats", "cart.addChosen", Known(seats.AddChosen))
            .Post(Root + "/shoppingCart/releaseItems", "cart.release", Known(seats.Release))
            .Post(Root + "/shoppingCart/releaseAllItems", "cart.releaseAll", Known(seats.ReleaseAll))
            .Get(Root + "/shoppingCart/availablePromotionsAndDiscounts", "cart.promotions", Known(carts.AvailablePromotions))
            .Post(Root + "/shoppingCart/promotionalCodeGroup", "cart.promotionalCode", Known(carts.PromotionalCode))
            .Post(Root + "/shoppingCart/usernameGroupValidation", "cart.userGroup", Known(carts.UserName))
            .Post(Root + "/shoppingCart/validate", "cart.validate", Known(carts.Validate))
            .Post(Root + "/shoppingCart/clientData", "cart.client", Known(carts.ClientData))
            .Post(Root + "/shoppingCart/delivery", "cart.delivery", Known(carts.Delivery));

        operations
            .Post(Root + "/order/createOrder", "order.create", Known(orders.Create))
            .Post(Root + "/order/commitOrder", "order.commit", Known(orders.Commit))
            .Post(Root + "/order/purchaseBooking", "order.purchaseBooking", Known(orders.PurchaseBooking))
            .Get(Root + "/order/details", "order.details", Known(orders.Details))
            .Get(Root + "/order/syncTicketsPDF", "order.tickets", Known(tickets.Sync))
            .Get("/onebox-rest2-files/tickets/{code}/{file}", "ticket.file", call => world.Within(() => tickets.File(call)))
            .Get("/onebox-rest2-files/maps/{house}/{file}", "map.drawing", TicketOperations.Drawing)
            .Otherwise(Root + "/{**rest}", Known((_, _) => throw Faults.Unknown("path")));
    }

    public override string KeyOf(Call call) => call.Header("OB_User") is { Length: > 0 } user ? $"user {user}" : Shorten(call.Header("Authorization"));

    public override Reply Throttled() => Faults.Throttled();

    public override Reply Unauthorized() => Faults.Unauthorized();

    public override Reply ServerError() => Faults.ServerError();

    public override void Befall(Scenario scenario, Call call) => world.Within(() => Misfortune.Befall(world.State, scenario, call));

    public override Markup Panel(string find) => OneboxChannelsPanel.Draw(world, find);

    public override void MapControl(ControlActs acts) => OneboxChannelsControl.Map(acts, world);

    private Func<Call, Reply> Known(Func<Call, Caller, Reply> handle) => call => world.Within(() => handle(call, _gate.Admit(call)));
}
