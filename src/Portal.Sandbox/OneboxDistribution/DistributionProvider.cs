using Portal.Sandbox.Control;
using Portal.Sandbox.Http;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxDistribution.Operations;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution;

/// <summary>
/// The Catalog, Distribution and Orders-mgmt APIs' paths and manners. One lock around each operation: of two buyers of the last places
/// one wins.
/// </summary>
internal sealed class DistributionProvider(DistributionWorld world, OneboxTokens tokens) : PretendedProvider
{
    private const string Catalogue = "/catalog-api/v1";
    private const string Selling = "/distribution-api/v1/orders";
    private const string Management = "/orders-mgmt-api/v1/orders";

    public override string Name => DistributionState.Provider;

    public override void Map(Http.Operations operations)
    {
        var catalogue = new CatalogueOperations(world.State);
        var orders = new OrderOperations(world.State);
        var seats = new SeatOperations(world.State, orders);
        var data = new DataOperations(world.State, orders);
        var reductions = new ReductionOperations(world.State, orders);
        var confirming = new ConfirmOperations(world.State, orders, data);
        var management = new ManagementOperations(world.State);

        operations
            .Get(Catalogue + "/sessions", "sessions", Known(catalogue.Sessions)).Get(Catalogue + "/sessions/{id}", "session", Known(catalogue.Session))
            .Get(Catalogue + "/events", "events", Known(catalogue.Events)).Get(Catalogue + "/events/{id}", "event", Known(catalogue.Event))
            .Get(Catalogue + "/sessions/{id}/availability", "availability", Known(catalogue.Availability))
            .Get(Catalogue + "/sessions/{id}/prices", "prices", Known(catalogue.Prices))
            .Get(Catalogue + "/sessions/{id}/venue-map", "venue-map", Known(catalogue.VenueMap))
            .Get(Catalogue + "/sessions/{id}/seats", "seats", Known(catalogue.Seats));

        operations
            .Post(Selling, "order.create", Known(orders.Create)).Get(Selling, "order.read", Known(orders.Read))
            .Post(Selling + "/seats", "order.seats", Known(seats.Chosen)).Post(Selling + "/seats-auto", "order.seats-auto", Known(seats.Auto))
            .Delete(Selling + "/seats", "order.release", Known(orders.Release))
            .Post(Selling + "/buyer-data", "order.buyer", Known(data.Buyer)).Post(Selling + "/item-attendees", "order.attendees", Known(data.Attendees))
            .Post(Selling + "/delivery-methods", "order.delivery", Known(data.Delivery))
            .Post(Selling + "/promotions", "order.promotion", Known(reductions.Promote)).Post(Selling + "/collectives", "order.collective", Known(reductions.Collective))
            .Post(Selling + "/presales", "order.presale", Known(reductions.Presale))
            .Put(Selling + "/invitations", "order.invitations", Known(reductions.NotOurs)).Post(Selling + "/seats-renewal", "order.renewal", Known(reductions.NotOurs))
            .Post(Selling + "/pre-confirm", "order.pre-confirm", Known(confirming.PreConfirm)).Post(Selling + "/confirm", "order.confirm", Known(confirming.Confirm));

        operations
            .Get(Management, "mgmt.orders", Known(management.List)).Get(Management + "/{code}", "mgmt.order", Known(management.Read))
            .Post(Management + "/{code}/refund", "mgmt.refund", Known(management.Refund));

        foreach (var root in (string[])[Catalogue, "/distribution-api/v1", "/orders-mgmt-api/v1"])
            operations.Otherwise(root + "/{**rest}", Known((_, _) => throw Refusals.NotFound()));
    }

    public override string KeyOf(Call call) => tokens.ChannelOf(call) is { } channel ? $"channel {channel}" : Shorten(call.Header("Authorization"));

    public override void Befall(Scenario scenario, Call call) => world.Within(() => Misfortune.Befall(world, scenario, call));

    public override Reply Throttled() => Traced(OneboxAnswers.Throttled());

    public override Reply Unauthorized() => Traced(OneboxAnswers.BadToken());

    public override Reply ServerError() => Traced(Refusals.ServerError());

    public override Markup Panel(string find) => DistributionPanel.Draw(world, find);

    public override void MapControl(ControlActs acts) => DistributionControl.Map(acts, world);

    private Func<Call, Reply> Known(Func<Call, long, Reply> handle) => call =>
    {
        if (tokens.ChannelOf(call) is not { } channel) return Unauthorized();
        try
        {
            return Traced(world.Within(() => handle(call, channel)));
        }
        catch (RefusedException refused)
        {
            return Traced(refused.Reply);
        }
    };

    private static Reply Traced(Reply reply) => reply with { Headers = [.. reply.Headers, ("ob-audit-trace-id", Guid.NewGuid().ToString("N"))] };
}
