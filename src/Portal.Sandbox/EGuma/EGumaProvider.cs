using Portal.Sandbox.Control;
using Portal.Sandbox.EGuma.Operations;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma;

/// <summary>e-guma's paths and manners. One lock around each operation: of two buyers of the last places one wins.</summary>
internal sealed class EGumaProvider : PretendedProvider
{
    private const string Booking = "booking.create";
    private readonly EGumaWorld _world;
    private readonly Errors _errors;
    private readonly Replays _replays;

    public EGumaProvider(EGumaWorld world)
    {
        _world = world;
        _errors = new Errors(world.Options);
        _replays = new Replays(world.State, _errors);
    }

    public override string Name => "eguma";

    public override IReadOnlyList<string> SecretParameters => ["apikey"];

    public override void Map(Http.Operations operations)
    {
        var reader = new BodyReader(_errors);
        var products = new Products(_world.State, _errors, reader);
        var rules = new SaleRules(_world.State, _errors, reader, products);
        var reservations = new Reservations(_world.State, _errors, reader, rules);
        var bookings = new Bookings(_world.State, _errors, reader, rules, reservations, _replays);
        var office = new BackOffice(_world.State, _errors, reader);

        operations
            .Get("/v1/ticketing/products.json", "products", Known(products.List))
            .Get("/v1/ticketing/products/{id}/availabilities.json", "availabilities", Known(products.Availabilities))
            .Post("/v1/ticketing/reservation.json", "reservation.create", Known(reservations.Create))
            .Post("/v1/ticketing/cancel-reservation.json", "reservation.cancel", Known(reservations.Cancel))
            .Post("/v1/ticketing/booking.json", Booking, Known(bookings.Create))
            .Post("/v1/ticketing/cancel-booking.json", "booking.cancel", Known(bookings.Cancel))
            .Get("/v1/ticketing/orders.json", "orders", Known(office.Orders))
            .Get("/v1/ticketing/tickets/{number}/info.json", "ticket.info", Known(office.Info))
            .Post("/v1/ticketing/tickets/{number}/checkin.json", "ticket.checkin", Known(office.CheckIn))
            .Post("/v1/ticketing/tickets/{number}/checkout.json", "ticket.checkout", Known(office.CheckOut))
            .Get("/eguma-files/{token}.pdf", "ticket.pdf", call => _world.Within(() => office.File(call)))
            .Otherwise("/v1/ticketing/{**rest}", Known((_, _) => throw _errors.NotFound("This path")));
    }

    public override string KeyOf(Call call) => Shorten(call.Query["apikey"].ToString());

    public override Reply Throttled() => _errors.Throttled();

    public override Reply Unauthorized() => _errors.Unauthorized();

    public override Reply ServerError() => _errors.ServerError();

    public override IDisposable? Arrive(Call call) => call.Operation == $"{Name}/{Booking}" && CallerOf(call) is { } caller ? _replays.Arrive(call, caller) : null;

    public override void Befall(Scenario scenario, Call call) => _world.Within(() => Misfortune.Befall(_world.State, scenario, call));

    public override Markup Panel(string find) => EGumaPanel.Draw(_world, find);

    public override void MapControl(ControlActs acts) => EGumaControl.Map(acts, _world);

    private Func<Call, Reply> Known(Func<Call, Caller, Reply> handle) => call =>
        CallerOf(call) is { } caller ? _world.Within(() => handle(call, caller)) : _errors.Unauthorized();

    private Caller? CallerOf(Call call)
    {
        var given = call.Query["apikey"].ToString();
        return _world.Options.Keys.FirstOrDefault(k => k.Key == given) is { } key && _world.State.Merchants.TryGetValue(key.Merchant, out var merchant)
            ? new Caller(key.User, merchant)
            : null;
    }
}
