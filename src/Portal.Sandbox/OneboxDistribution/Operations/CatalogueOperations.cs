using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>What is on: only what is assigned to the caller's channel and not yet over.</summary>
internal sealed class CatalogueOperations(DistributionState state)
{
    public Reply Sessions(Call call, long channel) =>
        call.AllowOnly("limit", "offset").Page([.. Visible(channel)], s => CatalogueShapes.Of(s, state.Now, Listed(s)));

    public Reply Session(Call call, long channel)
    {
        var session = Find(call.AllowOnly(), channel);
        return Reply.Json(200, CatalogueShapes.Of(session, state.Now, Listed(session)));
    }

    public Reply Events(Call call, long channel) =>
        call.AllowOnly("limit", "offset").Page([.. Visible(channel).Select(s => s.Event).Distinct()], CatalogueShapes.Of);

    public Reply Event(Call call, long channel)
    {
        var id = call.AllowOnly().Id();
        return Visible(channel).FirstOrDefault(s => s.Event.Id == id) is { } session ? Reply.Json(200, CatalogueShapes.Of(session.Event)) : throw Refusals.NotFound();
    }

    public Reply Availability(Call call, long channel) => Reply.Json(200, CatalogueShapes.AvailabilityOf(Find(call.AllowOnly(), channel)));

    public Reply Prices(Call call, long channel) => Reply.Json(200, CatalogueShapes.PricesOf(Find(call.AllowOnly(), channel)));

    public Reply VenueMap(Call call, long channel) => Reply.Json(200, CatalogueShapes.MapOf(Find(call.AllowOnly(), channel)));

    public Reply Seats(Call call, long channel)
    {
        var session = Find(call.AllowOnly("view_id"), channel);
        var view = call.Query["view_id"].ToString();
        if (view.Length > 0 && session.Sectors.TrueForAll(s => $"{s.ViewId}" != view)) throw Refusals.BadParameter($"The session has no view {view}.");
        return Reply.Json(200, session.Seats.Values.Where(s => view.Length == 0 || $"{s.Sector.ViewId}" == view).Select(CatalogueShapes.SeatOf).ToList());
    }

    /// <summary>A session that the channel may sell, whether on sale now or not.</summary>
    public static SessionRow Find(DistributionState state, long id, long channel) =>
        state.Catalogue.Sessions.TryGetValue(id, out var found) && (found.OnlyChannel ?? channel) == channel ? found : throw Refusals.SessionNotFound();

    private SessionRow Find(Call call, long channel) => Find(state, call.Id(), channel);

    private IEnumerable<SessionRow> Visible(long channel) =>
        state.Catalogue.Sessions.Values.Where(s => (s.OnlyChannel ?? channel) == channel && s.StartUtc > state.Now);

    /// <summary>Lists count only now and then; the availability call knows better.</summary>
    private Func<PriceType, int> Listed(SessionRow session)
    {
        if (session.Listed is not { } listed || listed.At + state.Options.ListsLagBehind <= state.Now)
            session.Listed = listed = (state.Now, session.PriceTypes.ToDictionary(p => p.Id, p => p.Available));
        return p => listed.Available.GetValueOrDefault(p.Id);
    }
}
