using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>Offers, their live price and stock, and what they want to know of guests.</summary>
internal sealed class TicketOperations(Xs2EventState state)
{
    private static readonly FilterSet<TicketRow> Filters = new FilterSet<TicketRow>()
        .Text("event_id", t => t.Event.Id).Text("ticket_id", t => t.Id).Text("venue_id", t => t.Event.Venue.Id)
        .Text("supplier_id", t => t.Supplier.Id).Text("supplier_type", t => t.Supplier.Role).Text("category_id", t => t.Category.Id)
        .Text("organiser_id", t => t.Supplier.Id).Text("sub_category", t => t.SubCategory).Text("tournament_id", t => t.Event.Tournament.Id)
        .AnyCase("city", t => t.Event.Venue.City.Name)
        .Number("stock", t => t.Stock).Number("face_value", t => t.FaceValue)
        .OneOf("ticket_type", Words.TicketType, t => t.Type).OneOf("ticket_status", Words.TicketStatus, t => t.Status)
        .OneOf("category_type", Words.CategoryType, t => t.Category.Type).OneOf("ticket_validity", Words.Validity, t => t.Validity)
        .OneOf("vat_category", Words.VatCategory, t => t.VatCategory).OneOf("sport_type", Words.SportType, t => t.Event.Sport)
        .OneOf("ticket_source", Words.TicketSource, t => t.Supplier.IsXs2Event ? "xs2event" : t.Supplier.Role == "reseller" ? "marketplace" : "external")
        .Flag("is_relisted_ticket", _ => false)
        .Date("ticket_validfrom", t => t.Event.Start.Date).Date("ticket_validuntil", t => t.Event.Stop.Date)
        .Date("updated", t => t.Updated).Date("created", t => t.Created)
        .Option("show_deleted").Option("include_youth");

    public Reply List(Call call)
    {
        var (deleted, youth) = (call.Flag("show_deleted"), call.Flag("include_youth"));
        var shown = state.Catalogue.Tickets.Values.Where(t => (deleted || !t.Deleted) && (youth || !t.Youth));
        return Paging.List(call, "tickets", Filters.Apply(call.Query, shown, state.Catalogue.Tickets.GetAt(0).Value), CatalogueShapes.Of);
    }

    public Reply One(Call call) => Reply.Json(200, CatalogueShapes.Of(Find(call.AllowOnly())));

    /// <summary>One list where there is one demand; lists within the list where there are several, and at some tickets always.</summary>
    public Reply Requirements(Call call)
    {
        var ticket = Find(call.AllowOnly("country_hint"));
        var hint = call.CountryHint();
        var groups = ticket.Guests.Requirements.Where(r => r.AppliesIn(hint)).Select(Words).ToList();
        return Reply.Json(200, new
        {
            guest_data_requirements = groups.Count > 1 || (ticket.NestedRequirements && groups.Count > 0)
                ? (object)groups
                : groups.SelectMany(g => g).ToList(),
        });

        static List<string> Words(Requirement of) => [.. of.Fields, of.Scope, of.Condition];
    }

    /// <summary>All that any ticket of the event may want, always as one flat list.</summary>
    public Reply EventRequirements(Call call)
    {
        call.AllowOnly("country_hint");
        if (!state.Catalogue.Events.TryGetValue(call.Part("id"), out var of)) throw Problems.NotFound("This event");
        var hint = call.CountryHint();
        var wanted = of.Tickets.SelectMany(t => t.Guests.Requirements).Where(r => r.AppliesIn(hint)).ToList();
        return Reply.Json(200, new
        {
            guest_data_requirements = wanted.SelectMany(r => r.Fields).Concat(wanted.Select(r => r.Scope))
                .Concat(wanted.Select(r => r.Condition)).Distinct().ToList(),
        });
    }

    private TicketRow Find(Call call) =>
        state.Catalogue.Tickets.TryGetValue(call.Part("id"), out var ticket) ? ticket : throw Problems.NotFound("This ticket");
}
