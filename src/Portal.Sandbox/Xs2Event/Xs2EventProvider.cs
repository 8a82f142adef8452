using Portal.Sandbox.Control;
using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Operations;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event;

/// <summary>XS2Event's paths and manners. One lock around each operation: of two buyers of the last tickets one wins.</summary>
internal sealed class Xs2EventProvider(Xs2EventWorld world) : PretendedProvider
{
    public override string Name => "xs2event";

    public override void Map(Http.Operations operations)
    {
        var problems = new Problems(world.State.Options);
        var catalogue = new CatalogueOperations(world.State);
        var tickets = new TicketOperations(world.State);
        var reservations = new ReservationOperations(world.State, problems);
        var guests = new GuestOperations(world.State, problems, reservations);
        var bookings = new BookingOperations(world.State, problems, guests);
        var orders = new OrderOperations(world.State, problems);
        var downloads = new DownloadOperations(world.State, orders);

        operations
            .Get("/v1/sports", "sports", Known(catalogue.Sports))
            .Get("/v1/tournaments", "tournaments", Known(catalogue.Tournaments)).Get("/v1/tournaments/{id}", "tournament", Known(catalogue.Tournament))
            .Get("/v1/events", "events", Known(catalogue.Events)).Get("/v1/events/{id}", "event", Known(catalogue.Event))
            .Get("/v1/events/{id}/guestdata", "event.guestdata", Known(tickets.EventRequirements))
            .Get("/v1/venues", "venues", Known(catalogue.Venues)).Get("/v1/venues/{id}", "venue", Known(catalogue.Venue))
            .Get("/v1/teams", "teams", Known(catalogue.Teams)).Get("/v1/teams/{id}", "team", Known(catalogue.Team))
            .Get("/v1/categories", "categories", Known(catalogue.Categories)).Get("/v1/categories/{id}", "category", Known(catalogue.Category))
            .Get("/v1/countries", "countries", Known(catalogue.Countries)).Get("/v1/cities", "cities", Known(catalogue.Cities))
            .Get("/v1/tickets", "tickets", Known(tickets.List)).Get("/v1/tickets/{id}", "ticket", Known(tickets.One))
            .Get("/v1/tickets/{id}/guestdata", "ticket.guestdata", Known(tickets.Requirements));

        operations
            .Post("/v1/reservations", "reservation.create", Known(reservations.Create))
            .Get("/v1/reservations", "reservations", Known(reservations.List))
            .Get("/v1/reservations/{id}", "reservation.read", Known(reservations.Read))
            .Put("/v1/reservations/{id}", "reservation.replace", Known(reservations.Replace))
            .Patch("/v1/reservations/{id}", "reservation.patch", Known(reservations.Patch))
            .Delete("/v1/reservations/{id}", "reservation.release", Known(reservations.Release))
            .Get("/v1/reservations/{id}/guestdata", "reservation.guestdata.read", Known(guests.Read))
            .Post("/v1/reservations/{id}/guestdata", "reservation.guestdata", Known(guests.Write))
            .Get("/v1/reservations/{id}/guestdata/{guest}", "reservation.guest.read", Known(guests.ReadOne))
            .Put("/v1/reservations/{id}/guestdata/{guest}", "reservation.guest", Known(guests.WriteOne))
            .Post("/v1/reservations/{id}/guests", "reservation.guests", Known(guests.WriteFlat));

        operations
            .Post("/v1/bookings", "booking.create", Known(bookings.Create))
            .Get("/v1/bookings", "bookings", Known(bookings.List)).Get("/v1/bookings/{id}", "booking.read", Known(bookings.Read))
            .Get("/v1/bookings/reservation/{id}", "booking.byReservation", Known(bookings.ByReservation))
            .Get("/v1/bookingorders", "bookingorders", Known(orders.List)).Get("/v1/bookingorders/list", "bookingorders.list", Known(orders.ShortList))
            .Get("/v1/bookingorders/{id}", "bookingorder.read", Known(orders.Read))
            .Get("/v1/bookingorders/{id}/guestdata", "bookingorder.guestdata.read", Known(orders.ReadGuests))
            .Put("/v1/bookingorders/{id}/guestdata", "bookingorder.guestdata", Known(orders.WriteGuests))
            .Get("/v1/bookingorders/{id}/guestdata/{guest}", "bookingorder.guest.read", Known(orders.ReadOneGuest))
            .Put("/v1/bookingorders/{id}/guestdata/{guest}", "bookingorder.guest", Known(orders.WriteOneGuest))
            .Get("/v1/bookingorders/{id}/invoice/{invoice}", "invoice", Known(downloads.Invoice))
            .Get("/v1/etickets/download/{id}/{item}/url/{link}", "eticket", Known(downloads.Ticket))
            .Get("/v1/etickets/download/zip/{id}", "etickets.zip", Known(downloads.Zip))
            .Get("/xs2event-cdn/{token}.zip", "etickets.zip.content", call => world.Within(() => downloads.ZipContent(call)))
            .Otherwise("/v1/{**rest}", Known(_ => throw Problems.NotFound("This path")));
    }

    public override string KeyOf(Call call) => Shorten(call.Header("X-Api-Key"));

    public override Reply Throttled() => Problems.Throttled();

    public override Reply Unauthorized() => Problems.Unauthorized();

    public override Reply ServerError() => Problems.ServerError();

    public override void Befall(Scenario scenario, Call call) => world.Within(() => Misfortune.Befall(world.State, scenario, call));

    public override Markup Panel(string find) => Xs2EventPanel.Draw(world, find);

    public override void MapControl(ControlActs acts) => Xs2EventControl.Map(acts, world);

    private Func<Call, Reply> Known(Func<Call, Reply> handle) => Known((call, _) => handle(call));

    private Func<Call, Reply> Known(Func<Call, Distributor, Reply> handle) => call =>
    {
        var key = call.Header("X-Api-Key");
        var caller = world.State.Options.Distributors.FirstOrDefault(d => d.Key == key);
        return caller is null ? Problems.Unauthorized() : world.Within(() => handle(call, caller));
    };
}
