using System.Xml.Linq;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>The user, events and sessions of the caller's channel.</summary>
internal sealed class CatalogueOperations(OneboxChannelsState state)
{
    /// <summary>The only call that needs no channel: a caller learns its channels here.</summary>
    public Reply Validate(Call call, Caller caller)
    {
        Asked.Of(call);
        IReadOnlyList<long> channels = caller.User?.Channels ?? [caller.Channel];
        return Xml.Answer(new XElement(
            Xml.User + "user",
            new XElement(Xml.User + "login", caller.User?.User ?? "seller-channel-client"), new XElement(Xml.User + "language", "es_ES"),
            new XElement(Xml.User + "isCashRegisterOpen", false.Written()),
            new XElement(
                Xml.User + "entity",
                new XAttribute("id", 7), new XElement(Xml.User + "corporateName", "Portal"),
                new XElement(Xml.User + "channels", channels.Where(state.Channels.ContainsKey).Select(id => new XElement(
                    Xml.User + "channel", new XAttribute("id", id), new XAttribute("name", state.Channels[id].Name)))),
                caller.User is not { } user ? null : new XElement(Xml.User + "pointsOfSales", new XElement(
                    Xml.User + "pointOfSales", new XAttribute("id", user.PointOfSale), new XAttribute("name", user.PointOfSale))))));
    }

    /// <summary>Without <c>eventType</c> only EVENT: a documented trap.</summary>
    public Reply Search(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "eventType", "startDate", "endDate", "cityPromoter");
        var types = asked.Texts("eventType");
        if (types.Any(t => t is not ("EVENT" or "ACTIVITY"))) throw Faults.Malformed("eventType");
        if (types.Count == 0) types = ["EVENT"];
        var (from, to, city) = (asked.Time("startDate"), asked.Time("endDate"), asked.Text("cityPromoter"));
        return Xml.Answer(CatalogueShapes.Search(
            state.Catalogue.Events.Values.Where(e => e.IsFor(caller.Channel)
                && types.Contains(e.IsActivity ? "ACTIVITY" : "EVENT")
                && (city is null || e.Promoter.City.Equals(city, StringComparison.OrdinalIgnoreCase))
                && e.Sessions.Any(s => s.StartUtc > state.Now && (from is null || s.Start >= from) && (to is null || s.Start <= to))),
            state.Now));
    }

    public Reply Event(Call call, Caller caller)
    {
        Asked.Of(call);
        return Xml.Answer(CatalogueShapes.Event(Xml.Event + "event-info", Find(call, caller), state.Now));
    }

    /// <summary>The data of each visitor that an event wants; the call that would take them is not documented.</summary>
    public Reply Fields(Call call, Caller caller)
    {
        if (Asked.Of(call, "fieldGroup").Needed("fieldGroup") != "EVENT_ATTENDANT") throw Faults.Malformed("fieldGroup");
        var of = Find(call, caller);
        string[] fields = of.MandatoryAttendant ? ["ATTENDANT_NAME", "ATTENDANT_SURNAME", "ATTENDANT_ID_NUMBER"] : [];
        return Xml.Answer(new XElement(Xml.Event + "eventFields", fields.Select((sid, n) => new XElement(
            Xml.Event + "eventField",
            new XElement(Xml.Event + "eventFieldId", of.Id * 10 + n),
            new XElement(
                Xml.Event + "field", new XElement(Xml.Event + "id", 200 + n), new XElement(Xml.Event + "sid", sid), new XElement(Xml.Event + "maxLength", 50),
                new XElement(Xml.Event + "fieldType", "STRING"), new XElement(Xml.Event + "fieldGroup", "EVENT_ATTENDANT")),
            new XElement(Xml.Event + "minLength", 1), new XElement(Xml.Event + "maxLength", 50), new XElement(Xml.Event + "fieldOrder", n + 1),
            new XElement(Xml.Event + "mandatory", true.Written())))));
    }

    public Reply Session(Call call, Caller caller)
    {
        Asked.Of(call, "showNotPublishedInfo");
        return Xml.Answer(SessionShapes.Info(state.SessionFor(call.Part("id"), caller)));
    }

    public Reply RootView(Call call, Caller caller)
    {
        var session = Graphic(call, caller);
        return Xml.Answer(MapShapes.View(session, session.Places.Plan.Views.First(v => v.Root), call.Root));
    }

    /// <summary>Ours: the path of a view that is not the root was not seen.</summary>
    public Reply View(Call call, Caller caller)
    {
        var session = Graphic(call, caller);
        return Xml.Answer(MapShapes.View(session, ViewOf(session, call), call.Root));
    }

    public Reply ViewStatus(Call call, Caller caller)
    {
        var session = Graphic(call, caller);
        return Xml.Answer(MapShapes.Status(session, ViewOf(session, call)));
    }

    private SessionRow Graphic(Call call, Caller caller)
    {
        Asked.Of(call);
        var session = state.SessionFor(call.Part("id"), caller);
        return session.Places.Plan.Graphic ? session : throw Faults.NotGraphic();
    }

    private static PlanView ViewOf(SessionRow session, Call call) =>
        session.Places.Plan.Views.FirstOrDefault(v => $"{v.Id}" == call.Part("view")) ?? throw Faults.NoView();

    private EventRow Find(Call call, Caller caller) =>
        state.Catalogue.Events.Values.FirstOrDefault(e => $"{e.Id}" == call.Part("id") && e.IsFor(caller.Channel)) ?? throw Faults.NoEvent();
}
